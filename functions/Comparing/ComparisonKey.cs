using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Engine.Comparing;
using Parley.Functions.Storage;

namespace Parley.Functions.Comparing;

/// <summary>
/// Names a comparison by everything that its answer is a function of, so that a stored answer never goes stale: what it would be
/// stale for has another name.
/// </summary>
public static class ComparisonKey
{
    /// <summary>Raised when the same comparison is written in another form.</summary>
    private const int Form = 1;

    /// <param name="engine">The engine's version.</param>
    /// <param name="situation">The version of all scenarios, of which the hash counts.</param>
    /// <param name="submissions">The scenarios' ids with what is stored of each, in order.</param>
    public static string Of(
        string engine, SituationVersion situation, IEnumerable<(Guid Id, byte[] Submission)> submissions, CommonSettings settings)
    {
        var (draws, seed, horizon, shortHorizon) = settings;
        IEnumerable<string> parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{Form} {engine} {situation.Hash} {draws} {seed} {horizon} {shortHorizon}"),
            .. submissions.Select(each => $"{each.Id} {Convert.ToHexStringLower(SHA256.HashData(each.Submission))}"),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
