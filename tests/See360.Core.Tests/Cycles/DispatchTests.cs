using See360.Core.Cycles;
using See360.Core.Mail;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Core.Tests.Cycles;

/// <summary>What the ledger says when the carrier, the store or the host leaves a mail in doubt.</summary>
public sealed class DispatchTests
{
    private readonly CycleBench _bench = new();

    [Fact]
    public async Task Send_CarrierDoesNotConfirm_IsNotSentAgainAndSaysSo()
    {
        await OpenAsync(1);
        _bench.Mailer.Answer = _ => new MailOutcome.Unclear("hung-up", "The server has not confirmed the mail; it may have it.");
        await _bench.SendAsync();

        _bench.Mailer.Answer = _ => null;
        _bench.Clock.Advance(TimeSpan.FromHours(1));
        await _bench.RunAsync(_bench.Cycle());

        var send = (await _bench.LedgerAsync(_bench.Cycle())).Single();
        Assert.Equal((SendState.Sent, "unclear", 1), (send.State, send.Reason, send.Tries));
        Assert.StartsWith("hung-up", send.Detail, StringComparison.Ordinal);
        Assert.Contains("zweimal", SendReasonTexts.Of(send.Reason).De, StringComparison.Ordinal);
        Assert.Equal(1, _bench.Mailer.HandedOver);
    }

    [Theory]
    [InlineData(0, 10), InlineData(-5, 10), InlineData(180, 180), InlineData(int.MaxValue, 12 * 3600)]
    public async Task Send_CarrierSaysWhenToComeAgain_IsHeardWithinReason(int asked, int waited)
    {
        await OpenAsync(1);
        _bench.Mailer.Answer = _ => new MailOutcome.Deferred("429", "busy", TimeSpan.FromSeconds(asked));
        await _bench.SendAsync();

        var send = (await _bench.LedgerAsync(_bench.Cycle())).Single();

        Assert.Equal(_bench.Clock.GetUtcNow().AddSeconds(waited), send.NextTryAt);
    }

    [Fact]
    public async Task Send_CarrierDidNotConfirmTheInvitation_TheReminderGoesAllTheSame()
    {
        await OpenAsync(1, _bench, new SurveyRules(Reminders: 1, ReminderGapDays: 5));
        _bench.Mailer.Answer = _ => new MailOutcome.Unclear("no-answer", "");
        await _bench.SendAsync();

        _bench.Mailer.Answer = _ => null;
        _bench.Clock.Advance(TimeSpan.FromDays(6));
        await _bench.RunAsync(_bench.Cycle());

        Assert.Equal("reminder", Assert.Single(_bench.Mailer.Sent).Subject);
    }

    [Fact]
    public async Task Send_OneMailWaitsForItsAnswer_TheOthersAreMarkedMeanwhile()
    {
        await OpenAsync(3);
        var (reached, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        var marked = new MarkedStore(_bench.Store, wanted: 2);
        var bench = new CycleBench(store: marked);
        bench.Mailer.Hold = mail =>
        {
            if (mail.To.Address != "kunde2@kunde.example")
            {
                return Task.CompletedTask;
            }

            reached.SetResult();
            return answer.Task;
        };

        var sending = bench.SendAsync();
        await reached.Task;
        await marked.Reached;

        Assert.Equal(2, (await bench.LedgerAsync(bench.Cycle())).Count(s => s.State == SendState.Sent));
        Assert.False(sending.IsCompleted);
        answer.SetResult();
        await sending;
        Assert.All(await bench.LedgerAsync(bench.Cycle()), s => Assert.Equal(SendState.Sent, s.State));
    }

    [Fact]
    public async Task Send_HostStopsInTheMiddle_WhatWasAcceptedIsMarked()
    {
        await OpenAsync(3);
        using var stop = new CancellationTokenSource();
        var answer = new TaskCompletionSource();
        _bench.Mailer.Hold = _ => answer.Task;
        var cycle = (await _bench.StartAsync()).Single();
        var sending = _bench.Get<CycleLoop>().RunAsync(_bench.Bank.Id, cycle, CycleWorker.Alone(), stop.Token);

        await stop.CancelAsync();
        answer.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        _bench.Mailer.Hold = _ => Task.CompletedTask;
        await _bench.RunAsync(cycle);

        Assert.Equal(3, _bench.Mailer.HandedOver);
        Assert.All(await _bench.LedgerAsync(cycle), s => Assert.Equal(SendState.Sent, s.State));
    }

    [Fact]
    public async Task Send_StoreIsFullWhenTheMailHasLeft_IsMarkedLaterAndNotSentAgain()
    {
        var store = new InMemoryRecordStore();
        var bench = new CycleBench(store: store);
        await OpenAsync(3, bench);
        bench.Mailer.After = _ => store.Unavailable = true;
        var cycle = (await bench.StartAsync()).Single();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => bench.RunAsync(cycle));

        bench.Mailer.After = _ => { };
        store.Unavailable = false;
        await bench.RunAsync(cycle);

        Assert.Equal(3, bench.Mailer.HandedOver);
        Assert.All(await bench.LedgerAsync(cycle), s => Assert.Equal((SendState.Sent, 1), (s.State, s.Tries)));
    }

    private Task OpenAsync(int customers) => OpenAsync(customers, _bench);

    private static async Task OpenAsync(int customers, CycleBench bench, SurveyRules? rules = null)
    {
        await bench.Bank.OpenAsync();
        await bench.Bank.AddSurveyAsync(rules: rules);
        await bench.Bank.AddAdvisorAsync();
        for (var n = 1; n <= customers; n++)
        {
            await bench.Bank.AddWaitingAsync(n);
        }
    }

    /// <summary>Tells when so many sends are marked as sent.</summary>
    private sealed class MarkedStore(IRecordStore store, int wanted) : IRecordStore
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _marked;

        public Task Reached => _reached.Task;

        public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) =>
            store.ReadAsync(table, partition, row, cancel);

        public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
            store.RangeAsync(table, partition, range, cancel);

        public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
        {
            var result = await store.WriteAsync(table, partition, changes, cancel);
            if (table == "sends" && result.Written && Interlocked.Add(ref _marked, changes.Count(c => c is RecordChange.Replace)) >= wanted)
            {
                _reached.TrySetResult();
            }

            return result;
        }
    }
}
