namespace Parley.Local;

/// <summary>Waits for what starts a function, until told to stop. Runs that it has started may go on after that.</summary>
internal interface IListener
{
    string Function { get; }

    Task ListenAsync(CancellationToken stopping);
}
