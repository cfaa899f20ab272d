using See360.Core.Imports;
using See360.Core.Participants;
using See360.Testing;

namespace See360.Core.Tests.Cycles;

public sealed class ImportStatesTests
{
    private readonly CountingStore _store = new(new InMemoryRecordStore());
    private readonly CycleBench _bench;

    public ImportStatesTests() => _bench = new CycleBench(store: _store);

    [Fact]
    public async Task Read_BeforeAndAfterSending_FollowsTheRows()
    {
        var import = await ImportAsync(ready: 3);
        await _bench.Bank.AddWaitingAsync(3, customerNumber: $"{1:D10}");

        var before = await ReadAsync(import);
        await _bench.SendAsync();
        var after = await ReadAsync(import);

        Assert.Equal((3, 0), (before.Counts[ParticipantState.Ready], before.Left));
        Assert.Equal((2, 2), (after.Left, after.Sent));
        Assert.Equal((2, 1), (after.Counts[ParticipantState.Invited], after.Counts[ParticipantState.Quarantine]));
        Assert.False(after.Counts.ContainsKey(ParticipantState.Ready));
    }

    [Fact]
    public async Task Read_WhileMailsLeave_CountsTheLedgerAndNoRows()
    {
        var import = await ImportAsync(ready: 60);
        for (var n = 3; n <= 60; n++)
        {
            await _bench.Bank.AddWaitingAsync(n);
        }

        await _bench.StartAsync();
        var ranges = _store.RangesOf("participants");

        var now = await ReadAsync(import);

        Assert.Equal((60, 0), (now.Counts[ParticipantState.Ready], now.Counts[ParticipantState.Invited]));
        Assert.Equal(ranges, _store.RangesOf("participants"));
    }

    [Fact]
    public async Task Read_Again_CountsTheRowsOnce()
    {
        var import = await ImportAsync(ready: 2);
        await _bench.SendAsync();
        await ReadAsync(import);
        var ranges = _store.RangesOf("participants");

        await ReadAsync(import);

        Assert.Equal(ranges, _store.RangesOf("participants"));
    }

    private Task<ImportNow> ReadAsync(Import import) => _bench.Get<ImportStates>().ReadAsync(_bench.Bank.Id, import);

    /// <summary>With customers 1 and 2.</summary>
    private async Task<Import> ImportAsync(int ready)
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync();
        await _bench.Bank.AddAdvisorAsync();
        await _bench.Bank.AddWaitingAsync(1);
        await _bench.Bank.AddWaitingAsync(2);
        var at = _bench.Clock.GetUtcNow();
        return new Import(
            new BatchId(_bench.Bank.Week, BatchKind.Import, 1), "geko.csv", "hash", "stored", at, "", ImportState.Confirmed, ready,
            new Dictionary<ParticipantState, int> { [ParticipantState.Ready] = ready }, [], null, ConfirmedAt: at);
    }
}
