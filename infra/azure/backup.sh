#!/usr/bin/env bash
# Saves what cannot be computed again: the inputs of every scenario, and the versions of situations that they were accepted under.
# Results follow from these, to the last byte under one engine version. What is in the folder already is not fetched again.
# usage: bash infra/azure/backup.sh NAME|ADDRESS FOLDER
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"
folder="${2:?into which folder?}"
sign_in

save() { # FILE PATH
  [ -e "$1" ] || {
    mkdir -p "$(dirname "$1")"
    call GET "$2" > "$1.part"
    mv "$1.part" "$1"
  }
}

next=/api/scenarios
while [ -n "$next" ]; do
  page="$(call GET "$next")"
  while read -r id situation version; do
    save "$folder/situations/$situation/$version.json" "/api/situations/$situation/versions/$version"
    save "$folder/scenarios/$situation/$version/$id.json" "/api/scenarios/$id/inputs"
  done < <(pick '$.scenarios.map(each => `${each.id} ${each.situation.id} ${each.situation.version}`).join("\n")' <<< "$page" | grep .)
  next="$(pick '$.next ?? ""' <<< "$page")"
done

for id in $(call GET /api/situations | pick '$.situations.map(each => each.id).join("\n")'); do
  mkdir -p "$folder/situations/$id"
  call GET "/api/situations/$id" > "$folder/situations/$id/current.json"
done
