using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Functions.Answering;

/// <summary>Ids in a path. What is not written as we write ids is the id of nothing, and never reaches storage.</summary>
public static partial class RouteIds
{
    /// <exception cref="RefusedException">No id.</exception>
    public static Guid Scenario(string id) => ScenarioOrNull(id) ?? throw new RefusedException(Problems.NotFound("scenario"));

    public static Guid? ScenarioOrNull(string id) => Guid.TryParseExact(id, "D", out var read) && $"{read}" == id ? read : null;

    /// <exception cref="RefusedException">No id.</exception>
    public static Guid Sweep(string id) => ScenarioOrNull(id) ?? throw new RefusedException(Problems.NotFound("sweep"));

    /// <exception cref="RefusedException">No id.</exception>
    public static string Situation(string id) => SituationOrNull(id) ?? throw new RefusedException(Problems.NotFound("situation"));

    public static string? SituationOrNull(string id) => SituationId().IsMatch(id) ? id : null;

    /// <summary>An id under which something may be stored; the refusal says how ids are written.</summary>
    /// <exception cref="RefusedException">No id.</exception>
    public static string NewSituation(string id) => SituationOrNull(id)
        ?? throw new RefusedException(Problems.Invalid("situation's id in the address", "An id has 1 to 64 characters from a-z, 0-9 and -."));

    /// <exception cref="RefusedException">No id.</exception>
    public static string DeadLetter(string id) => IsDeadLetter(id) ? id : throw new RefusedException(Problems.NotFound("dead letter"));

    public static bool IsDeadLetter(string id) => DeadLetterId().IsMatch(id);

    /// <exception cref="RefusedException">No number of a version.</exception>
    public static int Version(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read.ToString(CultureInfo.InvariantCulture) == number
            ? read
            : throw new RefusedException(Problems.NotFound("version"));

    [GeneratedRegex(@"\A[a-z0-9-]{1,64}\z")]
    private static partial Regex SituationId();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex DeadLetterId();
}
