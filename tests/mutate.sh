#!/usr/bin/env bash
# Changes the engine in small ways, one at a time (Stryker), and counts the changes that its tests notice.
#   bash tests/mutate.sh                  every room of shared/Engine
#   bash tests/mutate.sh Valuing Holding  some of them
#   bash tests/mutate.sh Driving/SobolIndices,Resamples   some files of a room
# Slow, therefore no part of tests/run.sh. Stryker compiles all changes into one engine, each behind a switch; tests/Engine.Mutations makes
# an engine of each source file that has the switches of that file alone, and tries each change with the fast tests that come by it, properties
# a twentieth as often: what survives here may still be noticed by the whole suite, never the other way round.
# It works on a copy, so that no build of the repository ever holds a changed engine. The report is written to tests/StrykerOutput, the table
# of what was tried is printed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root="$PWD"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Read by Effort.cs and by CsCheck: few tries, the first of which is always the same.
export PARLEY_MUTATION_RUN=1 CsCheck_Iter=10 CsCheck_Seed=0N0XIzNsQ0O2
output="$root/tests/StrykerOutput"
copy="$output/copy-$$"

stryker=""

finish() {
  [ -z "$stryker" ] || kill "$stryker" 2> /dev/null || true
  rm -rf "$copy"
}

mkdir -p "$copy"
trap finish EXIT
dotnet restore tests/Engine.Mutations --locked-mode --verbosity quiet
dotnet build tests/Engine.Mutations --configuration Release --no-restore --verbosity quiet --nologo
tar -c --exclude bin --exclude obj --exclude StrykerOutput \
  .config .editorconfig global.json Directory.Build.props Directory.Packages.props shared/Engine tests/Engine.Tests tests/Engine.Probe | tar -x -C "$copy"
cd "$copy/tests/Engine.Tests"
dotnet tool restore > /dev/null

# With a test that comes by nothing of the engine, so that Stryker compiles all changes and tries none. It puts the engine back as it was
# before it ends, so the changed one is kept while it is there, for some seconds.
echo "compiling all changes"
rm -rf "$output/reports"
engine="$PWD/bin/Release/net10.0/Parley.Engine.dll"
dotnet stryker --mutate '**/*.cs' --test-case-filter 'FullyQualifiedName~Pairwise_votes_are_the_published_ones' --output "$output" > "$output/log.txt" 2>&1 &
stryker=$!
while kill -0 "$stryker" 2> /dev/null; do
  # Looked into once it is ours: meanwhile the other may have been put back.
  if cp "$engine" "$copy/seen.dll" 2> /dev/null && grep -qs MutantControl "$copy/seen.dll"; then mv "$copy/seen.dll" "$copy/changed.dll"; fi
  sleep 0.5
done
wait "$stryker" || {
  echo "Stryker ended with $?, see $output/log.txt" >&2
  exit 1
}
stryker=""
mv "$copy/changed.dll" "$engine" || {
  echo "The engine with all changes was not there to be kept, see $output/log.txt" >&2
  exit 1
}

report="$output/reports/mutation-report.json"
nice -n 19 "$root/tests/Engine.Mutations/bin/Release/net10.0/Parley.Engine.Mutations" "$PWD/bin/Release/net10.0" "$report" "$@"
node "$root/tests/mutation-table.mjs" "$report"
