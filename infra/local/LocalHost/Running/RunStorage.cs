namespace Parley.Local;

/// <summary>Where a run keeps its data: an Azurite of its own, unless the settings already name a storage account.</summary>
internal sealed class RunStorage : IAsyncDisposable
{
    private readonly Azurite? azurite;
    private readonly DirectoryInfo? temporary;
    private readonly FileStream? alone;

    private RunStorage(string connectionString) => ConnectionString = connectionString;

    private RunStorage(Azurite azurite, DirectoryInfo? temporary, FileStream? alone)
    {
        this.alone = alone;
        this.azurite = azurite;
        this.temporary = temporary;
        ConnectionString = azurite.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>Of its Azurite.</summary>
    public int? ProcessId => azurite?.ProcessId;

    /// <summary>Where any table client finds the results; null when the storage is not this run's own.</summary>
    public string? Tables => azurite is null ? null : ConnectionString.Split(';').First(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..];

    public static async Task<RunStorage> StartAsync(string? configured, string? folder, CancellationToken stopping)
    {
        if (configured is not null)
        {
            return folder is null
                ? new RunStorage(configured)
                : throw new CannotRunException(ExitCode.Usage, $"--data and the setting {RunSettings.Storage} exclude each other.");
        }

        var alone = folder is null ? null : Alone(Create(folder));
        var temporary = folder is null ? Directory.CreateTempSubdirectory("parley-") : null;
        try
        {
            var azurite = await Azurite.StartAsync(temporary?.FullName ?? Path.GetFullPath(folder!), stopping);
            return new RunStorage(azurite, temporary, alone);
        }
        catch (Exception failure) // Whatever it is, nothing stays behind of a start that failed.
        {
            if (alone is not null)
                await alone.DisposeAsync();
            temporary?.Delete(recursive: true);
            if (failure is AzuriteUnavailableException)
                throw new CannotRunException(ExitCode.Unavailable, failure.Message, failure);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await (temporary is null ? azurite.DisposeAsync() : new ValueTask(azurite.AbandonAsync()));
        if (alone is not null)
            await alone.DisposeAsync();
        temporary?.Delete(recursive: true);
    }

    /// <summary>Held while the run lasts: two Azurites on one folder would overwrite each other's work.</summary>
    private static FileStream Alone(string folder)
    {
        try
        {
            var file = Path.Combine(folder, "parley.lock");
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException(ExitCode.Unavailable, $"The data folder {folder} is in use by another run, or cannot be written to.", failure);
        }
    }

    private static string Create(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException(ExitCode.Unavailable, $"The data folder {folder} cannot be used: {failure.Message}", failure);
        }
    }
}
