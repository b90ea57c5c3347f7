using BenchmarkDotNet.Running;
using Parley.Benchmarks;
using Parley.Benchmarks.Load;
using Parley.Benchmarks.Scale;
using Parley.Benchmarks.Speed;

// speed: every promise about speed, in one table; sobol: what drives a shipped scenario;
// bargaining: what that analysis costs; sweep: what a variant of a sweep costs; latency --url URL --scenario FILE: from accept to result on a running host; load: many at a time beside the bare calls of
// storage; scale: a simulation that is held against that and then asked about many workers; anything else goes to BenchmarkDotNet.
if (args is ["latency", .. var options])
{
    return await LatencyCommand.Run(options);
}

if (args is ["load", .. var load])
{
    return await LoadCommand.Run(load);
}

if (args is ["scale", .. var scale])
{
    return await ScaleCommand.Run(scale);
}

if (args is ["speed"])
{
    return SpeedCommand.Run();
}

if (args is ["sobol", .. var sobol])
{
    return SobolCommand.Run(sobol);
}

if (args is ["bargaining"])
{
    return BargainingCommand.Run();
}

if (args is ["sweep"])
{
    return SweepCommand.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(EvaluationBenchmarks).Assembly).Run(args);
return 0;
