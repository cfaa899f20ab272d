using See360.Testing;

namespace See360.E2E;

/// <summary>The product as users start it: a process of its own. The tests of other editions take the journey through a
/// product of theirs, in place of this file.</summary>
internal sealed class RunningProduct : IAsyncDisposable
{
    private readonly ProductProcess _process;

    private RunningProduct(ProductProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="arguments">Of the command line.</param>
    public static async Task<RunningProduct> StartAsync(params IEnumerable<string> arguments)
    {
        var process = new ProductProcess(arguments);
        try
        {
            return new RunningProduct(process, await process.Ready.WaitAsync(TimeSpan.FromMinutes(3)));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
