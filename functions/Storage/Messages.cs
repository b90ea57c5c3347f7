using System.Text;
using Azure.Storage.Queues;

namespace Parley.Functions.Storage;

/// <summary>A queue and its poison queue.</summary>
public abstract class Messages(QueueClient queue, QueueClient poison)
{
    /// <summary>A message may have 64 KiB, and travels as Base64.</summary>
    private const int MostBytes = 48 * 1024;

    // The default of seven days would lose work.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>
    /// Whether a queue takes a message, checked by ourselves since the emulator takes larger ones. One that came from a queue may not fit into it
    /// again: each byte that is no UTF-8 has become a character of three.
    /// </summary>
    public static bool HasRoomFor(string message) => Encoding.UTF8.GetByteCount(message) <= MostBytes;

    /// <summary>Sends a message on as it is.</summary>
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation = default) =>
        queue.SendMessageAsync(message, delay, Forever, cancellation);

    public Task SendPoisonAsync(string message, TimeSpan delay, CancellationToken cancellation = default) =>
        poison.SendMessageAsync(message, delay, Forever, cancellation);

    /// <summary>Messages in the queue, those delayed or being worked on included.</summary>
    public Task<int> DepthAsync(CancellationToken cancellation) => DepthAsync(queue, cancellation);

    public Task<int> PoisonDepthAsync(CancellationToken cancellation) => DepthAsync(poison, cancellation);

    /// <summary>When the message at the head of the queue was due, as far as is known; null when none waits there.</summary>
    public async Task<DateTimeOffset?> HeadDueAtAsync(CancellationToken cancellation)
    {
        try
        {
            return (await queue.PeekMessageAsync(cancellation)).Value is { } head ? DueAt(head.MessageText) ?? head.InsertedOn : null;
        }
        catch (FormatException)
        {
            return null; // Not Base64: the host moves it to the poison queue as it stands, whose depth tells of it.
        }
    }

    /// <summary>When a message was due, if it says so. One that does not may have been sent with a delay, and look older than it is.</summary>
    protected virtual DateTimeOffset? DueAt(string message) => null;

    private static async Task<int> DepthAsync(QueueClient queue, CancellationToken cancellation) =>
        (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
}
