namespace Parley.Engine.Sampling;

/// <summary>
/// Draws computed together, up to 256: as many whole blocks as there is room for, side by side, or a piece of one. Small batches would
/// cost almost as much as full ones.
/// </summary>
internal sealed record DrawBatch(DrawPiece[] Pieces)
{
    /// <summary>
    /// Up to how many draws of whole blocks an evaluation works on together: rows half as long cost little more than full ones, and leave the
    /// collector half as much memory, which is most of what a short evaluation takes.
    /// </summary>
    private const int InAnEvaluation = DrawMatrix.Capacity / 2;

    public int Draws { get; } = Pieces.Sum(piece => piece.Count);

    /// <summary>Where in its block the first draw stands: 0 for whole blocks.</summary>
    public int Start => Pieces[0].Start;

    /// <summary>How many blocks go together in an evaluation.</summary>
    public static int BlocksTogether(int drawsPerBlock) => Together(drawsPerBlock, InAnEvaluation);

    /// <summary>A sample's blocks, those together that go together in an evaluation, and no fewer parts than there are threads to work on them.</summary>
    public static IEnumerable<int[]> Blocks(int drawsPerBlock, int threads) =>
        Chunks(Math.Clamp(LatinHypercube.Blocks / threads, 1, BlocksTogether(drawsPerBlock)));

    /// <summary>The batches of a whole sample, as large as they can be.</summary>
    public static IEnumerable<DrawBatch> Of(int drawsPerBlock) =>
        Chunks(Together(drawsPerBlock, DrawMatrix.Capacity)).SelectMany(blocks => Of(blocks, drawsPerBlock));

    /// <summary>The batches of some blocks, no more than go together.</summary>
    public static IEnumerable<DrawBatch> Of(IReadOnlyList<int> blocks, int drawsPerBlock)
    {
        for (var start = 0; start < drawsPerBlock; start += DrawMatrix.Capacity)
        {
            var count = Math.Min(DrawMatrix.Capacity, drawsPerBlock - start);
            yield return new DrawBatch([.. blocks.Select((block, place) => new DrawPiece(block, start, count, place * count))]);
        }
    }

    private static int Together(int drawsPerBlock, int most) => Math.Clamp(most / drawsPerBlock, 1, LatinHypercube.Blocks);

    private static IEnumerable<int[]> Chunks(int blocks) => Enumerable.Range(0, LatinHypercube.Blocks).Chunk(blocks);
}

/// <summary>Some draws of one block.</summary>
/// <param name="Start">The first of them in the block.</param>
/// <param name="Place">Where they stand in the batch.</param>
internal readonly record struct DrawPiece(int Block, int Start, int Count, int Place);
