using System.ComponentModel.DataAnnotations;
using Parley.Functions.Storage;

namespace Parley.Functions.Settings;

/// <summary>Where storage is: a connection string, or the address of an account that the app's identity may use.</summary>
/// <remarks>The names are those of the Functions host, which reads the same settings for its queues.</remarks>
public sealed record StorageOptions : IValidatableObject
{
    public const string Section = "AzureWebJobsStorage";

    /// <summary>The value of the section itself.</summary>
    public string? ConnectionString { get; init; }

    public string? AccountName { get; init; }

    [Url]
    public string? BlobServiceUri { get; init; }

    [Url]
    public string? QueueServiceUri { get; init; }

    [Url]
    public string? TableServiceUri { get; init; }

    /// <summary>By default whatever identity is found: the environment's, the machine's, the developer's.</summary>
    [AllowedValues("managedidentity", null, ErrorMessage = "must be managedidentity or absent")]
    public string? Credential { get; init; }

    /// <summary>Client id of a user-assigned identity.</summary>
    public string? ClientId { get; init; }

    public Uri Queues => new(QueueServiceUri ?? $"https://{AccountName}.queue.core.windows.net");

    public Uri Tables => new(TableServiceUri ?? $"https://{AccountName}.table.core.windows.net");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionString is not null && !ConnectionStrings.IsReadable(ConnectionString))
            yield return new ValidationResult("is not a connection string of a storage account", [nameof(ConnectionString)]);
        if (ConnectionString is null && AccountName is null && (QueueServiceUri is null || TableServiceUri is null))
            yield return new ValidationResult("needs a connection string, or accountName, or queueServiceUri and tableServiceUri", [nameof(ConnectionString)]);
    }
}
