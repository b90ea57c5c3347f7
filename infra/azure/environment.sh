# Sourced by the other scripts: what an environment is made of, by its name.
# usage: source infra/azure/environment.sh NAME
name="${1:?which environment, dev or prod?}"
group="rg-parley-$name"

command -v az > /dev/null || {
  echo "The Azure CLI is not on the PATH." >&2
  exit 69
}

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
