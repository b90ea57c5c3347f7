# Sourced by the other scripts, and by whoever follows the runbook: an environment by its name, or a host by its address.
# usage: source infra/azure/environment.sh NAME|ADDRESS
name="${1:?which environment, dev or prod, or which address?}"
group="rg-parley-$name"
# Nothing is left of an environment that the same shell was at before.
address="" PARLEY_TOKEN="" PARLEY_KEY="" headers=()

if [[ $name == http*://* ]]; then
  address="${name%/}"
elif ! command -v az > /dev/null; then
  echo "The Azure CLI is not on the PATH." >&2
  exit 69
fi

# Client id of the app registration; said by the pipeline, which may not look for it.
entra_client_id() {
  [ -n "${ENTRA_CLIENT_ID:-}" ] || ENTRA_CLIENT_ID="$(az ad app list --filter "displayName eq 'parley-$name'" --query "[0].appId" --output tsv)"
  [ -n "$ENTRA_CLIENT_ID" ] || {
    echo "There is no app registration parley-$name: run infra/azure/register.sh $name first." >&2
    return 1
  }
  echo "$ENTRA_CLIENT_ID"
}

app_name() { az functionapp list --resource-group "$group" --query "[?tags.product=='parley'].name | [0]" --output tsv; }

app_address() { echo "https://$(az functionapp show --resource-group "$group" --name "$(app_name)" --query defaultHostName --output tsv)"; }

storage_name() { az storage account list --resource-group "$group" --query "[?tags.product=='parley'].name | [0]" --output tsv; }

# Gets a token, and with the word admin the host's key, too. A host at an address is taken as it is.
sign_in() {
  [ -z "${address:-}" ] || return 0
  address="$(app_address)"
  PARLEY_TOKEN="$(az account get-access-token --resource "api://$(entra_client_id)" --query accessToken --output tsv)"
  headers=(--header "Authorization: Bearer $PARLEY_TOKEN")
  if [ "${1:-}" = admin ]; then
    PARLEY_KEY="$(az functionapp keys list --resource-group "$group" --name "$(app_name)" --query masterKey --output tsv)"
    headers+=(--header "x-functions-key: $PARLEY_KEY")
  fi
}

# call METHOD PATH [options of curl]. Writes the body of the last answer: by way of a file, since what an earlier try has written to a pipe stays.
# A redirect is a failure: it leads to the sign-in page.
call() {
  local told answer code=0
  answer="$(mktemp)"
  told="$(curl --silent --show-error --fail-with-body --retry 3 --output "$answer" --write-out '%{stderr}\n%{http_code}' \
    --request "$1" "${headers[@]}" "${@:3}" "$address$2" 2>&1)" || code=$?
  cat "$answer"
  rm -f "$answer"
  local errors="${told%$'\n'*}" status="${told##*$'\n'}"
  [ -z "$errors" ] || echo "$errors" >&2
  if [ "$code" = 0 ] && [[ $status == 3* ]]; then
    echo "$1 $2 was answered by a redirect ($status): sign in (again)." >&2
    code=22
  fi
  return "$code"
}

# Reads JSON: pick EXPRESSION, of the document as $. Node is there wherever the app is built.
pick() { node --print "const \$ = JSON.parse(require('fs').readFileSync(0, 'utf8')); $1"; }
