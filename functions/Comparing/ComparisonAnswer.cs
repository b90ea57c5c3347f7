using System.Buffers;
using System.Text.Json;
using Parley.Functions.Answering;

namespace Parley.Functions.Comparing;

/// <summary>A comparison, byte by byte as the engine made it, with where its settings come from.</summary>
public static class ComparisonAnswer
{
    public static byte[] Of(ChosenSettings chosen, byte[] comparison)
    {
        var answer = new ArrayBufferWriter<byte>(comparison.Length + 512);
        using (var writer = new Utf8JsonWriter(answer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("chosen");
            JsonSerializer.Serialize(writer, chosen, Json.Options);
            writer.WritePropertyName("comparison");
            writer.WriteRawValue(comparison, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return answer.WrittenSpan.ToArray();
    }
}
