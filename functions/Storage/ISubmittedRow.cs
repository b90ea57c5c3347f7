using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>The row of what somebody has submitted, a scenario or a sweep.</summary>
public interface ISubmittedRow<TRow>
    where TRow : ISubmittedRow<TRow>
{
    /// <summary>What it is, for whoever submitted it.</summary>
    static abstract string Noun { get; }

    /// <summary>All columns but the submission itself, which only workers read.</summary>
    static abstract IReadOnlyList<string> State { get; }

    Guid Id { get; }

    DateTimeOffset AcceptedAt { get; }

    ScenarioStatus Status { get; }

    DateTimeOffset? FinishedAt { get; }

    /// <summary>Names the request that stopped it, by which that knows its own write again when the answer was lost; null when none has.</summary>
    Guid? Stop { get; }

    /// <summary>The state of the row that was read; every change is made on condition of it.</summary>
    ETag ETag { get; }

    static abstract TableEntity Write(TRow row);

    static abstract TableEntity WriteListing(TRow row);

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    static abstract TRow Read(TableEntity entity);

    TRow With(ETag etag);
}
