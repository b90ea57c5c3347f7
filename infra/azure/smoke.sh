#!/usr/bin/env bash
# Sends the requests of infra/local/requests.http to an environment, or to an address, and checks the answers.
# usage: bash infra/azure/smoke.sh NAME|ADDRESS [--everything]
#   Left out are what only administrators may do and what other users would notice, unless --everything is said. What it submits it deletes.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"
if [[ " ${*:2} " == *" --everything "* ]]; then sign_in admin; else sign_in; fi
export PARLEY_TOKEN PARLEY_KEY

dotnet run --project "$here/../Requests/Requests.csproj" --configuration Release -- "$here/../local/requests.http" "$address" "${@:2}"
