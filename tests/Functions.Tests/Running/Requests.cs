using System.Text;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Parley.Contracts;
using Parley.Engine.Situations;
using Parley.Functions.Changing;
using Parley.Functions.Evaluating;
using Parley.Functions.Publishing;
using Parley.Functions.Reading;
using Parley.Functions.Storage;
using Parley.Functions.Submitting;

namespace Parley.Functions.Tests.Running;

/// <summary>The requests that most tests make.</summary>
public static class Requests
{
    /// <summary>A scenario on the river treaty that takes a few milliseconds.</summary>
    public static string Scenario(string title = "A small deal", int draws = 200, long seed = 1) => $$"""
        {"schemaVersion":1,"situation":"river-treaty","title":"{{title}}","terms":{"discharge":50,"payment":40},"draws":{{draws}},"seed":{{seed}}}
        """;

    public static Task<Answer> SubmitAsync(this App app, string json, string? key = null) =>
        app.CallAsync<SubmitScenario>((function, request) => function.RunAsync(request), App.Json(json, key));

    /// <summary>Submits a scenario that is accepted, and gives its id.</summary>
    public static async Task<Guid> AcceptedAsync(this App app, string? json = null)
    {
        var answer = await app.SubmitAsync(json ?? Scenario());
        Assert.Equal(202, answer.Status);
        return Guid.Parse(answer["id"]);
    }

    public static Task<Answer> StatusAsync(this App app, object id, Action<HttpRequest>? request = null) =>
        app.CallAsync<GetScenario>((function, got) => function.RunAsync(got, $"{id}"), request);

    public static Task<Answer> CancelAsync(this App app, object id, string? ifMatch = null) =>
        app.CallAsync<CancelScenario>((function, request) => function.RunAsync(request, $"{id}"), If(ifMatch));

    public static Task<Answer> RerunAsync(this App app, object id, string? ifMatch = null) =>
        app.CallAsync<RerunScenario>((function, request) => function.RunAsync(request, $"{id}"), If(ifMatch));

    public static Task<Answer> DeleteAsync(this App app, object id, string? ifMatch = null) =>
        app.CallAsync<DeleteScenario>((function, request) => function.RunAsync(request, $"{id}"), If(ifMatch));

    public static Task<Answer> ImpactsAsync(this App app, object id) =>
        app.CallAsync<GetImpacts>((function, request) => function.RunAsync(request, $"{id}"));

    public static Task<Answer> InputsAsync(this App app, object id) =>
        app.CallAsync<GetInputs>((function, request) => function.RunAsync(request, $"{id}"));

    public static Task<Answer> ListAsync(this App app, string query = "") =>
        app.CallAsync<ListScenarios>((function, request) => function.RunAsync(request), request => request.QueryString = new QueryString(query));

    public static async Task<ScenarioRow> RowAsync(this App app, Guid id) =>
        await app.Get<ScenarioTable>().FindAsync(id, CancellationToken.None) ?? throw new InvalidOperationException($"There is no scenario {id}.");

    /// <summary>The stored result's canonical bytes.</summary>
    public static async Task<byte[]> ReportAsync(this App app, Guid id)
    {
        var row = await app.RowAsync(id);
        Assert.Equal(ScenarioStatus.Succeeded, row.Status);
        Assert.Equal(row.Generation, row.ResultGeneration);
        return await app.Get<EvaluationTable>().ReadReportAsync(row.Result!, CancellationToken.None)
            ?? throw new InvalidOperationException($"The result of {id} is not whole.");
    }

    /// <summary>Stores another content of the river treaty, as a new deployment does.</summary>
    public static async Task ChangeSituationAsync(this App app)
    {
        await app.Get<SituationPublisher>().PublishShippedAsync(Treaty("Another treaty"), CancellationToken.None);
        app.Time.Advance(TimeSpan.FromSeconds(10)); // Until which version is current is looked up again.
    }

    /// <summary>The river treaty under another title, or of another id.</summary>
    public static SituationContent Treaty(string title, string id = "river-treaty") => SituationContent.Of(
        Shipped.Situations(Path.Combine(AppContext.BaseDirectory, "Documents")).Single().Value with { Title = title, Id = id });

    /// <summary>The river treaty with as many stakeholders as there can be, as the situation <c>wide-river</c>.</summary>
    public static Task AddWideRiverAsync(this App app) =>
        app.Get<SituationPublisher>().PublishShippedAsync(SituationContent.Of(WideRiver() with { Id = "wide-river" }), CancellationToken.None);

    /// <summary>
    /// Submits a scenario whose result has more rows than a transaction takes, on the river treaty with as many stakeholders and effects as there can
    /// be, as the situation <c>long-river</c>.
    /// </summary>
    public static async Task<Guid> AcceptedLongAsync(this App app)
    {
        var river = WideRiver();
        var effects = Enumerable.Range(0, 60 - river.Effects.Count).Select(n => river.Effects[0] with { Id = $"fish-{n}" });
        await app.Get<SituationPublisher>().PublishShippedAsync(
            SituationContent.Of(river with { Id = "long-river", Effects = [.. river.Effects, .. effects] }), CancellationToken.None);
        return await app.AcceptedAsync(Scenario().Replace("river-treaty", "long-river", StringComparison.Ordinal));
    }

    public static string TreatyJson(string title, string id = "river-treaty") => Encoding.UTF8.GetString(Treaty(title, id).Json);

    public static Task<Answer> PutAsync(this App app, string id, string json, Action<HttpRequest>? request = null) =>
        app.CallAsync<PutSituation>((function, put) => function.RunAsync(put, id), put =>
        {
            App.Json(json)(put);
            put.Method = "PUT";
            request?.Invoke(put);
        });

    /// <summary>Puts the river treaty under a title.</summary>
    public static Task<Answer> PutTreatyAsync(this App app, string title, Action<HttpRequest>? request = null) =>
        app.PutAsync("river-treaty", TreatyJson(title), request);

    public static async Task<IReadOnlyList<TableEntity>> RowsAsync(this TableClient table) =>
        await table.QueryAsync<TableEntity>().ToListAsync();

    public static string Message(Guid id, int generation = 1) => ScenarioMessage.For(id, generation).ToJson();

    private static Situation WideRiver()
    {
        var river = Shipped.Situations(Path.Combine(AppContext.BaseDirectory, "Documents")).Single().Value;
        var more = Enumerable.Range(0, 40 - river.Stakeholders.Count).Select(n => river.Stakeholders[0] with { Id = $"bank-{n}" });
        return river with { Stakeholders = [.. river.Stakeholders, .. more] };
    }

    private static Action<HttpRequest> If(string? match) => request =>
    {
        if (match is not null)
            request.Headers.IfMatch = match;
    };

    public static async Task<IReadOnlyList<string>> TitlesAsync(this Task<Answer> listing) =>
        [.. (await listing).Json["scenarios"]!.AsArray().Select(scenario => scenario!["title"]!.ToString())];
}
