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

    /// <param name="quantities">How many the sweep has.</param>
    /// <exception cref="InvalidDataException">They are not there as any version has written them, or not those of this chunk.</exception>
    public static VariantNumbers Read(TableEntity entity, SweepRow sweep, int quantities) => entity.Read(row =>
    {
        var (first, count) = PlaceOf(row, sweep, quantities);
        var each = Enumerable.Range(0, quantities);
        var numbers = new VariantNumbers(first, [.. each.Select(q => Unpack(row.GetBinary(Mean(q))))], [.. each.Select(q => Unpack(row.GetBinary(Error(q))))]);
        return numbers.Means.Concat(numbers.Errors).All(of => of.Length == count)
            ? numbers
            : throw new InvalidDataException($"The row {row.RowKey} does not hold {count} variants.");
    });

    /// <param name="quantities">How many the sweep has.</param>
    /// <exception cref="InvalidDataException">It is not there as any version has written it, or cannot be that of this chunk.</exception>
    public static SweepDigest ReadDigest(TableEntity entity, SweepRow sweep, int quantities) => entity.Read(row =>
    {
        var (first, count) = PlaceOf(row, sweep, quantities);
        QuantityDigest[] read =
            [.. row.GetBinary("Digest").Chunk(QuantityDigestBytes).Select(Unpack).Select(of => new QuantityDigest(of[0], (int)of[1], of[2], (int)of[3], of[4], (int)of[5]))];
        return read.Length == quantities && read.All(of => IsPossible(of, first, count))
            ? new SweepDigest(count, read)
            : throw new InvalidDataException($"The digest of the row {row.RowKey} is not one of {quantities} quantities of the variants {first} to {first + count - 1}.");
    });

    private static (int First, int Count) PlaceOf(TableEntity row, SweepRow sweep, int quantities)
    {
        var number = SweepChunk.NumberOf(row);
        var (first, count) = (sweep.FirstOf(number), sweep.CountOf(number));
        return count > 0 && row.GetInt32("First") == first && row.GetInt32("Variants") == count && row.GetInt32("Quantities") == quantities
            ? (first, count)
            : throw new InvalidDataException($"The row {row.RowKey} does not hold the sweep's variants from {first} on, with {quantities} quantities.");
    }

    private static bool IsPossible(QuantityDigest of, int first, int count) =>
        of.Lowest <= of.Highest && double.IsFinite(of.Lowest) && double.IsFinite(of.Highest) && double.IsFinite(of.Sum)
        && of.LowestIn >= first && of.LowestIn < first + count && of.HighestIn >= first && of.HighestIn < first + count
        && of.Failing >= 0 && of.Failing <= count;

    private static double[] Numbers(QuantityDigest of) => [of.Lowest, of.LowestIn, of.Highest, of.HighestIn, of.Sum, of.Failing];

    private static byte[] Pack(double[] numbers) => MemoryMarshal.AsBytes<double>(numbers).ToArray();

    private static double[] Unpack(byte[]? bytes) =>
        bytes is null ? throw new InvalidDataException("Numbers are missing.") : MemoryMarshal.Cast<byte, double>(bytes).ToArray();

    private static string Mean(int quantity) => string.Create(CultureInfo.InvariantCulture, $"Mean{quantity:D2}");

    private static string Error(int quantity) => string.Create(CultureInfo.InvariantCulture, $"Error{quantity:D2}");
}
