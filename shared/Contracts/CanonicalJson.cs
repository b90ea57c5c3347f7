using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Contracts.Writing;
using Parley.Engine.Comparing;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Contracts;

/// <summary>
/// The one spelling of a document: members in a fixed order, no white space, defaults written out, every double as the
/// shortest text that reads back as the same double. The same value always gives the same bytes, on every machine.
/// </summary>
public static class CanonicalJson
{
    // The bytes are for readers of JSON, never for a script element; people compare them as well.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The wire form: <see cref="ScenarioReader"/> reads it back as the same scenario.</summary>
    public static byte[] Of(Scenario scenario) => Written(writer => writer.Write(scenario));

    /// <summary>The wire form: <see cref="SituationReader"/> reads it back as the same situation.</summary>
    public static byte[] Of(Situation situation) => Written(writer => writer.Write(situation));

    /// <summary>What an evaluation is compared by: same inputs and engine, same bytes.</summary>
    /// <param name="from">Where the documents come from; null for documents that are in no store.</param>
    public static byte[] Of(Evaluation evaluation, Provenance? from = null) => Written(writer => writer.Write(evaluation, from));

    /// <summary>What a comparison is compared by, as an evaluation is.</summary>
    public static byte[] Of(Comparison comparison) => Written(writer => writer.Write(comparison));

    /// <summary>The wire form: <see cref="SweepReader"/> reads it back as the same sweep.</summary>
    public static byte[] Of(Sweep sweep) => Written(writer => writer.Write(sweep));

    /// <summary>A sweep's summary, as an evaluation is written.</summary>
    public static byte[] Of(SweepSummary summary) => Written(writer => writer.Write(summary));

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);

        return buffer.WrittenSpan.ToArray();
    }
}
