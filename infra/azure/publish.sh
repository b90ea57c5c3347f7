#!/usr/bin/env bash
# Builds the app as it is deployed, with the official worker packages, into one package.
# usage: bash infra/azure/publish.sh PACKAGE.zip
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
package="$(realpath --canonicalize-missing "${1:?which file should it be put into?}")"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

# Without build servers, which would outlive this command.
if ! log="$(dotnet publish "$here/../../functions/Functions.csproj" --configuration Release --output "$folder" \
  --disable-build-servers --nologo --verbosity quiet 2>&1)"; then
  echo "$log" >&2
  exit 1
fi

mkdir -p "$(dirname "$package")"
rm -f "$package"
dotnet msbuild "$here/package.proj" -p:Folder="$folder" -p:Package="$package" -nologo -verbosity:quiet
