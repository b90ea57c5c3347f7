#!/usr/bin/env bash
# Submits what backup.sh has saved, each scenario and sweep under the version of the situation that it was accepted under. The ids are new ones;
# the former id is the idempotency key, so that doing this twice makes nothing twice. What is refused is named, and all the rest is restored;
# then this ends with 1.
# usage: bash infra/azure/restore.sh NAME|ADDRESS FOLDER
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"
folder="${2:?from which folder?}"
json='Content-Type: application/json'
sign_in
missing=0

put() { # SITUATION FILE
  pick 'JSON.stringify($.document)' < "$2" | call PUT "/api/situations/$1" --header "$json" --data-binary @- > /dev/null || {
    miss "$2"
    return 1
  }
}

restore() { # KIND FOLDER
  local inputs answer
  for inputs in "$2"*.json; do
    [ -e "$inputs" ] || continue
    if answer="$(call POST "/api/$1" --header "$json" --header "Idempotency-Key: restored-$(basename "$inputs" .json)" --data-binary "@$inputs")"; then
      pick '$.id' <<< "$answer"
    else
      miss "$inputs" "$answer"
    fi
  done
}

miss() { # FILE [ANSWER]
  echo "not restored: $1 ${2:-}" >&2
  missing=1
}

for situation in "$folder"/situations/*/; do
  id="$(basename "$situation")"
  for version in $(ls "$folder/scenarios/$id" "$folder/sweeps/$id" 2> /dev/null | grep -E '^[0-9]+$' | sort -nu); do
    [ -e "$situation$version.json" ] || {
      echo "not restored, since the situation is not saved: what was accepted under version $version of $id" >&2
      missing=1
      continue
    }
    # Current while they are submitted: what is submitted is accepted under the current version.
    put "$id" "$situation$version.json" || continue
    restore scenarios "$folder/scenarios/$id/$version/"
    restore sweeps "$folder/sweeps/$id/$version/"
  done
  [ ! -e "${situation}current.json" ] || put "$id" "${situation}current.json" || true # It is named.
done

exit "$missing"
