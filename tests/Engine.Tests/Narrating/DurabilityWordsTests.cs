using Parley.Engine.Estimating;
using Parley.Engine.Narrating;

namespace Parley.Engine.Tests.Narrating;

/// <summary>When a deal is said to hold better or worse than its record.</summary>
public sealed class DurabilityWordsTests
{
    /// <summary>Both round to 95 %, or to 5 %, but do not read alike.</summary>
    [Theory]
    [InlineData(0.97, 0.94, "better than")]
    [InlineData(0.94, 0.97, "worse than")]
    [InlineData(0.04, 0.06, "worse than")]
    [InlineData(0.06, 0.04, "better than")]
    [InlineData(0.97, 0.96, "about like")]
    public void What_reads_as_two_shares_may_be_told_as_better_or_worse(double mean, double record, string words)
    {
        static Estimate At(double value) => new(value, 1e-6);
        Assert.Equal(words, DurabilityWords.Beside(new(10, record, At(mean), At(mean), At(mean - 0.005), At(mean + 0.005))));
    }
}
