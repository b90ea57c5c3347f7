#!/usr/bin/env bash
# Measures the engine and prints a table. Options go to BenchmarkDotNet; by default the reference size is measured.
#   bash tests/Benchmarks/run.sh                        reference size
#   bash tests/Benchmarks/run.sh --filter '*Scaling*'   growth with draws, stakeholders and issues
#   bash tests/Benchmarks/run.sh speed                  every promise about speed in one table, NumPy side by side
#   bash tests/Benchmarks/run.sh sobol [SCENARIO [N]]   what drives a shipped scenario
#   bash tests/Benchmarks/run.sh bargaining             what that analysis costs, in draws of others
#   bash tests/Benchmarks/run.sh sweep                  what a variant of a sweep costs, and a summary
#   bash tests/Benchmarks/run.sh load [--soak 0]        load beside the bare calls of storage, then 10,000 scenarios in a row
#   bash tests/Benchmarks/run.sh scale                  a simulation, held against this machine and then asked about 1,000 workers
#   bash tests/Benchmarks/run.sh latency --url http://127.0.0.1:PORT --scenario FILE
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- --filter '*EvaluationBenchmarks*'
case $1 in
  latency | sobol | bargaining | sweep) ;;
  load | scale)
    bash "$root/infra/local/setup.sh"
    export DOTNET_gcConcurrent=1 # As the product runs, which is in this process here; what the project says is for one thread.
    ;;
  speed) /usr/bin/python3 -c 'import numpy' 2> /dev/null || apt-get install -y --no-install-recommends python3-numpy > /dev/null 2>&1 || true ;;
  *) set -- "$@" --artifacts "$root/tests/Benchmarks/bin/results" ;;
esac
exec dotnet run -c Release --project "$root/tests/Benchmarks" -- "$@"
