using System.Text;

namespace Parley.Local;

/// <summary>Aligned columns: the first ones to the left, figures to the right.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static string Of(IReadOnlyList<IReadOnlyList<string>> rows, int columnsOfText)
    {
        var widths = Enumerable.Range(0, rows.Max(row => row.Count))
            .Select(column => rows.Max(row => column < row.Count ? row[column].Length : 0))
            .ToArray();
        var table = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column < columnsOfText ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            table.AppendLine(string.Join(Gap, cells).TrimEnd());
        }

        return table.ToString();
    }
}
