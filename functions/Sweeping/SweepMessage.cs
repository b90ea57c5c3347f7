using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>The message that asks for work on a sweep; everything else stands in its rows.</summary>
/// <param name="Schema">Shape of the message. An app reads its own and the one before, so that two versions can run side by side.</param>
/// <param name="Chunk">The chunk to be evaluated; absent when the sweep itself is to be brought on: handed out, summarised or removed.</param>
/// <param name="Attempt">Failures behind it, for which each next one waits longer.</param>
/// <param name="Waits">How often it was put off because the chunk has numbers of a newer engine; what an app sends that knows no such waits says 0.</param>
/// <param name="Traceparent">The trace that the submission belongs to: a queue carries no headers.</param>
/// <param name="DueAt">When it could be taken at the earliest; absent when an older app sent it.</param>
public sealed record SweepMessage(
    [property: JsonRequired] int Schema,
    [property: JsonRequired] Guid Sweep,
    int? Chunk = null,
    int Attempt = 0,
    int Waits = 0,
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

    public static SweepMessage For(Guid sweep, int? chunk = null, string? traceparent = null) =>
        new(CurrentSchema, sweep, chunk, Traceparent: Spans.WellFormed(traceparent));

    /// <summary>Null when it is no message that this version reads.</summary>
    public static SweepMessage? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SweepMessage>(text, Json) is { } message && IsRead(message.Schema)
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
