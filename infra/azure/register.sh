#!/usr/bin/env bash
# Makes the app registration that people and programs sign in to, or brings it up to date, and prints its client id.
# Needs the right to register applications; once for each environment.
# usage: bash infra/azure/register.sh NAME
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"

azure_cli=04b07795-8ddb-461a-bbee-02f9e1bf7b46
scope=5f0b6b4e-6c5f-4d0e-9d55-3d0c2f5b9a61

client="$(az ad app list --filter "displayName eq 'parley-$name'" --query "[0].appId" --output tsv)"
if [ -z "$client" ]; then
  client="$(az ad app create --display-name "parley-$name" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true --query appId --output tsv)"
  az ad sp create --id "$client" --output none
fi
az ad app update --id "$client" --identifier-uris "api://$client"

patch() {
  az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications(appId='$client')" \
    --headers Content-Type=application/json --body "$1" --output none
}

# The scope first: who may use it without being asked can only refer to one that is there.
api="\"requestedAccessTokenVersion\": 2, \"oauth2PermissionScopes\": [{ \"id\": \"$scope\", \"value\": \"user_impersonation\",
  \"type\": \"User\", \"isEnabled\": true, \"adminConsentDisplayName\": \"Use Parley\", \"adminConsentDescription\": \"Submit and read scenarios\",
  \"userConsentDisplayName\": \"Use Parley\", \"userConsentDescription\": \"Submit and read scenarios\" }]"
patch "{ \"api\": { $api } }"
patch "{ \"api\": { $api, \"preAuthorizedApplications\": [{ \"appId\": \"$azure_cli\", \"delegatedPermissionIds\": [\"$scope\"] }] } }"

echo "$client"
