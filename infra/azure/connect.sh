#!/usr/bin/env bash
# Tells the app registration where the app is, and that the app's identity vouches for it in place of a secret.
# Needs the right to change the registration; after the first provisioning, and again changes nothing.
# usage: bash infra/azure/connect.sh NAME
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"

client="$(entra_client_id)"
identity="$(az identity show --resource-group "$group" --name "id-parley-$name" --query principalId --output tsv)"
tenant="$(az account show --query tenantId --output tsv)"

az ad app update --id "$client" --web-redirect-uris "$(app_address)/.auth/login/aad/callback"
known="$(az ad app federated-credential list --id "$client" --query "[?subject=='$identity'] | length(@)" --output tsv)"
if [ "$known" = 0 ]; then
  az ad app federated-credential create --id "$client" --output none --parameters "{ \"name\": \"parley-$name\",
    \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\", \"subject\": \"$identity\", \"audiences\": [\"api://AzureADTokenExchange\"] }"
fi
