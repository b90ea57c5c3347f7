#!/usr/bin/env bash
# Builds everything, checks the formatting and runs all tests but the long ones; ends with the line "N passed, N failed".
#   bash tests/run.sh                 everything (the long ones are tests/long.sh)
#   bash tests/run.sh Engine.Tests    one project
# Runs on Linux (GNU). Needs the .NET SDK of global.json and Node; fetches the rest itself, the browser where it may (as root on Debian).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
only="${1:-}"
suite="${SUITE:-quick}" # Set by tests/long.sh.

finish() { # passed failed reason
  [ -z "${3:-}" ] || echo "$3" >&2
  echo "$1 passed, $2 failed"
  [ "$2" -eq 0 ] && [ "$1" -gt 0 ]
  exit
}

# Seconds that each part may take on two idle cores; together half an hour, which is what the whole may take. The long ones may take theirs.
declare -A budget=(
  [build]=160 [formatting]=55
  [Benchmarks.Tests]=15 [Contracts.Tests]=190 [EndToEnd.Tests]=130 [Engine.Tests]=85 [Functions.Tests]=300 [Infra.Tests]=60 [LocalHost.Tests]=110 [Page.Tests]=640
)
whole=0
for seconds in "${budget[@]}"; do whole=$((whole + seconds)); done
times=""
began=0

took() { # part
  local seconds=$((SECONDS - began)) over=""
  [ "$suite" != quick ] || [ "$seconds" -le "${budget[$1]}" ] || over="  over its budget"
  times+="$(printf '%-18s %5d s of %5d s%s' "$1" "$seconds" "${budget[$1]}" "$over")"$'\n'
  began=$SECONDS
}

command -v dotnet > /dev/null || finish 0 1 "The .NET SDK is missing: install the version that global.json names."
bash infra/local/setup.sh || finish 0 1 "The set-up of the local host failed, see above."

if [ -z "$only" ] || [ "$only" = Page.Tests ]; then
  bash tests/Page.Tests/setup.sh || finish 0 1 "There is no browser to test the page in, see above."
fi

echo "== restore and build"
dotnet restore Parley.slnx --locked-mode --verbosity quiet || finish 0 1 "The packages could not be restored as the lock files say."
dotnet build Parley.slnx --configuration Release --no-restore --verbosity quiet || finish 0 1 "The build failed."
took build

if [ -z "$only" ] && [ "$suite" = quick ]; then
  # White space, and the order of usings; the build has enforced the rest.
  echo "== formatting"
  { dotnet format whitespace . --folder --verify-no-changes && dotnet format style Parley.slnx --severity error --verify-no-changes --no-restore; } || finish 0 1 "Some files are not formatted: run dotnet format Parley.slnx."
  took formatting
fi

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
passed=0
failed=0
which=(--filter-not-trait Suite=Long)
[ "$suite" = quick ] || which=(--filter-trait Suite=Long)
for project in tests/*.Tests/*.csproj; do
  name="$(basename "$project" .csproj)"
  [ -n "${budget[$name]:-}" ] || finish "$passed" 1 "$name has no budget: state one above."
  [ -z "$only" ] || [ "$only" = "$name" ] || continue
  [ "$suite" = quick ] || grep -qr --include='*.cs' 'Trait("Suite", "Long")' "$(dirname "$project")" || continue
  echo "== $name"
  # One project after another: several of them measure memory or drive processes of their own.
  ended=0
  dotnet test --project "$project" --configuration Release --no-build "${which[@]}" 2>&1 | tee "$log" || ended=$?
  ran_passed="$(sed -nE 's/^ *succeeded: *([0-9]+).*/\1/p' "$log" | tail -n 1)"
  ran_failed="$(sed -nE 's/^ *failed: *([0-9]+).*/\1/p' "$log" | tail -n 1)"
  passed=$((passed + ${ran_passed:-0}))
  failed=$((failed + ${ran_failed:-0}))
  # A run that crashed, or found no test, counts as a failure although its summary knows of none.
  if [ "$ended" -ne 0 ] && [ "${ran_failed:-0}" -eq 0 ] || [ "${ran_passed:-0}" -eq 0 ]; then
    echo "$name ended with $ended after ${ran_passed:-0} passed tests." >&2
    failed=$((failed + 1))
  fi
  took "$name"
done
echo "== time"
printf '%s%-18s %5d s of %5d s\n' "$times" "all of it" "$SECONDS" "$whole"
# Said, not failed: how long it takes is the machine's doing as well.
if [ "$suite" = quick ] && [ "$SECONDS" -gt "$whole" ]; then
  echo "The whole took $SECONDS s, more than the $whole s that it may: make it faster, or move what is slow to a run of its own." >&2
fi
[ "$suite" != quick ] || echo "The tests that take longer are run by bash tests/long.sh."
finish "$passed" "$failed"
