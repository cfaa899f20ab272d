using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Cycles;

/// <summary>A mail that a unit of work wants to have sent.</summary>
/// <param name="Compose">Called only if the ledger has no send of it yet.</param>
public sealed record Outgoing(
    CycleContext Context, SendKind Kind, ParticipantId Participant, string MailId, int Wave, string Advisor, Func<CancellationToken, ValueTask<MailMessage>> Compose)
{
    public string Row => CycleRecords.SendRow(Kind, Participant);
}

/// <summary>How an outgoing mail stands after <see cref="Dispatch"/>.</summary>
/// <param name="Send">The ledger record; null if another worker holds the claim.</param>
/// <param name="IsNew">True if it was this call that handed the mail over.</param>
public sealed record Dispatched(Outgoing Outgoing, Send? Send, bool IsNew);

/// <summary>
/// The one place where mails leave. For each mail: a ledger record is inserted, the mail is handed over, the record
/// is marked. What is found inserted but unmarked, left by a worker that has died, is taken up again with the same
/// mail id, so that a carrier which knows ids takes it once. What is found marked is left alone.
/// </summary>
public sealed partial class Dispatch(CycleRecords records, IMailer mailer, LastLook lastLook, TimeProvider clock, ILogger<Dispatch> log)
{
    /// <summary>All mails of a chunk: a carrier that can take fewer at once lets the others wait.</summary>
    private const int ConcurrentMails = ICycleUnit.Recipients;

    /// <summary>How long a deferred mail is tried again (a soft bounce).</summary>
    private static readonly TimeSpan _givesUpAfter = TimeSpan.FromHours(72);

    private static readonly TimeSpan[] _backOff =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(10);

    /// <summary>When a mail that a lock holds back is looked at again.</summary>
    private static readonly TimeSpan _lockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Outcomes that the store has not taken yet, by mail id: whoever takes up such a claim again marks it and
    /// sends nothing.</summary>
    private readonly ConcurrentDictionary<string, Send> _unmarked = new();

    /// <param name="partition">A partition of the sends table.</param>
    /// <param name="outgoing">At most 50, each row once.</param>
    public async Task<IReadOnlyList<Dispatched>> SendAsync(
        string partition, IReadOnlyList<Outgoing> outgoing, CycleWorker worker, CancellationToken cancel = default)
    {
        if (outgoing.Count == 0)
        {
            return [];
        }

        var claimed = await ClaimAsync(partition, outgoing, worker, cancel);
        var marks = await HandOverAllAsync(partition, [.. claimed.Where(c => c.IsMine)], cancel);
        return [.. claimed.Select(c => new Dispatched(c.Outgoing, c.IsMine ? marks[c.Outgoing.Row] : Known(c.Record), c.IsMine))];
    }

    /// <summary>Tries a deferred mail again. The try is claimed first, by moving the next one behind the lease: of two workers
    /// only one tries, and what a dead one has left is tried again when the lease is over.</summary>
    /// <returns>How the mail stands now.</returns>
    public async Task<Send> RetryAsync(string partition, Versioned<Send> deferred, Outgoing outgoing, CancellationToken cancel = default)
    {
        var claim = deferred.Value with { NextTryAt = clock.GetUtcNow() + CycleWorker.Lease };
        if (!await records.Sends.ReplaceAsync(partition, deferred, claim, cancel))
        {
            return (await records.Sends.ReadAsync(partition, deferred.Row, cancel))?.Value ?? deferred.Value;
        }

        var marked = await HandOverAsync(outgoing, deferred.Value, isAgain: true, cancel);
        var stored = await records.Sends.UpdateAsync(partition, deferred.Row, send => send?.State == SendState.Deferred ? marked : send, CancellationToken.None);
        _unmarked.TryRemove(outgoing.MailId, out _);
        return stored ?? marked;
    }

    /// <summary>Gives up a deferred mail that must not leave any more.</summary>
    public Task<Send?> SkipAsync(string partition, Versioned<Send> deferred, string reason, CancellationToken cancel = default) =>
        records.Sends.UpdateAsync(partition, deferred.Row,
            send => send?.State == SendState.Deferred
                ? send with { State = SendState.Skipped, Reason = reason, DoneAt = clock.GetUtcNow(), NextTryAt = null }
                : send, cancel);

