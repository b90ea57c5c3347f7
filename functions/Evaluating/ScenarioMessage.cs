using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>The message that asks for a scenario's evaluation; everything else stands in its row.</summary>
/// <param name="Schema">Shape of the message. An app reads its own and the one before, so that two versions can run side by side.</param>
/// <param name="Generation">The run that was asked for; a message of an earlier one has nothing left to do.</param>
/// <param name="Attempt">Failures behind it, for which each next one waits longer.</param>
/// <param name="Traceparent">The trace that the submission belongs to: a queue carries no headers.</param>
/// <param name="DueAt">When it could be taken at the earliest; absent when an older app sent it.</param>
public sealed record ScenarioMessage(
    [property: JsonRequired] int Schema,
    [property: JsonRequired] Guid Id,
    [property: JsonRequired] int Generation,
    int Attempt = 0,
    string? Traceparent = null,
    DateTimeOffset? DueAt = null)
{
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>
    /// The schema of a message that another version has sent, which waits for an app that reads it; null of any other, and of one that has no room
    /// in a queue any more.
    /// </summary>
    public static int? OtherSchemaOf(string text) => Messages.HasRoomFor(text) && MessageSchema.Of(text) is { } schema && !IsRead(schema) ? schema : null;

    public static ScenarioMessage For(Guid id, int generation, string? traceparent = null) =>
        new(CurrentSchema, id, generation, Traceparent: Spans.WellFormed(traceparent));

    /// <summary>Null when it is no message that this version reads.</summary>
    public static ScenarioMessage? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ScenarioMessage>(text, Json) is { } message && IsRead(message.Schema)
                ? message with { Traceparent = Spans.WellFormed(message.Traceparent) }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static bool IsRead(int schema) => schema is CurrentSchema or CurrentSchema - 1;
}
