#!/usr/bin/env bash
# Runs Parley on this machine: storage, functions and the scenarios that come with it.
# usage: bash infra/local/run.sh [--once FILE] [--port N] [--data DIR] [--empty] [--help]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

# Before anything is fetched or built.
for argument in "$@"; do
  case "$argument" in -h | --help) exec cat "$here/usage.txt" ;; esac
done

# One set-up and build at a time: a second run must not start from files that the first one's build is writing.
if command -v flock > /dev/null; then
  exec 9> "$here/.building"
  flock 9
fi

bash "$here/setup.sh"

[ -e "$here/LocalHost/bin/Release/net10.0/Parley.LocalHost.dll" ] || echo "building, which takes a minute or two the first time ..." >&2
# Without build servers, which would outlive this command.
if ! log="$(dotnet build "$here/LocalHost/LocalHost.csproj" --configuration Release --disable-build-servers \
  --nologo --verbosity quiet 2>&1)"; then
  echo "$log" >&2
  exit 1
fi

exec 9>&-
exec dotnet "$here/LocalHost/bin/Release/net10.0/Parley.LocalHost.dll" "$@"
