#!/usr/bin/env bash
# Creates the resources of an environment, or brings them to what NAME.bicepparam says.
# usage: bash infra/azure/provision.sh NAME [--what-if]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"

ENTRA_CLIENT_ID="$(entra_client_id)"
BUDGET_START="$(bash "$here/budget-start.sh" "$name")"
export ENTRA_CLIENT_ID BUDGET_START AZURE_ENV_NAME="$name" AZURE_LOCATION="${AZURE_LOCATION:-westeurope}"
deployment=(--name "parley-$name" --location "$AZURE_LOCATION" --parameters "$here/$name.bicepparam")

if [ "${2:-}" = --what-if ]; then
  az deployment sub what-if "${deployment[@]}"
else
  for provider in Microsoft.App Microsoft.Web Microsoft.Storage Microsoft.Insights Microsoft.OperationalInsights Microsoft.ManagedIdentity; do
    az provider register --namespace "$provider" --wait
  done
  az deployment sub create "${deployment[@]}" --query properties.outputs
fi
