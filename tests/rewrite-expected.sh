#!/usr/bin/env bash
# Rewrites the expected result beside every shipped scenario, and those of answers that none of them asks for, after a change
# that is meant to change numbers.
# Read the difference before you commit it. The run itself reports one failure: the test that the lever is off.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PARLEY_REWRITE_EXPECTED=1 dotnet test --project tests/Contracts.Tests -- --filter-class "*ExpectedResultTests" || true
git --no-pager diff --stat -- shared/Scenarios tests/Contracts.Tests/Expected
