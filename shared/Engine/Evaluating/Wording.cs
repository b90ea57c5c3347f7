using System.Globalization;
using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Following;
using Parley.Engine.Situations;

namespace Parley.Engine.Evaluating;

/// <summary>Numbers in words; every number in a sentence stands in the report as well.</summary>
internal static class Wording
{
    private const int ReasonsShown = 3;

    /// <summary>The largest contributions, such as "Payment: −12.3 points".</summary>
    public static IReadOnlyList<string> Reasons(ImpactAgainst impact) =>
        Largest(impact.Contributions.Select(part => (part.Name, part.Mean.Value)));

    /// <summary>The largest of some parts of an impact or of a difference, in points.</summary>
    public static IReadOnlyList<string> Largest(IEnumerable<(string Name, double Points)> parts) =>
    [
        .. parts
            .Where(part => Math.Abs(Settled.Of(part.Points)) >= 0.05)
            .OrderByDescending(part => Math.Abs(Settled.Of(part.Points)))
            .Take(ReasonsShown)
            .Select(part => $"{part.Name}: {Points(part.Points)}"),
    ];

    /// <summary>A path from its cause to its effect, such as "Discharge → Fish stock → Unrest in the town".</summary>
    public static string Path(Model model, CausalChain chain)
    {
        var cause = model.Links[chain.Links[0]];
        var name = cause.Kind switch
        {
            LinkKind.Issue => model.Issues[cause.Source].Name,
            LinkKind.Assumption => AssumptionName(model, cause),
            LinkKind.Distance => $"Distance from {model.Stakeholders[cause.Source].Name}",
            LinkKind.Breach => $"Beyond the red line of {model.Stakeholders[cause.Source].Name} on {IssueName(model, cause)}",
            LinkKind.Outcome => $"Outcome of {model.Stakeholders[cause.Source].Name}",
            _ => throw new ArgumentException("A path starts at a cause that is not an effect.", nameof(chain)),
        };
        return string.Join(" → ", chain.Links.Select(l => model.Effects[model.Links[l].To].Name).Prepend(name));
    }

    private static string AssumptionName(Model model, BoundLink cause) =>
        model.Assumptions.Single(assumption => cause.Link.From is LinkSource.OfAssumption of && of.Assumption == assumption.Id).Name;

    private static string IssueName(Model model, BoundLink cause) =>
        model.Issues.Single(issue => cause.Link.From is LinkSource.OfBreach of && of.Issue == issue.Id).Name;

    /// <summary>With a true minus sign and one decimal.</summary>
    private static string Points(double value) =>
        (value < 0 ? "−" : "+") + Math.Abs(Settled.Of(value)).ToString("0.0", CultureInfo.InvariantCulture) + " points";
}
