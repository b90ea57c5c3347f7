using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Specifying;

/// <summary>What is written member by member is as the OpenAPI document says, and nothing else is.</summary>
public sealed class DocumentSchemaTests
{
    private static readonly string[] Kinds = ["Report", "Comparison", "SweepSummary", "Scenario", "Sweep", "Situation"];

    [Fact]
    public async Task Every_document_is_as_its_schema_says()
    {
        var wrong = new List<string>();
        foreach (var (schema, document) in Corpus.All)
            wrong.AddRange((await Contract.ErrorsAsync(schema, document.ToJsonString())).Select(error => $"{schema}: {error}"));

        CheckNone(wrong.Distinct());
        Assert.Equal(Kinds.Order(), Corpus.All.Select(each => each.Schema).Distinct().Order());
    }

    [Fact]
    public void Whatever_a_schema_declares_is_written_in_some_document()
    {
        var found = Objects().SelectMany(each => each.Found.Select(member => $"{each.Schema}.{member.Key}")).ToHashSet();
        var declared = Objects().Select(each => each.Schema).Distinct().SelectMany(schema => SchemaWalk.Members(schema).Select(member => $"{schema}.{member}"));

        CheckNone(declared.Except(found));
    }

    [Fact]
    public async Task A_member_that_is_missing_new_or_of_another_type_is_noticed_wherever_it_stands()
    {
        var missed = new List<string>();
        foreach (var (schema, found) in Objects().DistinctBy(each => each.Schema))
        {
            await NoticeAsync(schema, found, "a new member", changed => changed["somethingNew"] = 1);
            foreach (var (name, value) in found)
            {
                await NoticeAsync(schema, found, $"another type of {name}", changed => changed[name] = Another(value!));
                if (SchemaWalk.IsRequired(schema, name))
                    await NoticeAsync(schema, found, $"no {name}", changed => changed.Remove(name));
            }
        }

        CheckNone(missed);

        async Task NoticeAsync(string schema, JsonObject found, string what, Action<JsonObject> change)
        {
            var changed = found.DeepClone().AsObject();
            change(changed);
            if ((await Contract.ErrorsAsync(schema, changed.ToJsonString())).Count == 0)
                missed.Add($"{schema}: {what}");
        }
    }

    // A list that is as long as it is: the framework would cut it.
    private static void CheckNone(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join(Environment.NewLine, wrong));

    private static IEnumerable<(string Schema, JsonObject Found)> Objects() => Corpus.All.SelectMany(each => SchemaWalk.Objects(each.Schema, each.Document));

    private static JsonNode Another(JsonNode value) => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number ? "text" : true;
}
