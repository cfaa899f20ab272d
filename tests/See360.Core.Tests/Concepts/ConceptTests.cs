using See360.Core.Concepts;
using See360.Core.Decisions;
using See360.Testing;

namespace See360.Core.Tests.Concepts;

public sealed class ConceptTests
{
    private const string Person = "romy.hoerdt@sparkasse-musterstadt.example";

    private static readonly DateOnly s_today = new(2026, 11, 9);
    private static readonly NewAgreement s_agreement = new("Personalrat", s_today.AddDays(-3));

    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();
    private readonly TestBank _bank;
    private readonly AgreeConcept _agree;
    private readonly WithdrawConcept _withdraw;
    private readonly ShowConcept _show;

    public ConceptTests()
    {
        _bank = new TestBank(_store, _clock);
        var records = new ConceptRecords(_store);
        _agree = new AgreeConcept(_bank.Institutes, records, _clock);
        _withdraw = new WithdrawConcept(_bank.Institutes, records, _clock);
        _show = new ShowConcept(_bank.Institutes, records, _clock);
    }

    [Fact]
    public async Task Agree_Recorded_OpensSending()
    {
        await _bank.OpenAsync(agreed: false);
        Assert.Equal(ConceptRules.NotAgreed, (await _show.RunAsync(_bank.Id)).Lock);

        await _agree.RunAsync(_bank.Id, s_agreement with { Title = "Fassung 1", Note = "Anlage A" }, Person, seen: 0);

        var status = await _show.RunAsync(_bank.Id);
        Assert.Null(status.Lock);
        Assert.Equal(
            new ConceptDecision(
                1, ConceptStep.Agreed, 1, Person, FakeClock.Monday, "Personalrat", s_today.AddDays(-3), s_today.AddDays(-3), "Fassung 1", "Anlage A"),
            Assert.Single(status.History));
    }

    [Fact]
    public async Task Withdraw_LocksAgain_AndEverythingStaysInTheHistory()
    {
        await _bank.OpenAsync(agreed: false);
        await _agree.RunAsync(_bank.Id, s_agreement, Person, 0);
        _clock.Advance(TimeSpan.FromDays(1));

        await _withdraw.RunAsync(_bank.Id, "Neue Dienstvereinbarung", Person, 1);
        await _agree.RunAsync(_bank.Id, s_agreement with { Title = "neu" }, Person, 2);
        await _withdraw.RunAsync(_bank.Id, "", Person, 3);

        var status = await _show.RunAsync(_bank.Id);
        Assert.Equal(ConceptRules.Withdrawn, status.Lock);
        Assert.Equal(
            [(4, ConceptStep.Withdrawn, 2), (3, ConceptStep.Agreed, 2), (2, ConceptStep.Withdrawn, 1), (1, ConceptStep.Agreed, 1)],
            status.History.Select(d => (d.Number, d.Step, d.Version)));
        Assert.Equal("Neue Dienstvereinbarung", status.History[2].Note);
        Assert.Equal(FakeClock.Monday.AddDays(1), status.History[2].At);
    }

    [Fact]
    public async Task Withdraw_NothingAgreed_IsRefused()
    {
        await _bank.OpenAsync(agreed: false);

        Assert.Equal("concept-not-agreed", (await Assert.ThrowsAsync<RuleBroken>(() => _withdraw.RunAsync(_bank.Id, "", Person, 0))).Code);
    }

    [Fact]
    public async Task Decide_SomebodyElseWasFaster_IsRefused()
    {
        await _bank.OpenAsync(agreed: false);
        await _agree.RunAsync(_bank.Id, s_agreement, Person, 0);

        Assert.Equal("concept-changed", (await Assert.ThrowsAsync<RuleBroken>(() => _agree.RunAsync(_bank.Id, s_agreement, Person, 0))).Code);
        Assert.Equal("concept-changed", (await Assert.ThrowsAsync<RuleBroken>(() => _withdraw.RunAsync(_bank.Id, "", Person, 0))).Code);
        Assert.Single((await _show.RunAsync(_bank.Id)).History);
    }

