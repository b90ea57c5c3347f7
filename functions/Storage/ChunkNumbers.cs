using System.Globalization;
using System.Runtime.InteropServices;
using Azure.Data.Tables;
using Parley.Engine.Sweeping;

namespace Parley.Functions.Storage;

/// <summary>
/// The numbers of a chunk, packed as doubles: two columns for each quantity, of eight bytes for each of at most 500 variants, and their
/// digest. (All processors that .NET runs on are little-endian.)
/// </summary>
public static class ChunkNumbers
{
    private const int QuantityDigestBytes = 48;

    public static void Write(TableEntity row, VariantNumbers numbers, SweepDigest digest)
    {
        row["First"] = numbers.First;
        row["Variants"] = numbers.Count;
        row["Quantities"] = numbers.Means.Count;
        for (var q = 0; q < numbers.Means.Count; q++)
        {
            row[Mean(q)] = Pack(numbers.Means[q]);
            row[Error(q)] = Pack(numbers.Errors[q]);
        }

        row["Digest"] = Pack([.. digest.Quantities.SelectMany(Numbers)]);
    }

    /// <exception cref="InvalidDataException">They are not there as any version has written them.</exception>
    public static VariantNumbers Read(TableEntity entity) => entity.Read(ReadColumns);

    private static VariantNumbers ReadColumns(TableEntity row)
    {
        int[] quantities = [.. Enumerable.Range(0, row.GetInt32("Quantities")!.Value)];
        var numbers = new VariantNumbers(
            row.GetInt32("First")!.Value, [.. quantities.Select(q => Unpack(row.GetBinary(Mean(q))))], [.. quantities.Select(q => Unpack(row.GetBinary(Error(q))))]);
        var count = row.GetInt32("Variants")!.Value;
        return numbers.Means.Concat(numbers.Errors).All(of => of.Length == count)
            ? numbers
            : throw new InvalidDataException($"The row {row.RowKey} does not hold {count} variants.");
    }

    /// <summary>The means of the first quantities alone.</summary>
    public static double[][] ReadMeans(TableEntity row, int quantities) => [.. Enumerable.Range(0, quantities).Select(q => Unpack(row.GetBinary(Mean(q))))];

    /// <exception cref="InvalidDataException">It is not there as any version has written it.</exception>
    public static SweepDigest ReadDigest(TableEntity entity) => entity.Read(row => new SweepDigest(
        row.GetInt32("Variants")!.Value,
        [.. row.GetBinary("Digest").Chunk(QuantityDigestBytes).Select(Unpack).Select(of => new QuantityDigest(of[0], (int)of[1], of[2], (int)of[3], of[4], (int)of[5]))]));

    public static IEnumerable<string> MeanColumns(int quantities) => Enumerable.Range(0, quantities).Select(Mean);

    private static double[] Numbers(QuantityDigest of) => [of.Lowest, of.LowestIn, of.Highest, of.HighestIn, of.Sum, of.Failing];

    private static byte[] Pack(double[] numbers) => MemoryMarshal.AsBytes<double>(numbers).ToArray();

    private static double[] Unpack(byte[]? bytes) =>
        bytes is null ? throw new InvalidDataException("Numbers are missing.") : MemoryMarshal.Cast<byte, double>(bytes).ToArray();

    private static string Mean(int quantity) => string.Create(CultureInfo.InvariantCulture, $"Mean{quantity:D2}");

    private static string Error(int quantity) => string.Create(CultureInfo.InvariantCulture, $"Error{quantity:D2}");
}
