namespace Parley.Local;

/// <summary>Where a run keeps its data: an Azurite of its own, unless the settings already name a storage account.</summary>
internal sealed class RunStorage : IAsyncDisposable
{
    private readonly Azurite? azurite;
    private readonly DirectoryInfo? temporary;

    private RunStorage(string connectionString) => ConnectionString = connectionString;

    private RunStorage(Azurite azurite, DirectoryInfo? temporary)
    {
        this.azurite = azurite;
        this.temporary = temporary;
        ConnectionString = azurite.ConnectionString;
    }

    public string ConnectionString { get; }

    public static async Task<RunStorage> StartAsync(string? configured, string? folder, CancellationToken stopping)
    {
        if (configured is not null)
        {
            return folder is null
                ? new RunStorage(configured)
                : throw new CannotRunException(ExitCode.Usage, $"--data and the setting {RunSettings.Storage} exclude each other.");
        }

        var temporary = folder is null ? Directory.CreateTempSubdirectory("parley-") : null;
        try
        {
            var azurite = await Azurite.StartAsync(temporary?.FullName ?? Create(folder!), stopping);
            return new RunStorage(azurite, temporary);
        }
        catch (Exception failure)
        {
            temporary?.Delete(recursive: true);
            if (failure is AzuriteUnavailableException)
                throw new CannotRunException(ExitCode.Unavailable, failure.Message, failure);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
        temporary?.Delete(recursive: true);
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
