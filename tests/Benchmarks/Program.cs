using BenchmarkDotNet.Running;
using Parley.Benchmarks;
using Parley.Benchmarks.Speed;

// speed: every promise about speed, in one table; sobol: what drives a shipped scenario;
// latency --url URL --scenario FILE: from accept to result on a running host; anything else goes to BenchmarkDotNet.
if (args is ["latency", .. var options])
{
    return await LatencyCommand.Run(options);
}

if (args is ["speed"])
{
    return SpeedCommand.Run();
}

if (args is ["sobol", .. var sobol])
{
    return SobolCommand.Run(sobol);
}

BenchmarkSwitcher.FromAssembly(typeof(EvaluationBenchmarks).Assembly).Run(args);
return 0;
