using Microsoft.Azure.Functions.Worker;
using Parley.Functions.Changing;
using Parley.Functions.Comparing;
using Parley.Functions.Describing;
using Parley.Functions.Page;
using Parley.Functions.Publishing;
using Parley.Functions.Purging;
using Parley.Functions.Reading;
using Parley.Functions.Recovering;
using Parley.Functions.Submitting;
using Parley.Functions.Sweeping;
using Parley.Functions.Watching;
using static Parley.Functions.Specifying.Replies;

namespace Parley.Functions.Specifying;

/// <summary>
/// The whole HTTP surface, written once. The document of it is made from this table; tests hold the table against the functions' triggers
/// and against every answer of a function that they get over HTTP.
/// </summary>
public static class Surface
{
    private static readonly Parameter IfMatch = new("header", "If-Match", "ETag of the status that the change depends on.");
    private static readonly Parameter IfNoneMatch = new("header", "If-None-Match", "ETag that the client has already.");
    private static readonly Parameter IfCurrent = new("header", "If-Match", "ETag of the version that is to be replaced.");
    private static readonly Parameter IfNothing = new("header", "If-None-Match", "* lets only a new situation through.");
    private static readonly Content SituationDocument = new("application/json", nameof(Shapes.Situation));
    private static readonly Content SweepDocument = new("application/json", nameof(Shapes.Sweep));
    private static readonly Content ScenarioDocument = new("application/json", nameof(Shapes.Scenario));

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        Open(nameof(SubmitScenario), "post", "api/scenarios", "Submit a scenario",
            [
                new("header", "Idempotency-Key", "Of 1 to 1000 characters: the same key from the same caller never makes two scenarios."),
                new("header", "Prefer", "wait=N: up to ten seconds for the end (RFC 7240)."),
            ],
            ScenarioDocument,
            Json(200, "It has ended while the client waited.", nameof(StatusAnswer), ["Location", "Preference-Applied"]),
            Json(202, "Accepted; it will come to an end.", nameof(AcceptedAnswer), ["Location", "Retry-After"]),
            Problem(400, "Not valid: every problem at once, each with its JSON Pointer."),
            Problem(410, "The key stands for a scenario that was deleted."),
            Problem(413, "The body is too large."),
            NotPlainJson,
            Problem(422, "The key stands for another scenario, or for one that can no longer be read.")),
        Open(nameof(ValidateScenario), "post", "api/scenarios/validate", "Say what submitting would say, and store nothing", [], ScenarioDocument,
            Json(200, "Its problems, or its cost; and what one evaluation may cost.", nameof(ValidationAnswer)),
            NotSent,
            Problem(413, "The body is too large."),
            NotPlainJson),
        Open(nameof(ListScenarios), "get", "api/scenarios", "List scenarios, newest first",
            [
                new("query", "status", "Only those of this status.", Words: ListingQuery.Statuses.Words),
                new("query", "situation", "Only those on the situation of this id."),
                new("query", "kind", "Only those of this kind.", Words: ListingQuery.Kinds.Words),
                new("query", "acceptedFrom", "Only those accepted at this time or later."),
                new("query", "acceptedBefore", "Only those accepted before this time."),
                new("query", "limit", "Most scenarios on a page."),
                new("query", "after", "Where an earlier page ended; taken from its next."),
            ],
            body: null,
            Json(200, "A page, which may be short, or empty, and still have a next one.", nameof(ListingAnswer), mayHave: ["Link"]),
            Problem(400, "The question is not understood.")),
        Open(nameof(GetScenario), "get", "api/scenarios/{id}", "Where a scenario stands", [IfNoneMatch], body: null,
            Json(200, "Its status.", nameof(StatusAnswer), ["ETag"], mayHave: ["Retry-After"]),
            NotModified,
            NoScenario,
            Unreadable),
        Open(nameof(DeleteScenario), "delete", "api/scenarios/{id}", "Delete a scenario, whatever it is at", [IfMatch], body: null,
            Empty(204, "Gone for every reader."), NotReadable, NoScenario, Changed, Unreadable),
        Open(nameof(CancelScenario), "post", "api/scenarios/{id}/cancel", "Cancel a scenario", [IfMatch], body: null,
            Json(200, "Cancelled.", nameof(StatusAnswer), ["ETag"]),
            Json(202, "Its worker is being stopped.", nameof(StatusAnswer), ["ETag", "Retry-After"]),
            NotReadable,
            NoScenario,
            Problem(409, "It has ended already."),
            Changed,
            Unreadable),
        Open(nameof(RerunScenario), "post", "api/scenarios/{id}/rerun", "Evaluate a scenario once more", [IfMatch], body: null,
            Json(202, "A new run is asked for; the former result stands until it has succeeded.", nameof(StatusAnswer), ["ETag", "Location"], mayHave: ["Retry-After"]),
            NotReadable,
            NoScenario,
            Problem(409, "It has not ended."),
            Changed,
            Unreadable),
        Open(nameof(GetImpacts), "get", "api/scenarios/{id}/impacts", "What a scenario means for each stakeholder",
            [new("header", "Accept", "text/csv for a spreadsheet.")],
            body: null,
            new Reply(200, "The impacts.", [new("application/json", nameof(Shapes.Impacts)), new("text/csv", Schemas.Text)], ["Vary"], []),
            NoResult,
            Unreadable),
        Open(nameof(GetReport), "get", "api/scenarios/{id}/report", "The whole evaluation", [], body: null,
            Json(200, "The evaluation.", nameof(Shapes.Report)), NoResult, Unreadable),
        Open(nameof(GetReportPart), "get", "api/scenarios/{id}/report/{part}", "One part of the evaluation",
            [new("path", "part", "The name of a part; a report has those that its scenario's analyses asked for.", IsRequired: true, Words: Schemas.ReportParts)],
            body: null,
            Json(200, "The part, as the report has it.", Schemas.ReportPart), NoResult, Unreadable),
        Open(nameof(GetInputs), "get", "api/scenarios/{id}/inputs", "The scenario as it was understood, with every default that does not follow from its situation", [], body: null,
            Json(200, "Sent again, it gives the same result.", nameof(Shapes.Scenario)), NoScenario, Unreadable),
        Open(nameof(CompareScenarios), "get", "api/compare", "What differs between two to four scenarios, on common draws",
            [
                new("query", "ids", "Two to four ids, with commas between them.", IsRequired: true),
                new("query", "draws", "Sample size: a multiple of 20."),
                new("query", "seed", "Fixes every random number."),
                new("header", "Accept", "text/csv for a spreadsheet."),
                IfNoneMatch,
            ],
            body: null,
            new Reply(200, "The differences.", [new("application/json", nameof(Shapes.ComparedScenarios)), new("text/csv", Schemas.Text)], ["ETag", "Vary"], []),
            NotModified,
            Problem(400, "The question is not understood, or the scenarios have no situation in common."),
            NoScenario,
            Problem(422, "What is stored of one of them can no longer be read.")),
        Open(nameof(SubmitSweep), "post", "api/sweeps", "Evaluate many variants of one scenario",
            [new("header", "Idempotency-Key", "Of 1 to 1000 characters: the same key from the same caller never makes two sweeps.", IsRequired: true)],
            SweepDocument,
            Json(202, "Accepted; it will come to an end.", nameof(AcceptedSweepAnswer), ["Location", "Retry-After"]),
            Problem(400, "Not valid: every problem at once, each with its JSON Pointer; or without a key."),
            Problem(410, "The key stands for a sweep that was deleted."),
            Problem(413, "The body is too large."),
            NotPlainJson,
            Problem(422, "The key stands for another sweep, or for one that can no longer be read.")),
        Open(nameof(ValidateSweep), "post", "api/sweeps/validate", "Say what submitting would say, and store nothing", [], SweepDocument,
            Json(200, "Its problems, or its size and cost.", nameof(SweepValidation)),
            NotSent,
            Problem(413, "The body is too large."),
            NotPlainJson),
        Open(nameof(ListSweeps), "get", "api/sweeps", "List sweeps, newest first",
            [
                new("query", "status", "Only those of this status.", Words: ListSweeps.Statuses.Words),
                new("query", "situation", "Only those on the situation of this id."),
                new("query", "limit", "Most sweeps on a page."),
                new("query", "after", "Where an earlier page ended; taken from its next."),
            ],
            body: null,
            Json(200, "A page, which may be short, or empty, and still have a next one.", nameof(SweepsAnswer), mayHave: ["Link"]),
            Problem(400, "The question is not understood.")),
        Open(nameof(GetSweep), "get", "api/sweeps/{id}", "Where a sweep stands, and what it comes to", [IfNoneMatch], body: null,
            Json(200, "Its status and progress, and a summary, of the variants that are there or of all.", nameof(SweepStatusAnswer), ["ETag"], mayHave: ["Retry-After"]),
            NotModified,
            NoSweep,
            Unreadable),
        Open(nameof(GetSweepInputs), "get", "api/sweeps/{id}/inputs", "The sweep as it was understood, every default written out", [], body: null,
            Json(200, "Sent again, it gives the same result.", nameof(Shapes.Sweep)), NoSweep, Unreadable),
        Open(nameof(GetVariants), "get", "api/sweeps/{id}/variants", "Variants with their terms and numbers",
            [
                new("query", "from", "Number of the first variant; 0."),
                new("query", "limit", "How many numbers to look at: 1 to 10000; 1000."),
                new("query", "step", "From one number to the next: 1 to 1000; 1. A page goes over 10000 numbers at most, and may be shorter for it."),
                new("header", "Accept", "text/csv for a spreadsheet."),
            ],
            body: null,
            new Reply(200, "A page of those that are there.", [new("application/json", nameof(VariantsAnswer)), new("text/csv", Schemas.Text)], ["Vary"], ["Link"]),
            Problem(400, "The question is not understood."),
            NoSweep,
            Unreadable),
        Open(nameof(CancelSweep), "post", "api/sweeps/{id}/cancel", "Cancel a sweep", [IfMatch], body: null,
            Json(200, "Cancelled; what was evaluated can still be read.", nameof(SweepStatusAnswer), ["ETag"]),
            NotReadable,
            NoSweep,
            Problem(409, "It has ended already."),
            Changed,
            Unreadable),
        Open(nameof(DeleteSweep), "delete", "api/sweeps/{id}", "Delete a sweep, whatever it is at", [IfMatch], body: null,
            Empty(204, "Gone for every reader."), NotReadable, NoSweep, Changed, Unreadable),
        Open(nameof(ListSituations), "get", "api/situations", "List situations", [], body: null,
            Json(200, "All of them, without their documents.", nameof(SituationsAnswer))),
        Open(nameof(GetSituation), "get", "api/situations/{id}", "A situation's current version", [IfNoneMatch], body: null,
            Json(200, "The version with its document.", nameof(SituationAnswer), ["ETag"]), NotModified, NoSituation, Unreadable),
        Open(nameof(GetSituationVersion), "get", "api/situations/{id}/versions/{number}", "A version of a situation", [IfNoneMatch], body: null,
            Json(200, "The version with its document.", nameof(SituationAnswer), ["ETag"]), NotModified, NoSituation, Unreadable),
        Open(nameof(ListSituationVersions), "get", "api/situations/{id}/versions", "The versions of a situation, newest first", [], body: null,
            Json(200, "All of them, without their documents.", nameof(VersionsAnswer)), NoSituation, Unreadable),
        Open(nameof(PutSituation), "put", "api/situations/{id}", "Make a content the current version of a situation", [IfCurrent, IfNothing], SituationDocument,
            Json(200, "It is current already, or again.", nameof(SituationAnswer), ["ETag"]),
            Json(201, "A new version.", nameof(SituationAnswer), ["ETag", "Location"]),
            Problem(400, "Not valid: every problem at once, each with its JSON Pointer."),
            Problem(409, "There are too many versions or situations."),
            Problem(412, "Another content is current than the conditions allow, or one that can no longer be read."),
            Problem(413, "The body is too large."),
            NotPlainJson),
        Open(nameof(ValidateSituation), "post", "api/situations/validate", "Say what putting a situation would say, and store nothing", [], SituationDocument,
            Json(200, "Its problems, or what was understood.", nameof(SituationValidation)),
            NotSent,
            Problem(413, "The body is too large."),
            NotPlainJson),
        Open(nameof(ListSituationScenarios), "get", "api/situations/{id}/scenarios", "The scenarios that come with a situation", [], body: null,
            Json(200, "All of them, each with its document.", nameof(ShippedScenariosAnswer)), NoSituation, Unreadable),
        OfPage(nameof(GetPage), "{empty:maxlength(0)?}", "The web page",
            File("The page.", "text/html"), NotModified),
        OfPage(nameof(GetPageFile), "app/{*path}", "A file of the page",
            File("The file, which never changes under its name.", "text/css", "text/javascript", "image/svg+xml"), NotModified, Problem(404, "There is no such file.")),
        Open(nameof(GetOpenApi), "get", "api/openapi.json", "This document", [], body: null,
            Json(200, "OpenAPI 3.1.", Schemas.Any)),
        Admin(nameof(ListDeadLetters), "get", "api/dead-letters", "List messages that nothing could be done with",
            [new("query", "after", "Where an earlier page ended; taken from its next.")],
            Json(200, "A page.", nameof(DeadLettersAnswer), mayHave: ["Link"]),
            Problem(400, "The question is not understood.")),
        Admin(nameof(GetDeadLetter), "get", "api/dead-letters/{id}", "Read a dead letter", [],
            Json(200, "The letter with its message.", nameof(DeadLetterAnswer)),
            Problem(404, "There is no such letter."),
            Unreadable),
        Admin(nameof(ReplayDeadLetter), "post", "api/dead-letters/{id}/replay", "Run the scenario or the sweep of a dead letter again", [IfMatch],
            Json(202, "A new run of the scenario is asked for, or what is missing of the sweep.", Schemas.Replayed, ["ETag", "Location"], mayHave: ["Retry-After"]),
            NotReadable,
            Problem(404, "There is no such letter, or what it names is gone."),
            Problem(409, "There is nothing to replay, or what it names has moved on."),
            Changed,
            Unreadable),
        Admin(nameof(PurgeNow), "post", "api/purge", "Purge by age now", [],
            Json(200, "What was removed.", nameof(PurgeAnswer))),
        Probe(nameof(CheckLive), "api/health/live", "Whether the process lives", Json(200, "It does.", nameof(HealthAnswer))),
        Probe(nameof(CheckReady), "api/health/ready", "Whether storage answers", Json(200, "It does.", nameof(HealthAnswer)), Problem(503, "It does not.")),
    ];

    private static Operation Open(
        string name, string verb, string route, string summary, IReadOnlyList<Parameter> parameters, Content? body, params Reply[] replies) =>
        new(name, verb, route, AuthorizationLevel.Anonymous, summary, parameters, body, [.. AlsoUnknown(parameters, replies), NoCaller, TooMuch, Away]);

    // Whatever else the query says changes nothing of a file.
    private static Operation OfPage(string name, string route, string summary, params Reply[] replies) =>
        new(name, "get", route, AuthorizationLevel.Anonymous, summary, [IfNoneMatch], Body: null, [.. replies, NoCaller, TooMuch, Away]);

    private static Operation Admin(string name, string verb, string route, string summary, IReadOnlyList<Parameter> parameters, params Reply[] replies) =>
        new(name, verb, route, AuthorizationLevel.Admin, summary, parameters, Body: null, [.. AlsoUnknown(parameters, replies), NoKey, OtherKey, Away]);

    private static Operation Probe(string name, string route, string summary, params Reply[] replies) =>
        new(name, "get", route, AuthorizationLevel.Anonymous, summary, [], Body: null, replies);
}
