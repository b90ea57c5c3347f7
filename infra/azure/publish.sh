#!/usr/bin/env bash
# Builds the app as it is deployed, with the official worker packages.
# usage: bash infra/azure/publish.sh FOLDER
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
folder="${1:?which folder should it be put into?}"

# Without build servers, which would outlive this command.
if ! log="$(dotnet publish "$root/functions/Functions.csproj" --configuration Release --output "$folder" --disable-build-servers \
  --nologo --verbosity quiet 2>&1)"; then
  echo "$log" >&2
  exit 1
fi
