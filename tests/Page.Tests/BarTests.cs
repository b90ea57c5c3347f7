using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>A bar is as long as its values say, and a number stands where its value is.</summary>
public sealed class BarTests(Site site)
{
    /// <summary>In pixels; charts are drawn to hundredths.</summary>
    private const double Rounding = 0.1;

    public static MatrixTheoryData<string, int> Charts => new(["impacts", "difference"], [360, 1280]);

    [Theory]
    [MemberData(nameof(Charts))]
    public Task A_bar_reaches_from_low_to_high_and_the_mean_is_written_at_its_dot(string name, int width) => site.VisitAsync(
        name == "impacts" ? $"#/scenarios/{site.Everything}/impacts" : $"#/compare?ids={site.Proposal},{site.Freeze}",
        async page =>
        {
            var figure = page.GetByRole(AriaRole.Figure, new() { NameRegex = new(name == "impacts" ? "^Who gains and who loses" : "^For whom A is better than B") });
            await page.UnfoldAsync();
            var values = name == "impacts" ? await ImpactsAsync() : await DifferencesAsync();
            // Of each row the ends of the bar, the dot, and the middle of the number.
            var drawn = await figure.Locator("svg.chart").EvaluateAsync<double[][]>("""
                chart => {
                  const bars = [...chart.querySelectorAll('path')].filter(each => getComputedStyle(each).strokeWidth === '10px');
                  const cap = bars.every(each => getComputedStyle(each).strokeLinecap === 'butt') ? 1 : 0;
                  const dots = [...chart.querySelectorAll('circle')].map(each => each.getBoundingClientRect());
                  const numbers = [...chart.querySelectorAll('text')].filter(each => getComputedStyle(each).fontWeight === '600' && /\d/.test(each.textContent)).map(each => each.getBoundingClientRect());
                  const middle = box => (box.left + box.right) / 2;
                  return bars.map((each, row) => {
                    const at = length => each.getPointAtLength(length).matrixTransform(each.getScreenCTM()).x;
                    return [at(0), at(each.getTotalLength()), middle(dots[row]), middle(numbers[row]), cap];
                  });
                }
                """);

            Assert.Equal(values.Count, drawn.Length);
            var (one, other) = (values.MinBy(each => each[0])![0], values.MaxBy(each => each[1])![1]);
            var (left, right) = (drawn.Min(each => each[0]), drawn.Max(each => each[1]));
            double At(double value) => left + ((value - one) / (other - one) * (right - left));
            foreach (var (value, at) in values.Zip(drawn))
            {
                Assert.Equal(At(value[0]), at[0], Rounding);
                Assert.Equal(At(value[1]), at[1], Rounding);
                Assert.Equal(At(value[2]), at[2], Rounding);
                Assert.Equal(at[2], at[3], 1.0);
                Assert.Equal(1, at[4]);
            }

            Assert.Empty(await figure.Locator("svg.chart").OverlappingLabelsAsync());
        },
        width);

    /// <summary>Low, high and mean, from the best to the worst off.</summary>
    private async Task<List<double[]>> ImpactsAsync() =>
        [.. (await site.Api.GetAsync($"/api/scenarios/{site.Everything}/report/impacts")).Members()
            .Select(each => each.Value["noDeal"]!)
            .Select(outcome => (double[])[outcome["low80"].Value(), outcome["high80"].Value(), outcome["mean"].Value()])
            .OrderByDescending(each => each[2])];

    private async Task<List<double[]>> DifferencesAsync() =>
        [.. (await site.Api.GetAsync($"/api/compare?ids={site.Proposal},{site.Freeze}"))["comparison"]!["pairs"]![0]!["impacts"].Members()
            .Select(each => each.Value["noDeal"]!)
            .Select(outcome => (double[])[outcome["low80"].Value(), outcome["high80"].Value(), outcome["difference"].Value()])
            .OrderByDescending(each => each[2])];
}
