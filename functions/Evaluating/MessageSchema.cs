using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Functions.Evaluating;

/// <summary>Which shape a message says it has. That alone is read before its other members, which another version may name as it likes.</summary>
public static class MessageSchema
{
    /// <summary>Null when it says nothing of the kind.</summary>
    public static int? Of(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Shape>(text, JsonSerializerOptions.Web)?.Schema;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Shape([property: JsonRequired] int Schema);
}
