#!/usr/bin/env bash
# Checks for the .NET SDK and Node, and installs Azurite from its lock file when it is missing or out of date.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

fail() {
  echo "$1" >&2
  exit 69
}

command -v dotnet >/dev/null || fail "The .NET SDK is not on the PATH: install version 10."
sdk="$(cd "$here" && dotnet --version 2>/dev/null)" || sdk="none"
[[ $sdk == 10.* ]] || fail "The .NET SDK 10.0.400 or later is needed (found: $sdk)."
command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js, which runs Azurite, is not on the PATH: install Node 20 or later with npm."

node="$(node --version)"
[[ ${node#v} =~ ^([0-9]+) && ${BASH_REMATCH[1]} -ge 20 ]] || fail "Node.js 20 or later is needed (found: $node)."

installed="$here/node_modules/.package-lock.json"
if [[ ! -e $installed || $here/package-lock.json -nt $installed ]]; then
  echo "installing Azurite ..." >&2
  log="$(mktemp)"
  trap 'rm -f "$log"' EXIT
  if ! (cd "$here" && npm ci --no-audit --no-fund >"$log" 2>&1); then
    cat "$log" >&2
    fail "Azurite could not be installed."
  fi
  touch "$installed"
fi
