using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Parley.Functions.Tests.Running;

/// <summary>Notes for how long messages are delayed, and sends them without the delay: Azurite's clock is not ours to turn.</summary>
public sealed partial class NoDelay : HttpPipelineSynchronousPolicy
{
    private readonly List<TimeSpan> delays = [];

    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (delays)
                return [.. delays];
        }
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method != RequestMethod.Post || Visibility().Match(message.Request.Uri.Query) is not { Success: true } delay)
            return;
        lock (delays)
            delays.Add(TimeSpan.FromSeconds(int.Parse(delay.Groups[1].ValueSpan)));
        message.Request.Uri.Query = Visibility().Replace(message.Request.Uri.Query, "visibilitytimeout=0");
    }

    [GeneratedRegex("visibilitytimeout=([0-9]+)")]
    private static partial Regex Visibility();
}
