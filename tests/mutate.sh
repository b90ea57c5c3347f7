#!/usr/bin/env bash
# Changes the engine in small ways, one at a time, and counts the changes that its tests notice (Stryker).
#   bash tests/mutate.sh                  every room of shared/Engine
#   bash tests/mutate.sh Valuing Holding  some of them
#   bash tests/mutate.sh Driving/SobolIndices,Resamples   some files of a room
# Slow, therefore no part of tests/run.sh. Each room is tried with the fast tests that answer for it, properties a
# twentieth as often: what survives here may still be noticed by the whole suite, never the other way round.
# It works on a copy, so that no build of the repository ever holds a changed engine. Reports, and the table of all rooms
# run so far, are written to tests/StrykerOutput.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
here="$PWD/tests"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Read by Effort.cs and by CsCheck: few tries, always the same ones, so that a change's fate does not depend on the day.
export PARLEY_MUTATION_RUN=1 CsCheck_Iter=10 CsCheck_Seed=0N0XIzNsQ0O2
output="$here/StrykerOutput"
copy="$output/copy-$$"

tests_of() { # the tests that answer for a room: parts of their full names
  case "$1" in
    Accepting) echo .AgreementTests.Acceptance .AcceptanceTests .TermOriginTests ;;
    Bargaining) echo .CooperativeSolver .SpatialModelTests .EqualGain .PublishedBargains .EmissionStandards .BlockingPair .BargainingEdges ;;
    Binding) echo .DoorTests .AgreementTests .HoldingAgreement .HoldingTests .MeasuringTests .ImpactTests .SharedDraws .StabilityAnalysis ;;
    Estimating) echo .QuantilesTests .TallyTests .SpreadTests ;;
    Evaluating) echo .AgreementTests .AcceptanceTests .ImpactTests .EffectTests .DoorTests .TermOriginTests ;;
    Following) echo .AgreementTests .EffectTests ;;
    Holding) echo .HoldingTests .PublishedBaseRates .HoldingAgreement ;;
    Measuring) echo .MeasuringTests .HoldingAgreement ;;
    Sampling) echo .LatinHypercube .ProfileTests .NormalTests .SharedDraws .SharedFactor .TriangularTests ;;
    Stability) echo .OptionGraphTests.A .OptionGraphTests.O .OptionGraphTests.S .OptionGraphTests.W .StabilitySolver .StabilityAnalysis .PublishedConflicts .RanksTests ;;
    Valuing) echo .AgreementTests .ImpactTests .TermOriginTests ;;
    *) echo ".Tests.$1." ;;
  esac
}

if [ $# -eq 0 ]; then
  set -- $(find shared/Engine -mindepth 2 -maxdepth 2 -name '*.cs' -printf '%h\n' | sort -u | xargs -n 1 basename | grep -vE '^(Scenarios|Situations)$')
fi

mkdir -p "$copy"
trap 'rm -rf "$copy"' EXIT
tar -c --exclude bin --exclude obj --exclude StrykerOutput \
  .config .editorconfig global.json Directory.Build.props Directory.Packages.props shared/Engine tests/Engine.Tests tests/Engine.Probe | tar -x -C "$copy"
cd "$copy/tests/Engine.Tests"
dotnet tool restore > /dev/null

# Leaves as they are all files but those asked for: changes that lie dormant slow every loop of the engine down.
change_only() { # pattern of their paths
  local sign='// Stryker disable all'
  find "$copy/shared/Engine" -name '*.cs' -exec sed -i "1{\\|^$sign\$|d}" {} +
  find "$copy/shared/Engine" -name '*.cs' | grep -vE "$1" | tr '\n' '\0' | xargs -0 sed -i "1i $sign"
}

for asked in "$@"; do
  room="${asked%%/*}"
  files="${asked#"$room"}"
  name="${asked//[\/,]/.}"
  files="${files//,/|}"
  change_only "/Engine/$room/${files:+(${files:1})\\.cs$}"
  filter="$(tests_of "$room" | sed 's/[^ ]*/FullyQualifiedName~&/g; s/ /|/g')"
  echo "== $asked"
  rm -rf "${output:?}/$name"
  mkdir -p "$output/$name"
  nice -n 19 dotnet stryker --mutate "**/$room/**/*.cs" --test-case-filter "$filter" --output "$output/$name" > "$output/$name/log.txt" 2>&1 ||
    echo "Stryker ended with $?, see $output/$name/log.txt" >&2
  node "$here/mutation-table.mjs" "$output"
done
