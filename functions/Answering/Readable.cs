using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Answering;

/// <summary>What another version has stored, or what is damaged, may not be read by this one: its reader is told so.</summary>
internal static class Readable
{
    /// <param name="noun">What is read.</param>
    /// <exception cref="RefusedException">It can no longer be read.</exception>
    public static Task<T> OrRefuseAsync<T>(this Task<T> reading, string noun) => reading.OrRefuseAsync(() => Problems.Unreadable(noun));

    /// <exception cref="RefusedException">It can no longer be read.</exception>
    public static async Task<T> OrRefuseAsync<T>(this Task<T> reading, Func<IResult> refusal)
    {
        try
        {
            return await reading;
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(refusal());
        }
    }
}
