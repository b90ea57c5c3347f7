using BenchmarkDotNet.Running;
using Parley.Benchmarks;

// latency --url URL --scenario FILE: from accept to result on a running host; anything else goes to BenchmarkDotNet.
if (args is ["latency", .. var options])
{
    return await LatencyCommand.Run(options);
}

BenchmarkSwitcher.FromAssembly(typeof(EvaluationBenchmarks).Assembly).Run(args);
return 0;
