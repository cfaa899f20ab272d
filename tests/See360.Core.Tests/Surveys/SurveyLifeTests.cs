using See360.Core.Institutes;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Testing;

namespace See360.Core.Tests.Surveys;

public sealed class SurveyLifeTests
{
    private static readonly InstituteId s_bank = InstituteId.Parse("musterstadt");
    private static readonly SurveyId s_id = SurveyId.Parse("baufi-2026");

    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();
    private readonly SurveyRecords _records;
    private readonly CreateSurveyFromSet _create;
    private readonly PublishSurvey _publish;

    public SurveyLifeTests()
    {
        _records = new SurveyRecords(_store);
        _create = new CreateSurveyFromSet(_records);
        _publish = new PublishSurvey(_records, _clock);
    }

    [Fact]
    public async Task Create_FromSet_HasADraftAndNoVersion()
    {
        var survey = await _create.CreateAsync(s_bank, New());

        Assert.Equal(0, survey.Version);
        Assert.Null(survey.ApprovedAt);
        Assert.Equal("Baufinanzierungsspezialisten", survey.Name.De);
        Assert.Equal(survey.Id, (await _records.FindAsync(s_bank, s_id))!.Id);
        Assert.NotEmpty((await DraftAsync(survey)).Questions);
    }

    [Fact]
    public async Task Create_WithQuestionsOff_LeavesThemOut()
    {
        var survey = await _create.CreateAsync(s_bank, New() with { Off = ["financing-process", "subsidies-raised"] });

        var ids = (await DraftAsync(survey)).Questions.Select(q => q.Id).ToList();
        Assert.DoesNotContain("financing-process", ids);
        Assert.DoesNotContain("financing-process-detail", ids);
        Assert.DoesNotContain("subsidies-raised", ids);
        Assert.Contains("praise", ids);
    }

    [Fact]
    public async Task Create_SecondSurvey_GetsTheNextNumber()
    {
        var first = await _create.CreateAsync(s_bank, New());
        var second = await _create.CreateAsync(s_bank, New() with { Id = SurveyId.Parse("zweite"), ImportNames = ["Zweite"] });

        Assert.Equal((1, 2), (first.Number, second.Number));
    }

    [Fact]
    public async Task Create_NumberTaken_IsRefused()
    {
        await _create.CreateAsync(s_bank, New() with { Number = 5 });

        await RefusedAsync("number-taken", New() with { Id = SurveyId.Parse("zweite"), ImportNames = ["Zweite"], Number = 5 });
    }

    [Fact]
    public async Task Create_IdTaken_IsRefused()
    {
        await _create.CreateAsync(s_bank, New());

        await RefusedAsync("survey-id-taken", New());
    }

    [Fact]
    public async Task Create_ImportNameOfAnotherInOtherSpelling_IsRefused()
    {
        await _create.CreateAsync(s_bank, New() with { ImportNames = ["Vermögen"] });

        await RefusedAsync("import-name-taken", New() with { Id = SurveyId.Parse("zweite"), ImportNames = ["VERMOEGEN"] });
    }

    [Fact]
    public async Task Create_AfterACrashBeforeTheSurveyWasWritten_TakesItsNumberUp()
    {
        await _records.Numbers.InsertAsync(SurveyRecords.Partition(s_bank), "0001", new SurveyNumber(s_id));

        Assert.Equal(1, (await _create.CreateAsync(s_bank, New())).Number);
    }

    [Theory]
    [InlineData("reminders", 4, 7, 28, null)]
    [InlineData("reminderGapDays", 1, 0, 28, null)]
    [InlineData("tokenLifeDays", 1, 7, 91, null)]
    [InlineData("tokenLifeDays", 3, 10, 28, null)]
    [InlineData("weeklyDose", 1, 7, 28, 10)]
    public async Task Create_RuleOutOfBounds_IsRefused(string field, int reminders, int gap, int life, int? dose)
    {
        var rules = new SurveyRules(reminders, gap, life, WeeklyDose: dose);

        var error = await Assert.ThrowsAsync<BadInput>(() => _create.CreateAsync(s_bank, New() with { Rules = rules }));

        Assert.Equal(field, error.Field);
    }

    [Fact]
    public async Task Create_UnknownSetNameOrQuestion_IsRefused()
    {
        NewSurvey[] wrong = [New() with { SetId = "raten" }, New() with { Name = new LocalizedText("Nur deutsch", "") }, New() with { Off = ["nichts"] }];

        foreach (var wanted in wrong)
        {
            await Assert.ThrowsAsync<BadInput>(() => _create.CreateAsync(s_bank, wanted));
        }

        Assert.Empty(await _records.AllAsync(s_bank));
    }

