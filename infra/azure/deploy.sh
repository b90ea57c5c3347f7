#!/usr/bin/env bash
# Publishes the app and deploys it to an environment, or deploys a package that was published before.
# usage: bash infra/azure/deploy.sh NAME [PACKAGE.zip]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"

package="${2:-}"
if [ -z "$package" ]; then
  folder="$(mktemp -d)"
  trap 'rm -rf "$folder"' EXIT
  package="$folder/parley.zip"
  bash "$here/publish.sh" "$package"
fi

az functionapp deployment source config-zip --resource-group "$group" --name "$(app_name)" --src "$package"
