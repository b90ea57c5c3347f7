#!/usr/bin/env bash
# Runs the tests that take longer than tests/run.sh has time for: every fault at every call, faults one after the other, a whole minute
# without storage, processes killed under load; about three quarters of an hour on two cores. Ends with the line "N passed, N failed".
#   bash tests/long.sh                    all of them
#   bash tests/long.sh Functions.Tests    those of one project
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
SUITE=Long exec bash tests/run.sh "$@"
