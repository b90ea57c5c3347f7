namespace Parley.Engine.Offering;

/// <summary>Values by their rank.</summary>
internal static class Ranking
{
    /// <summary>The largest value but <paramref name="rank"/> − 1, found by partitioning (Hoare 1961); the values end in another order.</summary>
    public static double Largest(Span<double> values, int rank)
    {
        var (low, high, wanted) = (0, values.Length - 1, values.Length - rank);
        while (low < high)
        {
            var pivot = values[low + ((high - low) / 2)];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (wanted <= j)
            {
                high = j;
            }
            else if (wanted >= i)
            {
                low = i;
            }
            else
            {
                break;
            }
        }

        return values[wanted];
    }
}
