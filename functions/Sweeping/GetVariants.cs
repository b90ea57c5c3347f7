using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Variants with their numbers, as far as they are there.</summary>
public sealed class GetVariants(Door door, StoredSweeps stored, SweepChunkTable chunks)
{
    [Function(nameof(GetVariants))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sweeps/{id}/variants")] HttpRequest request, string id) =>
        door.AnswerAsync(request, async visit =>
        {
            var query = VariantsQuery.Read(request.Query);
            var (found, sweep) = await stored.FindVisibleAsync(RouteIds.Sweep(id), visit.Deadline);
            var row = await chunks.WithEngineAsync(found, visit.Deadline);
            var before = (int)Math.Min(row.Variants, query.Before);
            var last = Math.Min(row.Variants, query.Last + 1);
            var numbers = await chunks.NumbersAsync(
                row, sweep.Quantities, query.From / row.VariantsPerChunk, (last + row.VariantsPerChunk - 1) / row.VariantsPerChunk, visit.Deadline);
            var page = new VariantsPage(row.Id, sweep, numbers, query.From, before, query.Step);
            var next = before < row.Variants ? query.Next(Addresses.SweepVariants(row.Id), before) : null;
            var headers = request.HttpContext.Response.Headers;
            headers.Vary = HeaderNames.Accept;
            if (next is not null)
                headers.Link = $"<{next}>; rel=\"next\"";
            return request.RanksAboveJson(Csv.ContentType)
                ? TypedResults.Text(VariantsCsv.Of(page), Csv.ContentType, Encoding.UTF8)
                : TypedResults.Json(VariantsAnswer.Of(page, next), Json.Options);
        }, mindsQuery: true);
}
