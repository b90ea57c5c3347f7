#!/usr/bin/env bash
# Submits what backup.sh has saved, each scenario under the version of the situation that it was accepted under. The ids are new ones;
# the former id is the idempotency key, so that doing this twice makes nothing twice.
# usage: bash infra/azure/restore.sh NAME|ADDRESS FOLDER
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"
folder="${2:?from which folder?}"
json='Content-Type: application/json'
sign_in

put() { # SITUATION FILE
  pick 'JSON.stringify($.document)' < "$2" | call PUT "/api/situations/$1" --header "$json" --data-binary @- > /dev/null
}

for situation in "$folder"/situations/*/; do
  id="$(basename "$situation")"
  for version in "$folder/scenarios/$id"/*/; do
    [ -d "$version" ] || continue
    # Current while they are submitted: a scenario is accepted under the current version.
    put "$id" "$situation$(basename "$version").json"
    for inputs in "$version"*.json; do
      call POST /api/scenarios --header "$json" --header "Idempotency-Key: restored-$(basename "$inputs" .json)" --data-binary "@$inputs" | pick '$.id'
    done
  done
  put "$id" "${situation}current.json"
done
