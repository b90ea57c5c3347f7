#!/usr/bin/env bash
# Sends the requests of infra/local/requests.http to an environment, or to an address, and checks the answers.
# usage: bash infra/azure/smoke.sh NAME|ADDRESS [--everything]
#   Left out are what only administrators may do and what other users would notice, unless --everything is said. What it submits it deletes.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
target="${1:?which environment, or which address?}"
shift

if [[ $target != http*://* ]]; then
  source "$here/environment.sh" "$target"
  PARLEY_TOKEN="$(az account get-access-token --resource "api://$(entra_client_id)" --query accessToken --output tsv)"
  export PARLEY_TOKEN
  target="$(app_address)"
fi

dotnet run --project "$here/../Requests/Requests.csproj" --configuration Release -- "$here/../local/requests.http" "$target" "$@"
