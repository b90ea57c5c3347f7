#!/usr/bin/env bash
# Runs Parley on this machine: storage, functions and the scenarios that come with it.
# usage: bash infra/local/run.sh [--once FILE] [--port N] [--data DIR] [--empty]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

bash "$here/setup.sh"

# Without build servers, which would outlive this command.
if ! log="$(dotnet build "$here/LocalHost/LocalHost.csproj" --configuration Release --disable-build-servers \
  --nologo --verbosity quiet 2>&1)"; then
  echo "$log" >&2
  exit 1
fi

exec dotnet "$here/LocalHost/bin/Release/net10.0/Parley.LocalHost.dll" "$@"
