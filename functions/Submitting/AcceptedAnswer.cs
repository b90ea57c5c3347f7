using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Submitting;

/// <summary>The first answer, given again word for word to every repetition of the request.</summary>
public sealed record AcceptedAnswer(Guid Id, string Status, SituationVersion Situation, double Cost, AcceptedLinks Links)
{
    public static AcceptedAnswer Of(ScenarioRow row) => new(
        row.Id,
        nameof(ScenarioStatus.Accepted),
        row.Situation,
        row.Cost,
        new AcceptedLinks(Addresses.Scenario(row.Id), Addresses.Impacts(row.Id)));
}

/// <param name="Impacts">Answers once the scenario has succeeded.</param>
public sealed record AcceptedLinks(string Self, string Impacts);
