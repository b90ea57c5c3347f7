using System.ComponentModel.DataAnnotations;
using Parley.Functions.Storage;

namespace Parley.Functions.Settings;

/// <summary>Where storage is: a connection string, or the address of an account that the app's identity may use.</summary>
/// <remarks>The names are those of the Functions host, which reads the same settings for its keys, its timers and its queues.</remarks>
public sealed record StorageOptions : IValidatableObject
{
    public const string Section = "AzureWebJobsStorage";

    /// <summary>The value of the section itself.</summary>
    public string? ConnectionString { get; init; }

    [RegularExpression("[a-z0-9]{3,24}", ErrorMessage = "must be the name of a storage account, 3 to 24 small letters and digits")]
    public string? AccountName { get; init; }

    public string? BlobServiceUri { get; init; }

    public string? QueueServiceUri { get; init; }

    public string? TableServiceUri { get; init; }

    /// <summary>By default whatever identity is found: the environment's, the machine's, the developer's.</summary>
    [AllowedValues("managedidentity", null, ErrorMessage = "must be managedidentity or absent")]
    public string? Credential { get; init; }

    /// <summary>Client id of a user-assigned identity.</summary>
    public string? ClientId { get; init; }

    public Uri Queues => new(QueueServiceUri ?? $"https://{AccountName}.queue.core.windows.net");

    public Uri Tables => new(TableServiceUri ?? $"https://{AccountName}.table.core.windows.net");

    private (string Name, string? Value)[] Addresses =>
        [(nameof(BlobServiceUri), BlobServiceUri), (nameof(QueueServiceUri), QueueServiceUri), (nameof(TableServiceUri), TableServiceUri)];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Tokens are sent over nothing else.
        foreach (var (name, value) in Addresses.Where(address => address.Value is not null && !IsHttps(address.Value)))
            yield return new ValidationResult("must be the https address of a service", [name]);
        if (ClientId is not null && !Guid.TryParse(ClientId, out _))
            yield return new ValidationResult("must be the client id of an identity, a GUID", [nameof(ClientId)]);
        if (Problem() is { } problem)
            yield return new ValidationResult(problem, [nameof(ConnectionString)]);
    }

    private string? Problem() => this switch
    {
        { ConnectionString: not null } when !ConnectionStrings.IsReadable(ConnectionString) => "is not a connection string of a storage account",
        { ConnectionString: not null } when NamesAnAccount => "is a connection string and stands beside settings that name an account: keep one of the two",
        { ConnectionString: null, AccountName: null } when Addresses.Any(address => address.Value is null) =>
            "needs a connection string, or accountName, or blobServiceUri, queueServiceUri and tableServiceUri",
        _ => null,
    };

    private bool NamesAnAccount => AccountName is not null || Addresses.Any(address => address.Value is not null);

    private static bool IsHttps(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}
