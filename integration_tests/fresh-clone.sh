#!/usr/bin/env bash
# What a stranger does: clone, `npm ci`, `npm test`, `npm run demo`, in a folder with nothing beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone --quiet . "$folder/clone"
cd "$folder/clone"
npm ci --silent
npm test
npm run demo
[ -z "$(git status --porcelain)" ] || { echo "The commands left changes in the clone:" >&2; git status --short >&2; exit 1; }
