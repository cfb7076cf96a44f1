#!/usr/bin/env bash
# Runs the units, and syncs of everything, on the oldest Node that package.json allows a user to have.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
oldest=22.13.0
npm install --silent --no-save --prefix "$folder" "node@$oldest"
PATH="$folder/node_modules/.bin:$PATH"
[ "$(node --version)" = "v$oldest" ] || { echo "This is Node $(node --version), not $oldest." >&2; exit 1; }
# Tests start some TypeScript files directly, which this Node does only with an option.
export NODE_OPTIONS='--experimental-strip-types --disable-warning=ExperimentalWarning'
node node_modules/vitest/vitest.mjs run cdk-shim src sandbox schemas tests/streams/conformance.test.ts tests/rules/killed.test.ts
