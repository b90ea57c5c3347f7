using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Parley.Functions.Describing;
using Parley.Functions.Storage;

namespace Parley.Functions.Tests.Running;

/// <summary>Looking at the river treaty and its versions.</summary>
public static class Situations
{
    public static async Task<(string Version, string Title)> CurrentAsync(this App app)
    {
        var answer = await app.SituationAsync("river-treaty");
        return (answer["version"], answer["title"]);
    }

    public static Task<Answer> SituationAsync(this App app, string id, Action<HttpRequest>? request = null) =>
        app.CallAsync<GetSituation>((function, got) => function.RunAsync(got, id), request);

    public static Task<Answer> VersionAsync(this App app, int number) =>
        app.CallAsync<GetSituationVersion>((function, request) => function.RunAsync(request, "river-treaty", $"{number}"));

    /// <summary>All versions, the newest first, and which is current.</summary>
    public static async Task<IReadOnlyList<(int Number, bool IsCurrent)>> VersionsAsync(this App app, string id = "river-treaty")
    {
        var answer = await app.CallAsync<ListSituationVersions>((function, request) => function.RunAsync(request, id));
        return [.. answer.Json["versions"]!.AsArray().Select(each => (each!["version"]!.GetValue<int>(), each["isCurrent"]!.GetValue<bool>()))];
    }

    public static TableClient SituationRows(this App app) => app.Get<TableServiceClient>().GetTableClient(app.Names.Situations);

    /// <summary>Replaces a version's document by one that nothing reads, as if an earlier version had read it in another way.</summary>
    public static async Task MakeUnreadableAsync(this App app, int number)
    {
        var rows = app.SituationRows();
        var row = (await rows.GetEntityAsync<TableEntity>("river-treaty", Keys.SituationVersion(number))).Value;
        Packing.Write(row, Packing.Compress("{}"u8));
        await rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    public static Task AddRowAsync(this App app, TableEntity row) => app.SituationRows().AddEntityAsync(row);
}