    private static Send? Known(Versioned<Send>? record) => record?.Value.State == SendState.Claimed ? null : record?.Value;

    private async Task<List<Claim>> ClaimAsync(string partition, IReadOnlyList<Outgoing> outgoing, CycleWorker worker, CancellationToken cancel)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var present = await Task.WhenAll(outgoing.Select(o => records.Sends.ReadAsync(partition, o.Row, cancel)));
            var claims = outgoing.Zip(present, (o, record) => Decide(o, record, worker, now)).ToList();
            var changes = claims.Where(c => c.Change is not null).ToList();
            if (changes.Count == 0)
            {
                return claims;
            }

            var result = await records.Sends.WriteAsync(partition, [.. changes.Select(c => c.Change!)], cancel);
            if (result.Written)
            {
                for (var i = 0; i < changes.Count; i++)
                {
                    changes[i].Record = changes[i].Record! with { Version = result.Versions[i] };
                }

                return claims;
            }
        }
    }

    private static Claim Decide(Outgoing outgoing, Versioned<Send>? present, CycleWorker worker, DateTimeOffset now)
    {
        if (present is null)
        {
            var send = new Send(outgoing.Kind, outgoing.Participant, outgoing.MailId, outgoing.Wave, outgoing.Advisor, SendState.Claimed, now, Worker: worker.Id);
            return new Claim(outgoing, new Versioned<Send>(send, outgoing.Row, ""), Table<Send>.Insert(outgoing.Row, send));
        }

        if (present.Value.State != SendState.Claimed || !worker.MayTakeUp(present.Value, now))
        {
            return new Claim(outgoing, present, null);
        }

        var taken = present.Value with { Worker = worker.Id, ClaimedAt = now };
        return new Claim(outgoing, present with { Value = taken }, Table<Send>.Replace(present, taken), isTakenUp: true);
    }

    /// <summary>Marks follow the mails closely, in groups of what is done meanwhile: one mail that waits long for its
    /// answer leaves no other unmarked, and neither does a stop of the host.</summary>
    private async Task<Dictionary<string, Send>> HandOverAllAsync(string partition, List<Claim> mine, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var done = Channel.CreateUnbounded<(Claim Claim, Send Outcome)>();
        var handingOver = HandOverEachAsync(mine, done.Writer, stop.Token);
        var marks = new Dictionary<string, Send>();
        try
        {
            while (await done.Reader.WaitToReadAsync(CancellationToken.None))
            {
                var group = new List<(Claim Claim, Send Outcome)>();
                while (done.Reader.TryRead(out var next))
                {
                    group.Add(next);
                    marks[next.Claim.Outgoing.Row] = next.Outcome;
                }

                await MarkAsync(partition, group);
            }
        }
        catch
        {
            // What can't be written down must not go on leaving.
            await stop.CancelAsync();
            await Task.WhenAny(handingOver);
            throw;
        }

        await handingOver;
        return marks;
    }

    private async Task HandOverEachAsync(List<Claim> mine, ChannelWriter<(Claim Claim, Send Outcome)> done, CancellationToken cancel)
    {
        try
        {
            var atOnce = new ParallelOptions { MaxDegreeOfParallelism = ConcurrentMails, CancellationToken = cancel };
            await Parallel.ForAsync(0, mine.Count, atOnce, async (i, stop) =>
                done.TryWrite((mine[i], await HandOverAsync(mine[i].Outgoing, mine[i].Record!.Value, mine[i].IsTakenUp, stop))));
        }
        finally
        {
            done.Complete();
        }
    }

    private async Task<Send> HandOverAsync(Outgoing outgoing, Send claim, bool isAgain, CancellationToken cancel)
    {
        if (_unmarked.TryGetValue(outgoing.MailId, out var known))
        {
            return known;
        }

        MailMessage message;
        try
        {
            message = await outgoing.Compose(cancel);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // One bad record must not hold up a whole cycle; it shows in the contact log.
            LogNotComposable(log, outgoing.MailId, e);
            return claim with { State = SendState.Failed, Reason = "not-composable", DoneAt = clock.GetUtcNow(), Tries = claim.Tries + 1 };
        }

        var outcome = await mailer.SendAsync(message with { BeforeLeaving = stop => lastLook.AskAsync(outgoing, stop), IsAgain = isAgain }, cancel);
        return _unmarked[outgoing.MailId] = After(claim with { Tries = claim.Tries + 1, NextTryAt = null }, outcome, clock.GetUtcNow());
    }

    private static Send After(Send send, MailOutcome outcome, DateTimeOffset now) => outcome switch
    {
        MailOutcome.Accepted accepted => send with { State = SendState.Sent, DoneAt = now, Reason = "", Detail = accepted.ProviderId },
        MailOutcome.Unclear unclear => send with { State = SendState.Sent, DoneAt = now, Reason = "unclear", Detail = $"{unclear.Code} {unclear.Detail}" },
        MailOutcome.Refused { RecipientIsBad: true } refused =>
            send with { State = SendState.Failed, DoneAt = now, BouncedAt = now, Reason = "undeliverable", Detail = $"{refused.Code} {refused.Detail}" },
        MailOutcome.Refused refused => send with { State = SendState.Failed, DoneAt = now, Reason = "refused", Detail = $"{refused.Code} {refused.Detail}" },
        MailOutcome.Withheld { ForGood: true } withheld => send with { State = SendState.Skipped, DoneAt = now, Reason = withheld.Reason, Tries = send.Tries - 1 },
        MailOutcome.Withheld withheld => send with
        {
            State = SendState.Deferred,
            Reason = withheld.Reason,
            Tries = send.Tries - 1,
            NextTryAt = now + _lockedFor,
        },
        MailOutcome.Deferred deferred when now - send.ClaimedAt >= _givesUpAfter =>
            send with { State = SendState.Failed, DoneAt = now, Reason = "deferred-too-long", Detail = $"{deferred.Code} {deferred.Detail}" },
        MailOutcome.Deferred deferred => send with
        {
            State = SendState.Deferred,
            Reason = deferred.Code == MailOutcome.Deferred.OutboxUnavailable ? deferred.Code : "deferred",
            Detail = $"{deferred.Code} {deferred.Detail}",
            NextTryAt = now + Pause(deferred, send.Tries),
        },
        _ => throw new ArgumentException("Unknown outcome."),
    };

    /// <summary>What the carrier asks for, within reason: at once would be tried without end, and after 72 h it is given up.</summary>
    private static TimeSpan Pause(MailOutcome.Deferred deferred, int tries) => deferred.RetryAfter is { } asked
        ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, _shortest.Ticks, _backOff[^1].Ticks))
        : _backOff[Math.Min(tries, _backOff.Length) - 1];

    private async Task MarkAsync(string partition, List<(Claim Claim, Send Outcome)> done)
    {
        var marks = done.ConvertAll(d => Table<Send>.Replace(d.Claim.Record!, d.Outcome));
        if (!(await records.Sends.WriteAsync(partition, marks, CancellationToken.None)).Written)
        {
            // Somebody has touched one of the records (a delivery report that overtook us): mark them one by one.
            foreach (var (claim, outcome) in done)
            {
                await records.Sends.UpdateAsync(
                    partition, claim.Outgoing.Row, send => send?.State == SendState.Claimed ? outcome : send, CancellationToken.None);
            }
        }

        done.ForEach(d => _unmarked.TryRemove(d.Claim.Outgoing.MailId, out _));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {MailId} can't be composed")]
    private static partial void LogNotComposable(ILogger log, string mailId, Exception exception);

    private sealed class Claim(Outgoing outgoing, Versioned<Send>? record, RecordChange? change, bool isTakenUp = false)
    {
        public Outgoing Outgoing => outgoing;

        public Versioned<Send>? Record { get; set; } = record;

        public RecordChange? Change => change;

        public bool IsMine => change is not null;

        /// <summary>From a worker that has died.</summary>
        public bool IsTakenUp => isTakenUp;
    }
}
