#!/usr/bin/env bash
# Measures the engine and prints a table. Options go to BenchmarkDotNet; by default the reference size is measured.
#   bash tests/Benchmarks/run.sh                        reference size
#   bash tests/Benchmarks/run.sh --filter '*Scaling*'   growth with draws, stakeholders and issues
#   bash tests/Benchmarks/run.sh speed                  every promise about speed in one table, NumPy side by side
#   bash tests/Benchmarks/run.sh sobol [SCENARIO [N]]   what drives a shipped scenario
#   bash tests/Benchmarks/run.sh latency --url http://127.0.0.1:PORT --scenario FILE
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- --filter '*EvaluationBenchmarks*'
case $1 in
  latency | sobol) ;;
  speed) /usr/bin/python3 -c 'import numpy' 2> /dev/null || apt-get install -y --no-install-recommends python3-numpy > /dev/null 2>&1 || true ;;
  *) set -- "$@" --artifacts "$root/tests/Benchmarks/bin/results" ;;
esac
exec dotnet run -c Release --project "$root/tests/Benchmarks" -- "$@"
