#!/usr/bin/env bash
# Saves what cannot be computed again: the inputs of every scenario and sweep, and the versions of situations that they were accepted under.
# Results follow from these, to the last byte under one engine version. What is in the folder already is not fetched again. What cannot be
# read is named, and all the rest is saved; then this ends with 1.
# usage: bash infra/azure/backup.sh NAME|ADDRESS FOLDER
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"
folder="${2:?into which folder?}"
sign_in
missing=0

save() { # FILE PATH: in place of what is there, which stays until then
  mkdir -p "$(dirname "$1")"
  if call GET "$2" > "$1.part"; then
    mv "$1.part" "$1"
  else
    echo "not saved: $2" >&2
    rm -f "$1.part"
    missing=1
  fi
}

save_new() { # FILE PATH
  [ -e "$1" ] || save "$1" "$2"
}

save_all() { # KIND: scenarios or sweeps
  local page next="/api/$1" id situation version
  while [ -n "$next" ]; do
    page="$(call GET "$next")"
    while read -r id situation version; do
      save_new "$folder/situations/$situation/$version.json" "/api/situations/$situation/versions/$version"
      save_new "$folder/$1/$situation/$version/$id.json" "/api/$1/$id/inputs"
    done < <(pick "\$.$1.map(each => \`\${each.id} \${each.situation.id} \${each.situation.version}\`).join('\n')" <<< "$page" | grep .)
    next="$(pick '$.next ?? ""' <<< "$page")"
  done
}

save_all scenarios
save_all sweeps

if ids="$(call GET /api/situations | pick '$.situations.map(each => each.id).join("\n")')"; then
  for id in $ids; do
    save "$folder/situations/$id/current.json" "/api/situations/$id"
  done
else
  echo "not saved: which versions of the situations are current" >&2
  missing=1
fi

exit "$missing"
