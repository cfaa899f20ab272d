using Microsoft.Extensions.Logging;
using See360.Azure.Telemetry;

namespace See360.Azure.Tests.Telemetry;

public sealed class FunctionLogTests : ILogger<FunctionLog>
{
    private readonly List<(LogLevel Level, string? Event, string Text)> _lines = [];

    [Fact]
    public async Task Watch_AFunctionFails_IsSaidUnderItsNameAndFailsAllTheSame()
    {
        var failed = await Assert.ThrowsAsync<TimeoutException>(() =>
            new FunctionLog(this).WatchAsync("TakeTurn", () => throw new TimeoutException("kunde1@kunde.example")));

        Assert.Equal("kunde1@kunde.example", failed.Message);
        Assert.Equal([(LogLevel.Error, "FunctionFailed", "TakeTurn has failed: TimeoutException")], _lines);
    }

    [Fact]
    public async Task Watch_AFunctionSucceeds_SaysNothing()
    {
        await new FunctionLog(this).WatchAsync("TakeTurn", () => Task.CompletedTask);

        Assert.Empty(_lines);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add((logLevel, eventId.Name, formatter(state, exception)));
}
