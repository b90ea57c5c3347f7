using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Variants with their numbers, as far as they are there.</summary>
public sealed class GetVariants(Door door, StoredSweeps stored, SweepChunkTable chunks, VariantPages pages)
{
    [Function(nameof(GetVariants))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sweeps/{id}/variants")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var query = VariantsQuery.Read(request.Query);
            var (found, sweep) = await stored.FindVisibleAsync(RouteIds.Sweep(id), visit.Deadline);
            var row = await chunks.WithEngineAsync(found, visit.Deadline);
            var (page, reached) = await pages.ReadAsync(row, sweep, query, visit.Deadline);
            var next = reached is { } number ? query.Next(Addresses.SweepVariants(row.Id), number) : null;
            var headers = request.HttpContext.Response.Headers;
            headers.Vary = HeaderNames.Accept;
            if (next is not null)
                headers.Link = $"<{next}>; rel=\"next\"";
            return request.RanksAboveJson(Csv.ContentType)
                ? TypedResults.Text(VariantsCsv.Of(page), Csv.ContentType, Encoding.UTF8)
                : TypedResults.Json(VariantsAnswer.Of(page, next), Json.Options);
        }, mindsQuery: true);
}
