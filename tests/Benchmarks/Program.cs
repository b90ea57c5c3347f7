using BenchmarkDotNet.Running;
using Parley.Benchmarks;
using Parley.Benchmarks.Speed;

// speed: every promise about speed, in one table;
// latency --url URL --scenario FILE: from accept to result on a running host; anything else goes to BenchmarkDotNet.
if (args is ["latency", .. var options])
{
    return await LatencyCommand.Run(options);
}

if (args is ["speed"])
{
    return SpeedCommand.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(EvaluationBenchmarks).Assembly).Run(args);
return 0;
