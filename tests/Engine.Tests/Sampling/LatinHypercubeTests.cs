using CsCheck;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Sampling;

public sealed class LatinHypercubeTests
{
    [Fact]
    public void Every_stratum_is_hit_exactly_once_in_every_block() => Gen.Select(Gen.ULong, Gen.Int[0, 19], Gen.Int[1, 700]).Sample(
        (key, block, draws) =>
        {
            var uniform = new double[draws];
            LatinHypercube.Fill(key, block, uniform);
            Assert.All(uniform, u => Assert.True(u is > 0 and < 1));
            Assert.Equal(Enumerable.Range(0, draws), uniform.Select(u => (int)(u * draws)).Order());
        },
        iter: Effort.Of(1_000),
        threads: 1);

    [Fact]
    public void Coordinates_filled_together_are_those_filled_alone_to_the_last_bit() => Gen.Select(Gen.ULong.Array[0, 13], Gen.Int[0, 19], Gen.Int[1, 700]).Sample(
        (keys, block, draws) =>
        {
            var (together, alone) = (new double[keys.Length * draws], new double[keys.Length * draws]);
            LatinHypercube.Fill(keys, block, together);
            for (var k = 0; k < keys.Length; k++)
            {
                LatinHypercube.Fill(keys[k], block, alone.AsSpan(k * draws, draws));
            }

            Assert.Equal(alone, together);
        },
        iter: Effort.Of(300),
        threads: 1);

    [Fact]
    public void The_largest_block_too_hits_every_stratum_once()
    {
        var uniform = new double[50_000];
        LatinHypercube.Fill(7, 3, uniform);
        Assert.Equal(Enumerable.Range(0, uniform.Length), uniform.Select(u => (int)(u * uniform.Length)).Order());
    }

    [Fact]
    public void Points_are_uniform_in_their_strata_and_strata_come_in_any_order()
    {
        // Mean place in a stratum over 20 blocks of 500: 1/2 ± 5 standard errors of √(1/12 / 10,000).
        const double fiveErrors = 5 * 0.0029;
        var uniform = new double[500];
        var (place, ascents) = (0.0, 0);
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            LatinHypercube.Fill(42, block, uniform);
            place += uniform.Sum(u => (u * 500) - Math.Floor(u * 500));
            ascents += uniform.Zip(uniform.Skip(1)).Count(pair => pair.First < pair.Second);
        }

        Assert.Equal(0.5, place / 10_000, fiveErrors);

        // Ascents of a random permutation of n: (n − 1)/2, variance (n + 1)/12; five standard errors over 20 blocks.
        Assert.Equal(20 * 499 / 2.0, ascents, 5 * Math.Sqrt(20 * 501 / 12.0));
    }

    [Fact]
    public void Two_judgements_and_two_blocks_of_one_are_uncorrelated()
    {
        // Correlation of independent permutations of 50,000: standard error 1/√50,000, five of them.
        const double fiveErrors = 5 * 0.00447;
        double[] Draws(string pointer, int block)
        {
            var uniform = new double[50_000];
            LatinHypercube.Fill(SampleKey.Of(1, pointer), block, uniform);
            return uniform;
        }

        static double Correlation(double[] a, double[] b) => 12 * (a.Zip(b, (x, y) => (x - 0.5) * (y - 0.5)).Average());
        Assert.Equal(0, Correlation(Draws("/a", 0), Draws("/b", 0)), fiveErrors);
        Assert.Equal(0, Correlation(Draws("/a", 0), Draws("/a", 1)), fiveErrors);
    }

    [Fact]
    public void Draws_of_a_judgement_depend_on_seed_and_pointer_and_on_no_other_judgement()
    {
        double[] Alone(long seed, params string[] others)
        {
            var quantities = new Quantities(seed, new Dictionary<string, TriangularRange>());
            foreach (var other in others)
            {
                quantities.Row(other, Build.Range(0, 1, 5, new FactorLoading("f", 0.5)));
            }

            var row = quantities.Row("/a", Build.Range(0, 30, 100));
            var sampler = new Sampler(quantities, 50);
            var draws = new DrawMatrix(quantities.Rows) { Draws = 50 };
            sampler.Begin(4);
            sampler.Write(0, draws);
            return [.. draws.Numbers(row)];
        }

        Assert.Equal(Alone(1), Alone(1, "/b", "/c"));
        Assert.Equal(Alone(1, "/c", "/b"), Alone(1, "/b", "/c"));
        Assert.NotEqual(Alone(1), Alone(2));
        Assert.NotEqual(Alone(0), Alone(1));
    }
}
