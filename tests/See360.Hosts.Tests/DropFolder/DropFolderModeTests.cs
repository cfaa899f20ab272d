using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using See360.Local;
using See360.Local.DropFolder;

namespace See360.Hosts.Tests.DropFolder;

/// <summary>Exports hold customers' data: who may look into the drop folder.</summary>
public sealed class DropFolderModeTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("see360-dropmode-").FullName;

    private string Drop => Path.Combine(_folder, "exports");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task DropOption_FolderIsNotThere_IsMadeForTheOwnerAlone()
    {
        var warnings = await StartAsync();

        Assert.Equal(OwnerOnly, Mode());
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task DropOption_FolderThatOthersMayRead_KeepsItsModeAndTheLogWarns()
    {
        const UnixFileMode Chosen = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(Drop);
        Chmod(Chosen);

        var warnings = await StartAsync();

        Assert.Equal(Chosen, Mode());
        Assert.Contains(Drop, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DropOption_FolderOfTheOwnerAlone_IsNotWarnedOf()
    {
        Directory.CreateDirectory(Drop);
        Chmod(OwnerOnly);

        Assert.Empty(await StartAsync());
    }

    private async Task<List<string>> StartAsync()
    {
        using var log = new Warnings();
        var options = LocalOptions.Parse(["--data", Path.Combine(_folder, "data"), "--port", "0", "--drop", Drop]);
        await using var app = LocalHost.Build(options, services => services.AddLogging(logging => logging.ClearProviders().AddProvider(log)));
        var watch = app.Services.GetServices<IHostedService>().Single(service => service is DropFolderWatch);
        await watch.StartAsync(CancellationToken.None);
        await watch.StopAsync(CancellationToken.None);
        return [.. log.Lines];
    }

    private UnixFileMode Mode() => OperatingSystem.IsWindows() ? OwnerOnly : File.GetUnixFileMode(Drop);

    private void Chmod(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Drop, mode);
        }
    }

    private sealed class Warnings : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
