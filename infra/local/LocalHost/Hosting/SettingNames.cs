using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Parley.Local;

/// <summary>Settings named in triggers: <c>%name%</c> in a queue's name or a schedule, and the connection of a queue.</summary>
internal static partial class SettingNames
{
    public static string Resolve(string text, IConfiguration settings) =>
        Percent().Replace(text, name => Required(settings, name.Groups[1].Value));

    public static string Connection(string? name, IConfiguration settings) =>
        Required(settings, name ?? "AzureWebJobsStorage");

    private static string Required(IConfiguration settings, string name) =>
        settings[name] ?? throw new InvalidOperationException($"A trigger names the setting {name}, which is not set.");

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Percent();
}
