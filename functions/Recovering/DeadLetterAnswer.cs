using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Recovering;

/// <param name="Message">As it was received; absent in listings.</param>
public sealed record DeadLetterAnswer(
    string Id, string Reason, Guid? Scenario, Guid? Sweep, DateTimeOffset KeptAt, DateTimeOffset? ReplayedAt, string? Message, DeadLetterLinks Links)
{
    public static DeadLetterAnswer Of(DeadLetter letter) => new(
        letter.Id,
        letter.Reason,
        letter.Scenario,
        letter.Sweep,
        letter.KeptAt,
        letter.ReplayedAt,
        Message: null,
        new DeadLetterLinks(
            Addresses.DeadLetter(letter.Id),
            letter.Scenario is { } scenario ? Addresses.Scenario(scenario) : null,
            letter.Sweep is { } sweep ? Addresses.Sweep(sweep) : null));
}

/// <param name="Scenario">Absent when the message names none.</param>
/// <param name="Sweep">The same.</param>
public sealed record DeadLetterLinks(string Self, string? Scenario, string? Sweep);
