using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Reading;

/// <summary>What a listing says of a result.</summary>
public sealed class SummaryTests(SharedAzurite azurite)
{
    private static readonly (string Count, string Sentence)[] Groups =
    [
        ("gaining", "Better off than with no deal: "),
        ("losing", "Worse off than with no deal: "),
        ("open", "Open whether better or worse off: "),
        ("unaffected", "Hardly affected: "),
    ];

    [Fact]
    public async Task Stakeholders_are_counted_as_the_sentences_of_the_report_group_them()
    {
        await using var app = await App.StartAsync(azurite);
        string[] terms = ["\"discharge\":50,\"payment\":40", "\"discharge\":90", "\"discharge\":50,\"payment\":95", "\"monitoring\":{\"low\":0,\"mode\":20,\"high\":40,\"source\":\"judgement\"}"];
        var counted = new Dictionary<string, int>();
        foreach (var some in terms)
        {
            var id = await app.AcceptedAsync($$"""{"schemaVersion":1,"situation":"river-treaty","title":"A deal","terms":{{{some}}},"draws":400,"seed":1}""");
            await app.RunMessagesAsync();

            var report = JsonNode.Parse(await app.ReportAsync(id))!;
            var names = report["impacts"]!.AsObject().Select(impact => $"{impact.Value!["name"]}").ToList();
            var sentences = report["narration"]!["verdicts"]!["impacts"]!.AsArray().Select(sentence => $"{sentence!["text"]}").ToList();
            var summary = (await app.StatusAsync(id)).Json["summary"]!;
            foreach (var (count, start) in Groups)
            {
                var sentence = sentences.SingleOrDefault(each => each.StartsWith(start, StringComparison.Ordinal)) ?? "";
                var told = names.Count(name => sentence.Contains(name, StringComparison.Ordinal));
                Assert.Equal((count, told), (count, summary[count]!.GetValue<int>()));
                counted[count] = counted.GetValueOrDefault(count) + told;
            }

            Assert.Equal(names.Count, Groups.Sum(group => summary[group.Count]!.GetValue<int>()));
            var listed = (await app.ListAsync()).Json["scenarios"]!.AsArray().Single(each => $"{each!["id"]}" == $"{id}")!;
            Assert.Equal(summary.ToJsonString(), listed["summary"]!.ToJsonString());
        }

        Assert.All(Groups, group => Assert.NotEqual(0, counted[group.Count]));
    }

    [Fact]
    public async Task What_an_earlier_version_counted_by_the_mean_alone_says_nothing_of_what_is_open()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        await TakeAwayAsync(app, id, Keys.Submission(id));
        await TakeAwayAsync(app, id, Keys.Listing((await app.RowAsync(id)).AcceptedAt, id));

        string[] summary = [.. (await app.StatusAsync(id)).Json["summary"]!.AsObject().Select(member => member.Key)];

        Assert.Equal(["jointAcceptance", "gaining", "losing"], summary);
        Assert.Equal(summary, (await app.ListAsync()).Json["scenarios"]![0]!["summary"]!.AsObject().Select(member => member.Key));
    }

    private static async Task TakeAwayAsync(App app, Guid id, string row)
    {
        var entity = (await app.Scenarios.GetEntityAsync<TableEntity>(Keys.Shard(id), row, cancellationToken: TestContext.Current.CancellationToken)).Value;
        Assert.True(entity.Remove("Open") & entity.Remove("Unaffected"));
        await app.Scenarios.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
    }
}
