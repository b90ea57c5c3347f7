using YamlDotNet.Serialization;

namespace Parley.Infra.Tests.Operating;

/// <summary>The files of the pipeline, as YAML reads them.</summary>
internal static class Workflows
{
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.GetFiles(Repository.PathOf(".github"), "*.yml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file)).Order()];

    public static Dictionary<string, object> Read(string file) =>
        new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<Dictionary<string, object>>(Repository.Read(file));

    public static IReadOnlyDictionary<string, Dictionary<object, object>> Jobs(string file) =>
        Read(file).TryGetValue("jobs", out var jobs)
            ? ((Dictionary<object, object>)jobs).ToDictionary(job => $"{job.Key}", job => (Dictionary<object, object>)job.Value)
            : [];

    public static IEnumerable<Dictionary<object, object>> Steps(string file) =>
        from job in Jobs(file).Values
        where job.ContainsKey("steps")
        from step in (List<object>)job["steps"]
        select (Dictionary<object, object>)step;
}
