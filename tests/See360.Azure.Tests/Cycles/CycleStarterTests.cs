using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Cycles;
using See360.Azure.Tests.Hosting;
using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Azure.Tests.Cycles;

/// <summary>What happens between a stored cycle and its orchestration when the service fails, or two act at once.</summary>
public sealed class CycleStarterTests
{
    private readonly FakeClock _clock = new();
    private readonly FakeDurableClient _durable = new();
    private readonly TestBank _bank;
    private readonly ServiceProvider _services;
    private readonly CycleStarter _starter;

    public CycleStarterTests()
    {
        var store = new InMemoryRecordStore();
        _bank = new TestBank(store, _clock);
        _services = new ServiceCollection().AddCoreOn(store, _clock).BuildServiceProvider();
        _starter = ActivatorUtilities.CreateInstance<CycleStarter>(_services, "RunCycle");
    }

    private string Id => $"{_bank.Id}|{_bank.Week}|beratung";

    [Fact]
    public async Task Wake_TheServiceFails_TheHourlyLookMakesUpForIt()
    {
        await StartedAsync();
        _durable.Instances[Id] = OrchestrationRuntimeStatus.Running;
        _durable.Fails = true;
        await _starter.WakeAsync(_durable, _bank.Id, CancellationToken.None);
        Assert.Empty(_durable.Asked);

        _durable.Fails = false;
        await _starter.HealAsync(_durable, CancellationToken.None);

        Assert.Equal([$"raise {DurableCycle.Woken} {Id}"], _durable.Asked);
    }

    [Fact]
    public async Task Heal_NothingIsDue_WakesNobody()
    {
        await StartedAsync();
        await _services.GetRequiredService<CycleLoop>().RunAsync(_bank.Id, new CycleId(_bank.Week, SurveyId.Parse("beratung")), CycleWorker.Alone());
        _durable.Instances[Id] = OrchestrationRuntimeStatus.Running;

        await _starter.HealAsync(_durable, CancellationToken.None);

        Assert.Empty(_durable.Asked);
    }

    [Fact]
    public async Task Start_SomebodyElseWasFaster_IsNoError()
    {
        await StartedAsync();
        _durable.BeforeStart = id => _durable.Instances[id] = OrchestrationRuntimeStatus.Running;

        await _starter.HealAsync(_durable, CancellationToken.None);

        Assert.Empty(_durable.Asked);
    }

    [Fact]
    public async Task Start_TheServiceFails_IsSaid()
    {
        await StartedAsync();
        _durable.Fails = true;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _starter.HealAsync(_durable, CancellationToken.None));
    }

    /// <summary>Two timers at once, several of them: the week is stored as started once, and one orchestration runs it.</summary>
    [Fact]
    public async Task StartDue_ManyAtOnce_OneOrchestrationRuns()
    {
        await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _starter.StartDueAsync(_durable, CancellationToken.None))));

        Assert.Single(_durable.Asked, a => a.StartsWith("start", StringComparison.Ordinal));
        var cycle = await _services.GetRequiredService<CycleRecords>().Cycles.ReadAsync(CycleRecords.Partition(_bank.Id), $"{_bank.Week}|beratung");
        Assert.Single(cycle!.Value.Waves);
    }

    private async Task OpenAsync()
    {
        await _bank.OpenAsync();
        await _bank.AddSurveyAsync();
        await _bank.AddAdvisorAsync();
        await _bank.AddWaitingAsync(1);
    }

    private async Task StartedAsync()
    {
        await OpenAsync();
        await _services.GetRequiredService<StartWeek>().RunAsync(_bank.Id, "romy");
    }
}
