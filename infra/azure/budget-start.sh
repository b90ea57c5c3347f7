#!/usr/bin/env bash
# Prints the day on which the budget of an environment begins: Azure refuses to move it once the budget is there, and for a new one it
# wants a day of the current month.
# usage: bash infra/azure/budget-start.sh NAME
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/environment.sh" "$@"

start=""
if [ "$(az group exists --name "$group")" = true ]; then
  start="$(az rest --method GET --output tsv --query "value[?name=='budget-parley-$name'].properties.timePeriod.startDate | [0]" \
    --url "/subscriptions/{subscriptionId}/resourceGroups/$group/providers/Microsoft.Consumption/budgets?api-version=2024-08-01")"
fi
[ -n "$start" ] || start="$(date -u +%Y-%m-01)"
echo "${start:0:10}"
