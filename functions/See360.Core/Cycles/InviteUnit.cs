using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Cycles;

/// <summary>
/// Invites the next of who waits, in chunks of up to 50 that do not know of each other. Its durable work list is the stock: a row leaves it only when the ledger says what
/// became of the mail, so a unit that was killed is done again from its beginning and finds its own traces.
/// The order of writes within a chunk: contacts (the quarantine is claimed), participants, ledger, mail, ledger, stock.
/// </summary>
public sealed class InviteUnit(
    ParticipantRecords participants,
    CycleRecords cycles,
    OrganisationRecords organisation,
    ContactClaims claims,
    Stock stock,
    Dispatch dispatch,
    ICycleMails mails,
    MailIds ids,
    BounceCount bounces,
    TimeProvider clock) : ICycleUnit
{
    /// <summary>More would gain nothing: the processor is busy then, and not the disk.</summary>
    private const int SideBySide = 4;

    public CycleStepKind Kind => CycleStepKind.Invite;

    public async Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default)
    {
        if (SendingRules.Locks(context.Institute, context.Survey, clock.GetUtcNow()).Count > 0)
        {
            return new UnitResult(false, WaitUntil: clock.GetUtcNow().AddMinutes(15));
        }

        var taken = await stock.TakeAsync(context, Width(context.Wave) * ICycleUnit.Recipients, cancel);
        if (taken.Count == 0)
        {
            return UnitResult.Finished;
        }

        var held = await Task.WhenAll(taken.DistinctBy(w => w.Value.Participant).Chunk(ICycleUnit.Recipients).Select(places => Task.Run(() => InviteAsync(context, places, cancel), cancel)));
        return new UnitResult(false, WaitUntil: held.Contains(true) ? clock.GetUtcNow().AddMinutes(1) : null);
    }

    /// <summary>How many chunks go side by side: one at the beginning of a wave and as soon as its bounces warn, so that
    /// the bounce rule stops it after few mails; else several, which share the commits of the store.</summary>
    private static int Width(Wave wave) => wave.Sent == 0 || BounceRule.Warns(wave) ? 1 : SideBySide;

    /// <returns>True if going on at once would be of no use.</returns>
    private async Task<bool> InviteAsync(CycleContext context, IReadOnlyList<Versioned<Waiting>> places, CancellationToken cancel)
    {
        var cases = await LoadAsync(context, places, cancel);
        var granted = await claims.ClaimAsync(context, cases, cancel);
        await WriteStatesAsync(context, cases, granted, cancel);
        var sent = await dispatch.SendAsync(context.Ledger, [.. Outgoing(context, cases)], context.Worker, cancel);
        await AfterSendingAsync(context, cases, sent, cancel);
        await stock.LeaveAsync(context, cases, sent, cancel);
        return sent.Any(s => s.Send is null) || cases.TrueForAll(c => c.IsLost);
    }

    private async Task<List<InviteCase>> LoadAsync(CycleContext context, IReadOnlyList<Versioned<Waiting>> taken, CancellationToken cancel)
    {
        var institute = context.Institute.Id;
        var persons = await Task.WhenAll(taken.Select(w => participants.ReadAsync(institute, w.Value.Participant, cancel)));
        var advisors = new Dictionary<string, Employee?>();
        foreach (var name in persons.Where(p => p is not null).Select(p => p!.Value.Advisor).Distinct())
        {
            advisors[name] = name.Length == 0 ? null : await organisation.EmployeeAsync(institute, name, cancel);
        }

        var cases = taken.Zip(persons, (place, person) => new InviteCase(place, person, person is null ? null : advisors[person.Value.Advisor])).ToList();
        foreach (var @case in cases.Where(c => c.Person?.Value is { State: ParticipantState.Invited, Cycle: { } by } && by != context.Cycle.Id))
        {
            await ResumeAsync(context, @case, cancel);
        }

        return cases;
    }

    /// <summary>A place whose participant another cycle has begun to invite when its worker died: if that cycle's
    /// ledger does not know the participant yet, it is still ours to invite; if the ledger's record is unmarked, it is
    /// that cycle's to finish.</summary>
    private async Task ResumeAsync(CycleContext context, InviteCase @case, CancellationToken cancel)
    {
        var person = @case.Person!.Value;
        var ledger = CycleRecords.SendPartition(context.Institute.Id, person.Cycle!.Value);
        var send = await cycles.Sends.ReadAsync(ledger, CycleRecords.SendRow(SendKind.Invitation, person.Id), cancel);
        if (send is null)
        {
            @case.Person = @case.Person with { Value = person with { State = ParticipantState.Ready, Cycle = null, InvitedAt = null } };
        }

        @case.IsLost = send?.Value.State == SendState.Claimed;
    }

    /// <summary>Writes who is invited and who is not before any mail leaves. The version decides between an invitation
    /// and an undo at the same moment: whoever writes first has won, the other sees it.</summary>
    private async Task WriteStatesAsync(CycleContext context, List<InviteCase> cases, IReadOnlyDictionary<ParticipantId, SendVerdict> verdicts, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var @case in cases)
        {
            if (@case.Person is null || @case.IsLost || @case.IsInvitedBy(context.Cycle.Id))
            {
                continue;
            }

            var person = @case.Person.Value;
            @case.Verdict = person.State is ParticipantState.Ready or ParticipantState.Quarantine
                ? verdicts[person.Id]
                : SendVerdict.Refuse(person.State, person.Reason);
            if (!@case.Verdict.Allowed && @case.Verdict.State == person.State)
            {
                continue;
            }

            @case.Next = @case.Verdict.Allowed
                ? person with { State = ParticipantState.Invited, Reason = "", Cycle = context.Cycle.Id, InvitedAt = now }
                : person with { State = @case.Verdict.State, Reason = @case.Verdict.Reason };
        }

        // Who is invited first: if one of them is lost to an undo, the claim is free again, and who was refused because
        // of it stays in the stock to be judged anew.
        await WriteAsync(context, cases.Where(c => c.Next is { State: ParticipantState.Invited }), cancel);
        if (await ReleaseLostAsync(context, cases, cancel))
        {
            foreach (var @case in cases.Where(c => c.Verdict is { Allowed: false, State: ParticipantState.Quarantine }))
            {
                (@case.Next, @case.IsLost) = (null, true);
            }
        }

        await WriteAsync(context, cases.Where(c => c.Next is not null and not { State: ParticipantState.Invited }), cancel);
    }

    /// <returns>True if somebody was withdrawn between the claim and the invitation.</returns>
    private async Task<bool> ReleaseLostAsync(CycleContext context, List<InviteCase> cases, CancellationToken cancel)
    {
        var withdrawn = false;
        foreach (var @case in cases.Where(c => c is { IsLost: true, Verdict.Allowed: true }))
        {
            // Another worker of the same cycle may have been faster as well: then the claim is right.
            var now = (await participants.ReadAsync(context.Institute.Id, @case.Next!.Id, cancel))?.Value;
            if (now is { State: ParticipantState.Withdrawn })
            {
                await claims.ReleaseAsync(context.Institute.Id, now, cancel);
                withdrawn = true;
            }
        }

        return withdrawn;
    }

    private async Task WriteAsync(CycleContext context, IEnumerable<InviteCase> cases, CancellationToken cancel)
    {
        foreach (var batch in cases.GroupBy(c => c.Next!.Id.Batch).ToList())
        {
            // Who comes out of quarantine carries the fields of the file, which may be long: not always all in one batch.
            foreach (var part in RecordBatch.Split(batch, c => Table<Participant>.Replace(c.Person!, c.Next!)))
            {
                await WriteBatchAsync(ParticipantRecords.Partition(context.Institute.Id, batch.Key), part, cancel);
            }
        }
    }

    private async Task WriteBatchAsync(string partition, IReadOnlyList<(InviteCase Case, RecordChange Change)> batch, CancellationToken cancel)
    {
        var written = await participants.Participants.WriteAsync(partition, [.. batch.Select(c => c.Change)], cancel);
        foreach (var (@case, _) in batch)
        {
            if (written.Written || await participants.Participants.ReplaceAsync(partition, @case.Person!, @case.Next!, cancel))
            {
                @case.Person = @case.Person! with { Value = @case.Next! };
            }
            else
            {
                @case.IsLost = true; // Somebody was faster (an undo): the row stays in the stock and is judged anew.
            }
        }
    }

    private IEnumerable<Outgoing> Outgoing(CycleContext context, List<InviteCase> cases) =>
        from @case in cases
        where !@case.IsLost && @case.IsInvitedBy(context.Cycle.Id)
        let person = @case.Person!.Value
        let mailId = ids.For(context.Institute.Number, SendKind.Invitation, person.Id)
        select new Outgoing(context, SendKind.Invitation, person.Id, mailId, context.Step.Wave, person.Advisor,
            stop => mails.InvitationAsync(context.Institute, context.Survey, person, @case.Advisor!, stop));

    private async Task AfterSendingAsync(CycleContext context, List<InviteCase> cases, IReadOnlyList<Dispatched> sent, CancellationToken cancel)
    {
        var bounced = sent.Where(s => s is { IsNew: true, Send.BouncedAt: not null }).Select(s => s.Send!.Participant).ToHashSet();
        foreach (var @case in cases.Where(c => c.Person is not null && bounced.Contains(c.Person.Value.Id)))
        {
            await claims.MarkUndeliverableAsync(context.Institute.Id, @case.Person!.Value, clock.GetUtcNow(), cancel);
        }

        var accepted = sent.Count(s => s is { IsNew: true, Send.State: SendState.Sent });
        var retryAt = sent.Where(s => s.Send?.State == SendState.Deferred).Min(s => s.Send!.NextTryAt);
        if (accepted + bounced.Count > 0 || retryAt is not null)
        {
            await bounces.AddAsync(context.Institute.Id, context.Cycle.Id, context.Step.Wave, accepted, bounced.Count, retryAt, cancel);
        }
    }
}

/// <summary>One place in the stock, on its way through an <see cref="InviteUnit"/>.</summary>
public sealed class InviteCase(Versioned<Waiting> place, Versioned<Participant>? person, Employee? advisor)
{
    public Versioned<Waiting> Place => place;

    public Versioned<Participant>? Person { get; set; } = person;

    public Employee? Advisor => advisor;

    public SendVerdict? Verdict { get; set; }

    public Participant? Next { get; set; }

    public bool IsLost { get; set; }

    public bool IsInvitedBy(CycleId cycle) => Person?.Value is { State: not ParticipantState.Withdrawn, Cycle: { } by } && by == cycle;

    /// <summary>In quarantine, but not for ever: the customer stays in a strategic survey's stock.</summary>
    public bool Stays(Surveys.Survey survey) =>
        survey.Kind == Surveys.SurveyKind.Strategic && Verdict is { Allowed: false, State: ParticipantState.Quarantine, NotBefore: not null };
}