    [Fact]
    public async Task Publish_Draft_IsVersionOne()
    {
        var survey = await _create.CreateAsync(s_bank, New());

        var published = await _publish.PublishAsync(s_bank, s_id);

        Assert.Equal(1, published!.Version.Number);
        Assert.Empty(published.Warnings);
        Assert.Equal(1, (await _records.FindAsync(s_bank, s_id))!.Version);
        Assert.True((await DraftAsync(survey)).SaysTheSameAs(SurveyDraft.Of((await _records.VersionAsync(s_bank, s_id, 1))!)));
    }

    [Fact]
    public async Task Publish_SameDraftAgain_MakesNoNewVersion()
    {
        await _create.CreateAsync(s_bank, New());
        await _publish.PublishAsync(s_bank, s_id);

        Assert.Equal(1, (await _publish.PublishAsync(s_bank, s_id))!.Version.Number);
    }

    [Fact]
    public async Task Publish_ChangedLiveSurvey_IsANewVersionAndTheOldOneStays()
    {
        var survey = await _create.CreateAsync(s_bank, New());
        await _publish.PublishAsync(s_bank, s_id);
        var draft = await DraftAsync(survey);
        var save = new SaveSurveyDraft(_records);
        await save.SaveAsync(s_bank, draft with { Questions = QuestionSwitches.Without(draft.Questions, new HashSet<string> { "financing-price" }) });

        var published = await _publish.PublishAsync(s_bank, s_id);

        Assert.Equal(2, published!.Version.Number);
        Assert.Equal(2, (await _records.FindAsync(s_bank, s_id))!.Version);
        Assert.Contains((await _records.VersionAsync(s_bank, s_id, 1))!.Questions, q => q.Id == "financing-price");
        Assert.DoesNotContain((await _records.VersionAsync(s_bank, s_id, 2))!.Questions, q => q.Id == "financing-price");
    }

    [Fact]
    public async Task Publish_AfterACrashBetweenVersionAndSurvey_PassesTheNumberOver()
    {
        var survey = await _create.CreateAsync(s_bank, New());
        var orphan = (await DraftAsync(survey)).ToVersion(1, _clock.GetUtcNow());
        await _records.Versions.InsertAsync(SurveyRecords.VersionPartition(s_bank, s_id), SurveyRecords.VersionRow(1), orphan);

        Assert.Equal(2, (await _publish.PublishAsync(s_bank, s_id))!.Version.Number);
    }

    [Fact]
    public async Task Publish_DraftWithErrors_IsRefusedAndWritesNothing()
    {
        var survey = await _create.CreateAsync(s_bank, New());
        var findings = await new SaveSurveyDraft(_records).SaveAsync(s_bank, await DraftAsync(survey) with { Questions = [] });

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => _publish.PublishAsync(s_bank, s_id));

        Assert.Equal("no-question", Assert.Single(findings!).Code);
        Assert.Equal("survey-has-errors", refused.Code);
        Assert.Null(await _records.VersionAsync(s_bank, s_id, 1));
    }

    [Fact]
    public async Task Approve_BeforePublishing_IsRefused()
    {
        await _create.CreateAsync(s_bank, New());

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => new ApproveSurvey(_records, _clock).ApproveAsync(s_bank, s_id, "a@bank.example"));

        Assert.Equal("survey-not-published", refused.Code);
    }

    [Fact]
    public async Task Approve_Twice_KeepsTheFirst()
    {
        await _create.CreateAsync(s_bank, New());
        await _publish.PublishAsync(s_bank, s_id);
        var approve = new ApproveSurvey(_records, _clock);
        await approve.ApproveAsync(s_bank, s_id, "a@bank.example");
        _clock.Advance(TimeSpan.FromDays(1));

        var survey = await approve.ApproveAsync(s_bank, s_id, "b@bank.example");

        Assert.Equal((FakeClock.Monday, "a@bank.example"), (survey!.ApprovedAt!.Value, survey.ApprovedBy));
    }

    [Fact]
    public async Task UnknownSurvey_IsNull()
    {
        Assert.Null(await _publish.PublishAsync(s_bank, s_id));
        Assert.Null(await new ApproveSurvey(_records, _clock).ApproveAsync(s_bank, s_id, "a@bank.example"));
        Assert.Empty(await _records.AllAsync(s_bank));
    }

    [Fact]
    public async Task CreateDefaults_Twice_AreSevenPublishedSurveys()
    {
        var defaults = new CreateDefaultSurveys(_records, _create, _publish);

        await defaults.CreateAsync(s_bank);
        var surveys = await defaults.CreateAsync(s_bank);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], surveys.Select(s => s.Number).Order());
        Assert.All(surveys, s => Assert.Equal((1, null), (s.Version, s.ApprovedAt)));
    }

    private static NewSurvey New() => new(s_id, "baufinanzierung", ImportNames: ["Baufi"]);

    private async Task<SurveyDraft> DraftAsync(Survey survey) =>
        (await _records.Drafts.ReadAsync(SurveyRecords.Partition(s_bank), SurveyDraft.Row(survey.Number)))!.Value;

    private async Task RefusedAsync(string code, NewSurvey wanted) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(() => _create.CreateAsync(s_bank, wanted))).Code);
}
