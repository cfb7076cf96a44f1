#!/usr/bin/env bash
# Builds the image and runs `spec` in it, with docker or podman where an engine answers, else with the script given.
set -euo pipefail
cd "$(dirname "$0")/.."
image=source-intercom:test
oci=${1:-}

if docker info >/dev/null 2>&1; then
  docker build -t "$image" .
  engine=docker
elif [ -n "$oci" ]; then
  bash "$oci" setup
  bash "$oci" build . "$image"
  # shellcheck disable=SC1090
  . <(bash "$oci" env)
  engine=podman
else
  echo "No container engine answers: start docker, or name a script that builds without one." >&2
  exit 1
fi

run() { "$engine" run --rm --network none "$@"; }

entrypoint=$("$engine" image inspect "$image" --format '{{join .Config.Entrypoint " "}}')
variable=$(run --entrypoint sh "$image" -c 'echo "$AIRBYTE_ENTRYPOINT"')
[ "$entrypoint" = "$variable" ] || { echo "ENTRYPOINT is '$entrypoint', AIRBYTE_ENTRYPOINT '$variable'." >&2; exit 1; }

user=$(run --entrypoint sh "$image" -c 'id -u')
[ "$user" = 1000 ] || { echo "The image runs as uid $user, not 1000." >&2; exit 1; }

version=$(node -p 'require("./package.json").version')
label=$("$engine" image inspect "$image" --format '{{index .Config.Labels "io.airbyte.version"}}')
[ "$label" = "$version" ] || { echo "The label io.airbyte.version is '$label', package.json says '$version'." >&2; exit 1; }

run --read-only "$image" spec | node -e '
  const lines = require("node:fs").readFileSync(0, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  if (lines.length !== 1 || lines[0].type !== "SPEC") throw new Error("spec wrote something else than one SPEC");
'
echo "image: entrypoint, user, labels and spec are right"
