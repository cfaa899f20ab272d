using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Cycles;
using See360.Core.Cycles;
using See360.Functions;
using See360.Testing;

namespace See360.Azure.Tests.Hosting;

/// <summary>Two instances of the program over one store: what one remembers, the other has not heard of.</summary>
/// <param name="skew">How far the second one's clock is ahead.</param>
internal sealed class TwoHosts(TimeSpan skew = default, Action<IServiceCollection>? configure = null) : IAsyncDisposable
{
    private readonly EphemeralDataProtectionProvider _keys = new();
    private GatewayApplication? _a;
    private GatewayApplication? _b;

    public InMemoryRecordStore Store { get; } = new();

    /// <summary>The carrier, which takes each id once.</summary>
    public RecordingMailer Mailer { get; } = new();

    public FakeDurableClient Durable { get; } = new();

    public GatewayApplication A => _a ??= Host(TimeSpan.Zero);

    public GatewayApplication B => _b ??= Host(skew);

    public void Advance(TimeSpan by)
    {
        A.Clock.Advance(by);
        B.Clock.Advance(by);
    }

    /// <summary>An approved survey with so many customers who wait.</summary>
    public async Task<TestBank> OpenAsync(int customers)
    {
        var bank = await new TestBank(Store, A.Clock).OpenAsync();
        await bank.AddSurveyAsync();
        await bank.AddAdvisorAsync();
        for (var n = 1; n <= customers; n++)
        {
            await bank.AddWaitingAsync(n);
        }

        return bank;
    }

    /// <summary>Turns of a cycle, as an orchestration asks for them, until nothing is to be done at once.</summary>
    public static async Task<Turn> TakeTurnsAsync(GatewayApplication host, TestBank bank)
    {
        var (input, functions) = (new CycleInput(bank.Id.ToString(), $"{bank.Week}|beratung"), host.Function<WeeklyCycle>());
        while (true)
        {
            var turn = await functions.TakeTurn(input, new FakeFunctionContext([]));
            if (!turn.More)
            {
                return turn;
            }

            input = input with { From = turn.State };
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_a?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_b?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private GatewayApplication Host(TimeSpan ahead) => new(Store, new FakeClock(FakeClock.Monday + ahead), Mailer, _keys, Durable, configure: configure);
}
