#!/usr/bin/env bash
# The first steps of a stranger: clone, `npm ci`, the README's commands and the demo, in a folder with nothing beside it.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone --quiet . "$folder/clone"
cd "$folder/clone"
npm ci --silent
npx vitest run tests/docs/readme.test.ts tests/streams/conformance.test.ts
npm run demo
[ -z "$(git status --porcelain)" ] || { echo "The commands left changes in the clone:" >&2; git status --short >&2; exit 1; }