    [Fact]
    public async Task Agree_FromALaterDay_OpensSendingOnThatDayInTheBanksZone()
    {
        await _bank.OpenAsync(agreed: false);
        await _agree.RunAsync(_bank.Id, s_agreement with { EffectiveFrom = s_today.AddDays(1) }, Person, 0);
        Assert.Equal(ConceptRules.NotEffective, (await _show.RunAsync(_bank.Id)).Lock);

        _clock.Advance(TimeSpan.FromHours(15)); // 23:00 in Berlin.
        Assert.Equal(ConceptRules.NotEffective, (await _show.RunAsync(_bank.Id)).Lock);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await _show.RunAsync(_bank.Id)).Lock);
    }

    [Fact]
    public async Task Agree_NewConceptFromALaterDay_LeavesTheOldOneInForceUntilThen()
    {
        await _bank.OpenAsync(agreed: false);
        await _agree.RunAsync(_bank.Id, s_agreement, Person, 0);

        await _agree.RunAsync(_bank.Id, s_agreement with { EffectiveFrom = s_today.AddDays(60) }, Person, 1);

        Assert.Null((await _show.RunAsync(_bank.Id)).Lock);
    }

    [Fact]
    public async Task Agree_AfterAWithdrawal_TheOldOneIsOfNoUse()
    {
        await _bank.OpenAsync();
        await _withdraw.RunAsync(_bank.Id, "", Person, 1);

        await _agree.RunAsync(_bank.Id, s_agreement with { EffectiveFrom = s_today.AddDays(60) }, Person, 2);

        Assert.Equal(ConceptRules.NotEffective, (await _show.RunAsync(_bank.Id)).Lock);
    }

    [Theory]
    [InlineData("", "2026-11-09", null, "agreedWith")]
    [InlineData("Personalrat", null, null, "agreedOn")]
    [InlineData("Personalrat", "2026-11-10", null, "agreedOn")]
    [InlineData("Personalrat", "0001-01-01", null, "agreedOn")]
    [InlineData("Personalrat", "9999-12-31", null, "agreedOn")]
    [InlineData("Personalrat", "2026-11-09", "2026-11-08", "effectiveFrom")]
    [InlineData("Personalrat", "2026-11-09", "9999-12-31", "effectiveFrom")]
    public async Task Agree_WhatCannotBe_IsRefusedWithItsField(string with, string? on, string? from, string field)
    {
        await _bank.OpenAsync(agreed: false);
        var writes = _store.Writes;

        var bad = await Assert.ThrowsAsync<BadInput>(() => _agree.RunAsync(_bank.Id, new NewAgreement(with, Day(on), Day(from)), Person, 0));

        Assert.Equal(field, bad.Field);
        Assert.Equal(writes, _store.Writes);
    }

    [Fact]
    public async Task Agree_SeveralFieldsWrong_NamesAllAtOnce()
    {
        await _bank.OpenAsync(agreed: false);

        var bad = await Assert.ThrowsAsync<BadInput>(() => _agree.RunAsync(
            _bank.Id, new NewAgreement(" ", null, s_today.AddYears(3), new string('a', AgreeConcept.LongestName + 1)), Person, 0));

        Assert.Equal(["agreedWith", "agreedOn", "effectiveFrom", "title"], bad.Each.Select(each => each.Field));
    }

    [Fact]
    public async Task CommandLine_SaidAtEveryStart_IsRecordedOnce()
    {
        await _bank.OpenAsync(agreed: false);
        await _agree.RunOnceAsync(_bank.Id, "Personalrat, 3. März");
        _clock.Advance(TimeSpan.FromDays(1));

        await _agree.RunOnceAsync(_bank.Id, "Personalrat, 3. März");

        var decision = Assert.Single((await _show.RunAsync(_bank.Id)).History);
        Assert.Equal(("Personalrat, 3. März", DecidedBy.Operator), (decision.AgreedWith, decision.By));
    }

    [Fact]
    public async Task CommandLine_WithdrawnOnThePage_StaysWithdrawn()
    {
        await _bank.OpenAsync(agreed: false);
        await _agree.RunOnceAsync(_bank.Id, "Personalrat");
        await _withdraw.RunAsync(_bank.Id, "", Person, 1);

        var decided = await _agree.RunOnceAsync(_bank.Id, "Personalrat");

        Assert.Equal(ConceptStep.Withdrawn, decided.Step);
        Assert.Equal(ConceptRules.Withdrawn, (await _show.RunAsync(_bank.Id)).Lock);
    }

    [Fact]
    public async Task Decide_ManyAtOnce_LoseNoDecision()
    {
        await _bank.OpenAsync(agreed: false);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => _agree.RunAsync(_bank.Id, s_agreement with { Title = $"{i}" }, Person, seen: null))));

        var history = (await _show.RunAsync(_bank.Id)).History;
        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1], history.Select(d => d.Number));
        Assert.Equal(8, history.Select(d => d.Title).Distinct().Count());
    }

    [Fact]
    public async Task Decide_EndsBetweenKeepingAndChanging_ShowsTheFormerDecisionOnce()
    {
        await _bank.OpenAsync(agreed: false);
        var first = await _agree.RunAsync(_bank.Id, s_agreement, Person, 0);
        await new DecisionLog<ConceptDecision>(new ConceptRecords(_store).Decisions).KeepAsync(ConceptRecords.Partition(_bank.Id), first);

        Assert.Equal([first], (await _show.RunAsync(_bank.Id)).History);
    }

    [Fact]
    public async Task Agreement_FromBeforeDecisionsWereKept_IsTheFirstOne()
    {
        await _bank.OpenAsync(agreed: true);

        var decision = Assert.Single((await _show.RunAsync(_bank.Id)).History);

        Assert.Equal((1, ConceptStep.Agreed, s_today), (decision.Number, decision.Step, decision.AgreedOn));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
