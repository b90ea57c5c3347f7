using System.Globalization;
using System.Text;
using Parley.Functions.Answering;

namespace Parley.Functions.Sweeping;

/// <summary>Variants as a table (RFC 4180), a line each.</summary>
public static class VariantsCsv
{
    public static string Of(VariantsPage page)
    {
        var table = new StringBuilder();
        Csv.Line(
            table,
            [
                "number",
                .. page.Terms.Select(Csv.Text),
                .. page.Outputs.SelectMany(output => new[] { Csv.Text(output), Csv.Text($"{output}, standard error") }),
                .. page.Stakeholders.Select(id => Csv.Text($"impact.{id}")),
            ]);
        foreach (var variant in page.Variants)
        {
            Csv.Line(
                table,
                [
                    Number(variant.Number),
                    .. variant.Terms.Select(Number),
                    .. variant.Outputs.Zip(variant.StandardErrors).SelectMany(each => new[] { Number(each.First), Number(each.Second) }),
                    .. variant.Impacts.Select(Number),
                ]);
        }

        return table.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
