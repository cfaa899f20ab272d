using See360.Core.Institutes;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Testing;

namespace See360.Core.Tests.Surveys;

public sealed class SurveyApprovalTests : IAsyncLifetime
{
    private const string Person = "romy.hoerdt@sparkasse-musterstadt.example";

    private static readonly InstituteId s_bank = InstituteId.Parse("musterstadt");
    private static readonly SurveyId s_id = SurveyId.Parse("baufinanzierung");

    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();
    private readonly SurveyRecords _records;
    private readonly PublishSurvey _publish;
    private readonly ApproveSurvey _approve;
    private readonly WithdrawApproval _withdraw;
    private readonly ReviewSurvey _review;

    public SurveyApprovalTests()
    {
        _records = new SurveyRecords(_store);
        _publish = new PublishSurvey(_records, _clock);
        _approve = new ApproveSurvey(_records, _clock);
        _withdraw = new WithdrawApproval(_records, _clock);
        _review = new ReviewSurvey(_records);
    }

    public Task InitializeAsync() => new CreateSurveyFromSet(_records).CreateAsync(s_bank, new NewSurvey(s_id, "baufinanzierung", ImportNames: ["Baufi"]));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Review_FromDraftToWithdrawn_SaysWhereItStands()
    {
        Assert.Equal(SurveyStage.Draft, await StageAsync());

        await _publish.PublishAsync(s_bank, s_id);
        Assert.Equal(SurveyStage.Checked, await StageAsync());

        await _approve.ApproveAsync(s_bank, s_id, Person, seen: 1);
        Assert.Equal(SurveyStage.Approved, await StageAsync());

        await _withdraw.RunAsync(s_bank, s_id, "Frage 3 ist missverständlich", Person);
        var reviewed = (await _review.OneAsync(s_bank, s_id))!;
        Assert.Equal(SurveyStage.Withdrawn, reviewed.Stage);
        Assert.False(reviewed.Survey.IsLive);
        Assert.Equal([(2, ApprovalStep.Withdrawn), (1, ApprovalStep.Approved)], reviewed.History.Select(d => (d.Number, d.Step)));
        Assert.Equal("Frage 3 ist missverständlich", reviewed.History[0].Reason);
        Assert.Equal(16, reviewed.Questions);
    }

    [Fact]
    public async Task Approve_AnotherVersionThanTheOneSeen_IsRefused()
    {
        await _publish.PublishAsync(s_bank, s_id);
        var draft = await DraftAsync();
        await new SaveSurveyDraft(_records).SaveAsync(s_bank, draft with { Thanks = new LocalizedText("Danke.", "Thank you.") });
        await _publish.PublishAsync(s_bank, s_id);

        Assert.Equal("survey-changed", (await Assert.ThrowsAsync<RuleBroken>(() => _approve.ApproveAsync(s_bank, s_id, Person, seen: 1))).Code);
        Assert.Equal(SurveyStage.Checked, await StageAsync());
    }

    [Fact]
    public async Task Approve_ChecksFindErrors_IsRefused()
    {
        // Published before the checks knew of this error.
        await _publish.PublishAsync(s_bank, s_id);
        await _records.Versions.UpdateAsync(
            SurveyRecords.VersionPartition(s_bank, s_id), SurveyRecords.VersionRow(1), v => v! with { Questions = [.. v.Questions, v.Questions[0]] });

        Assert.Equal(SurveyStage.Faulty, await StageAsync());
        Assert.Equal("survey-has-errors", (await Assert.ThrowsAsync<RuleBroken>(() => _approve.ApproveAsync(s_bank, s_id, Person, seen: 1))).Code);
    }

    [Fact]
    public async Task ApproveOnce_ApprovalWithdrawnOnThePage_StaysWithdrawn()
    {
        await _publish.PublishAsync(s_bank, s_id);
        await _approve.ApproveOnceAsync(s_bank, s_id, "operator");
        Assert.Equal(SurveyStage.Approved, await StageAsync());
        await _withdraw.RunAsync(s_bank, s_id, "", Person);

        await _approve.ApproveOnceAsync(s_bank, s_id, "operator");

        Assert.Equal(SurveyStage.Withdrawn, await StageAsync());
    }

    [Fact]
    public async Task Withdraw_NotApproved_ChangesNothing()
    {
        await _publish.PublishAsync(s_bank, s_id);
        var writes = _store.Writes;

        await _withdraw.RunAsync(s_bank, s_id, "", Person);

        Assert.Equal(writes, _store.Writes);
    }

    [Fact]
    public async Task Approval_FromBeforeDecisionsWereKept_IsTheFirstOne()
    {
        await _publish.PublishAsync(s_bank, s_id);
        await _records.Surveys.UpdateAsync(
            SurveyRecords.Partition(s_bank), s_id.ToString(), s => s! with { ApprovedAt = _clock.GetUtcNow(), ApprovedBy = Person });

        await _withdraw.RunAsync(s_bank, s_id, "", Person);

        Assert.Equal([(2, ApprovalStep.Withdrawn), (1, ApprovalStep.Approved)], (await _review.OneAsync(s_bank, s_id))!.History.Select(d => (d.Number, d.Step)));
    }

    private async Task<SurveyStage> StageAsync() => (await _review.AllAsync(s_bank)).Single().Stage;

    private async Task<SurveyDraft> DraftAsync() => (await _records.Drafts.ReadAsync(SurveyRecords.Partition(s_bank), SurveyDraft.Row(1)))!.Value;
}
