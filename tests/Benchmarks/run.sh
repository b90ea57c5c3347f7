#!/usr/bin/env bash
# Measures the engine and prints a table. Options go to BenchmarkDotNet; by default the reference size is measured.
#   bash tests/Benchmarks/run.sh                        reference size
#   bash tests/Benchmarks/run.sh --filter '*Scaling*'   growth with draws, stakeholders and issues
#   bash tests/Benchmarks/run.sh latency --url http://127.0.0.1:PORT --scenario FILE
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- --filter '*EvaluationBenchmarks*'
[ "$1" = latency ] || set -- "$@" --artifacts "$root/tests/Benchmarks/bin/results"
exec dotnet run -c Release --project "$root/tests/Benchmarks" -- "$@"
