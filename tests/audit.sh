#!/usr/bin/env bash
# Asks the package registries for known vulnerabilities in what is used, what that uses included. Ends with 1 when there are any.
#   bash tests/audit.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
found=0

for target in Parley.slnx functions/Functions.csproj; do
  echo "== $target"
  dotnet restore "$target" --verbosity quiet
  # The command ends with 0 whatever it finds.
  report="$(dotnet list "$target" package --vulnerable --include-transitive)"
  echo "$report"
  ! grep --quiet 'has the following vulnerable packages' <<< "$report" || found=1
done

# Azurite runs on machines of developers only.
while read -r lock; do
  level=moderate
  [[ $lock != infra/local/* ]] || level=critical
  echo "== $lock"
  npm audit --prefix "$(dirname "$lock")" --package-lock-only --audit-level="$level" || found=1
done < <(git ls-files '*package-lock.json')

exit "$found"
