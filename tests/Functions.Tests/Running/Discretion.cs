using System.Text;
using System.Text.RegularExpressions;

namespace Parley.Functions.Tests.Running;

/// <summary>Nothing of storage, of the code or of the machine may stand in an answer.</summary>
internal static partial class Discretion
{
    private static readonly string[] Secret =
    [
        "devstoreaccount1", "AccountKey", "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq", "AzureWebJobsStorage", "RequestFailedException",
        "Azure.Data.Tables", "Azure.Storage", "Microsoft.AspNetCore", "System.InvalidOperation", "PartitionKey", "RowKey", "odata", "queue.core", "table.core",
        AppContext.BaseDirectory, Path.GetTempPath() + "parley",
    ];

    public static void Check(Answer answer)
    {
        var told = $"{string.Join('\n', answer.Headers.Select(header => $"{header.Key}: {header.Value}"))}\n{Encoding.UTF8.GetString(answer.Body)}";
        Assert.All(Secret, secret => Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch(Frame(), told);
    }

    /// <summary>A frame of a stack trace, or the file that it names.</summary>
    [GeneratedRegex(@"^\s+at [\w.]+\(|\\n\s+at [\w.<>]+\(|\.cs:line \d", RegexOptions.Multiline)]
    private static partial Regex Frame();
}
