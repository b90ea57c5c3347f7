namespace Parley.Local.Tests;

/// <summary>A span as a collector got it.</summary>
internal sealed record ExportedSpan(
    string Trace, string Id, string Parent, string Name, ulong Kind, IReadOnlyList<string> Links, IReadOnlyDictionary<string, string> Attributes)
{
    public const ulong Server = 2;
    public const ulong Client = 3;
    public const ulong Producer = 4;
    public const ulong Consumer = 5;

    /// <param name="message">An ExportTraceServiceRequest.</param>
    public static IEnumerable<ExportedSpan> In(byte[] message) => Field.At(message, 1, 2, 2).Select(span => new ExportedSpan(
        Hex(span, 1),
        Hex(span, 2),
        Hex(span, 4),
        Field.At(span.Bytes, 5).Single().Text,
        Field.At(span.Bytes, 6).Single().Scalar,
        [.. Field.At(span.Bytes, 13, 2).Select(link => link.Hex)],
        ExportedAttributes.Of(span, 9)));

    private static string Hex(Field span, int number) => Field.At(span.Bytes, number).Select(field => field.Hex).FirstOrDefault("");
}

/// <summary>A line of the log as a collector got it.</summary>
internal sealed record ExportedLog(string Body, string Trace, IReadOnlyDictionary<string, string> Attributes)
{
    /// <param name="message">An ExportLogsServiceRequest.</param>
    public static IEnumerable<ExportedLog> In(byte[] message) => Field.At(message, 1, 2, 2).Select(record => new ExportedLog(
        Field.At(record.Bytes, 5, 1).Select(body => body.Text).FirstOrDefault(""),
        Field.At(record.Bytes, 9).Select(trace => trace.Hex).FirstOrDefault(""),
        ExportedAttributes.Of(record, 6)));
}

/// <summary>A metric as a collector got it.</summary>
/// <param name="Count">The sum of a counter, or how many values a histogram has.</param>
internal sealed record ExportedMetric(string Name, string Unit, ulong Count)
{
    /// <param name="message">An ExportMetricsServiceRequest.</param>
    public static IEnumerable<ExportedMetric> In(byte[] message) => Field.At(message, 1, 2, 2).Select(metric => new ExportedMetric(
        Field.At(metric.Bytes, 1).Single().Text,
        Field.At(metric.Bytes, 3).Select(unit => unit.Text).FirstOrDefault(""),
        Field.At(metric.Bytes, 7, 1, 6).Concat(Field.At(metric.Bytes, 9, 1, 4)).Aggregate(0UL, (sum, point) => sum + point.Scalar)));
}

internal static class ExportedAttributes
{
    /// <summary>Texts and whole numbers; what else there is remains empty.</summary>
    public static IReadOnlyDictionary<string, string> Of(Field holder, int number) => Field.At(holder.Bytes, number)
        .GroupBy(attribute => Field.At(attribute.Bytes, 1).Single().Text)
        .ToDictionary(same => same.Key, same => Value(Field.At(same.Last().Bytes, 2).Single()));

    private static string Value(Field any) =>
        Field.Of(any.Bytes).Select(value => value.Number switch { 1 => value.Text, 3 => $"{value.Scalar}", _ => "" }).FirstOrDefault("");
}
