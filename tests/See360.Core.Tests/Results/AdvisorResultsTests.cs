using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results;
using See360.Core.Results.Slices;
using See360.Core.Results.Tables;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Testing;
using static See360.Testing.ResultsBank;

namespace See360.Core.Tests.Results;

public sealed class AdvisorResultsTests
{
    private static readonly IsoWeek s_week = IsoWeek.Parse("2026-W46");

    private readonly FakeClock _clock = new();
    private readonly InMemoryRecordStore _store = new();
    private readonly SurveyTokens _tokens = new(new SecretKeys([.. Enumerable.Range(1, 32).Select(i => (byte)i)]));
    private readonly ResultsBank _bank;
    private readonly AdvisorResults _results;

    public AdvisorResultsTests()
    {
        _bank = new ResultsBank(_store, _clock);
        var (institutes, organisation) = (new InstituteRecords(_store), new OrganisationRecords(_store));
        var tables = new ResultsHost(_store, new InMemoryFileStore(), _clock).Tables;
        _results = new AdvisorResults(tables, new OrganisationCharts(institutes, organisation, _clock), _bank.Participants, _tokens, _clock);
    }

    [Fact]
    public async Task Own_NoAnswers_IsEmptyAndNamesTheAdvisor()
    {
        await _bank.OpenAsync();

        var own = await OwnAsync();

        Assert.Equal(("Jana Berg", "Frau Berg"), (own.Advisor.Name, own.Advisor.Address));
        Assert.Equal((0, 0, new Figure(0, null, null, null, null, 0)), (own.Answers, own.Delivered, own.Nps));
        Assert.Equal((new DateOnly(2025, 11, 10), new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 9)), (own.From, own.To, own.Fresh.Since));
        Assert.Empty(own.Factors);
        Assert.Empty(own.Comments);
    }

    [Fact]
    public async Task Own_SeveralAnswers_GivesEveryFigure()
    {
        var cycle = await OpenAsync();
        await _bank.AnsweredAsync(cycle, Scores(contact: 5, contactAgain: 4, advice: 3, nps: 10, csat: 5));
        await _bank.AnsweredAsync(cycle, Scores(contact: 3, advice: 4, nps: 8, csat: 3));
        await _bank.AnsweredAsync(cycle, Fcr("yes"));
        await _bank.AnsweredAsync(cycle, Fcr("no"));
        await _bank.AnsweredAsync(cycle, Fcr("unknown"));

        var own = await OwnAsync();

        Assert.Equal((5, 5), (own.Answers, own.Fresh.Count));
        Assert.Equal((2, 50.0), (own.Nps.N, own.Nps.Value!.Value));
        Assert.Equal((2, 0.5), (own.Csat.N, own.Csat.Value!.Value));
        Assert.Equal((2, 4.0), (own.Satisfaction.N, own.Satisfaction.Value!.Value));
        Assert.Equal((2, 0.5, 1), (own.Fcr.N, own.Fcr.Value!.Value, own.FcrUnknown));
        var contact = own.Factors.Single(f => f.Id == "contactFrequency");
        Assert.Equal(("Kontaktfrequenz", true, 3, 4.0), (contact.Name, contact.Personal, contact.Figure.N, contact.Figure.Value!.Value));
        Assert.Equal([0, 0, 1, 1, 1], contact.Distribution);
        Assert.Equal(["financing", "payments"], own.Fields.Select(f => f.Id));
        Assert.Equal(4, own.Fields[0].Figure.N);
    }

    [Fact]
    public async Task Own_AnswersOfColleagues_AreNotSeen()
    {
        var cycle = await OpenAsync();
        await _bank.AnsweredAsync(cycle, Scores(nps: 0), advisor: Timo);

        Assert.Equal(0, (await OwnAsync()).Answers);
        Assert.Equal(1, (await OwnAsync(Timo)).Answers);
    }

    [Fact]
    public async Task Own_InterviewersAndTests_AreApart()
    {
        var cycle = await OpenAsync();
        await _bank.AnswerAsync(cycle, await _bank.InviteAsync(cycle), Scores(nps: 0), byInterviewer: true);
        await _bank.AnswerAsync(cycle, await _bank.InviteAsync(cycle), Scores(nps: 0), kind: ParticipantKind.Test);
        await _bank.AnsweredAsync(cycle, Scores(nps: 10));

        var own = await OwnAsync();

        Assert.Equal((1, 1, 100.0), (own.Answers, own.ByInterviewer, own.Nps.Value!.Value));
    }

    [Fact]
    public async Task Own_OlderThanTwelveMonths_HasLeftTheWindow()
    {
        var survey = await OpenSurveyAsync();
        var cycle = await _bank.CycleAsync(survey, s_week.Plus(-53), closed: true);
        var customer = await _bank.InviteAsync(cycle);
        await _bank.AnswerAsync(cycle, customer, Scores(nps: 10), at: _clock.GetUtcNow().AddDays(-366));
        var other = await _bank.InviteAsync(cycle);
        await _bank.AnswerAsync(cycle, other, Scores(nps: 0), at: _clock.GetUtcNow().AddDays(-360));

        Assert.Equal((1, -100.0), ((await OwnAsync()).Answers, (await OwnAsync()).Nps.Value!.Value));
    }

    [Fact]
    public async Task Own_Comments_PraiseFirstThenNewest()
    {
        var cycle = await OpenAsync();
        await CommentAsync(cycle, "improve", "Mehr Termine", nps: 5);
        await CommentAsync(cycle, "praise", "Nichts", nps: 2);
        await CommentAsync(cycle, "praise", "Sehr geduldig", nps: 8);
        await CommentAsync(cycle, "praise", "Danke", nps: 10);
        await CommentAsync(cycle, "improve", "Weiter so, nur öfter", nps: 10);

        var own = await OwnAsync();

        Assert.Equal(["Danke", "Sehr geduldig", "Weiter so, nur öfter", "Nichts", "Mehr Termine"], own.Comments.Select(c => c.Text));
        Assert.Equal([true, true, false, false, false], own.Comments.Select(c => c.Praise));
        Assert.Equal("Herr Hans Stengel", own.Comments[0].From);
        Assert.Equal((10, new DateOnly(2026, 11, 9)), (own.Comments[0].Nps!.Value, own.Comments[0].On!.Value));
    }

    [Fact]
    public async Task Own_SameTextTwice_HasTwoIds()
    {
        var cycle = await OpenAsync();
        await CommentAsync(cycle, "praise", "Danke", nps: 10);
        await CommentAsync(cycle, "praise", "Danke", nps: 10);

        Assert.Equal(2, (await OwnAsync()).Comments.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public async Task Own_GiverErased_CommentStaysWithoutName()
    {
        var cycle = await OpenAsync();
        var customer = await CommentAsync(cycle, "praise", "Danke", nps: 10);
        var read = await _bank.Participants.ReadAsync(_bank.Id, customer);
        await _bank.Participants.Participants.WriteAsync(
            ParticipantRecords.Partition(_bank.Id, customer.Batch), [See360.Core.Storage.Table<Participant>.Delete(read!)]);

        Assert.Null((await OwnAsync()).Comments.Single().From);
    }

    [Fact]
    public async Task Own_SelfImagePending_ShowsTheLinkAndNothingElse()
    {
        var cycle = await OpenAsync(selfImage: true);
        await CommentAsync(cycle, "praise", "Danke", nps: 10);
        var ask = await _bank.AskSelfImageAsync(cycle);

        var own = await OwnAsync();

        Assert.Equal((0, 0, 0, 0), (own.Answers, own.Nps.N, own.Comments.Count, own.Fresh.Count));
        Assert.Empty(own.Factors);
        var line = Assert.Single(own.Surveys);
        Assert.Equal((SelfImageState.Pending, 0, $"/s/{_tokens.Create(7, ask)}"), (line.SelfImage, line.Answers, line.SelfImageUrl));
    }

    [Fact]
    public async Task Own_SelfImageAnswered_StandsBesideTheCustomers()
    {
        var cycle = await OpenAsync(selfImage: true);
        for (var i = 0; i < 10; i++)
        {
            await _bank.AnsweredAsync(cycle, Scores(contact: 2 + (i % 2), advice: 5));
        }

        var ask = await _bank.AskSelfImageAsync(cycle);
        await _bank.AnswerAsync(cycle, ask, Scores(contact: 5, advice: 5));

        var own = await OwnAsync();

        Assert.Equal(10, own.Answers);
        var contact = own.Factors.Single(f => f.Id == "contactFrequency");
        Assert.Equal((5.0, 2.5, true), (contact.Self, contact.Gap, contact.GapMarked));
        var advice = own.Factors.Single(f => f.Id == "adviceQuality");
        Assert.Equal((5.0, 0.0, false), (advice.Self, advice.Gap, advice.GapMarked));
        Assert.Equal(SelfImageState.Answered, Assert.Single(own.Surveys).SelfImage);
    }

    [Fact]
    public async Task Own_SelfImageNeverAskedOrExpired_HidesNothing()
    {
        var cycle = await OpenAsync(selfImage: true);
        await _bank.AnsweredAsync(cycle, Scores(nps: 10));
        Assert.Equal((1, SelfImageState.NotAsked), ((await OwnAsync()).Answers, (await OwnAsync()).Surveys.Single().SelfImage));

        await _bank.AskSelfImageAsync(cycle);
        _clock.Advance(ResultTables.LedgersAfter);
        Assert.Equal(0, (await OwnAsync()).Answers);

        _clock.Advance(TimeSpan.FromDays(28));
        Assert.Equal(1, (await OwnAsync()).Answers);
    }

    [Fact]
    public async Task Own_ColleaguesSelfImagePending_HidesNothing()
    {
        var cycle = await OpenAsync(selfImage: true);
        await _bank.AnsweredAsync(cycle, Scores(nps: 10));
        await _bank.AskSelfImageAsync(cycle, advisor: Timo, employee: 2);

        Assert.Equal(1, (await OwnAsync()).Answers);
    }

    [Fact]
    public async Task Own_OneSurveyPending_HidesOnlyThatOne()
    {
        var cycle = await OpenAsync(selfImage: true);
        await _bank.AnsweredAsync(cycle, Scores(nps: 0));
        await _bank.AskSelfImageAsync(cycle);
        var other = await _bank.CycleAsync(await _bank.SurveyAsync("service", 2), s_week);
        await _bank.AnsweredAsync(other, Scores(nps: 10));

        Assert.Equal((1, 100.0), ((await OwnAsync()).Answers, (await OwnAsync()).Nps.Value!.Value));
    }

    [Fact]
    public async Task Own_Confidential_IsSilentUntilFive()
    {
        var cycle = await OpenAsync(ConfidentialityMode.Confidential);
        for (var i = 0; i < 3; i++)
        {
            await CommentAsync(cycle, "praise", $"Text {i}", nps: 10);
        }

        await _bank.CloseAsync(cycle, new CycleTotals(3, 3, 0, 3, 3, 3, 0));
        var own = await OwnAsync();

        Assert.Equal((0, 0, 2, 0), (own.Answers, own.Nps.N, own.Nps.Missing, own.Comments.Count));
        Assert.Equal((2, true), (own.Surveys.Single().Missing, own.Surveys.Single().Confidential));
        Assert.Null(own.Nps.Value);
    }

    [Fact]
    public async Task Own_ConfidentialReleased_NamesNobody()
    {
        var cycle = await OpenAsync(ConfidentialityMode.Confidential);
        for (var i = 0; i < 8; i++)
        {
            await CommentAsync(cycle, "praise", $"Text {i}", nps: 10);
        }

        await _bank.CloseAsync(cycle, new CycleTotals(8, 8, 0, 8, 8, 8, 0));
        var own = await OwnAsync();

        Assert.Equal((5, 5, 8, 0), (own.Answers, own.Nps.N, own.Comments.Count, own.Fresh.Count));
        Assert.All(own.Comments, c => Assert.Equal((null, null, null), (c.On, c.From, c.Nps)));
    }

    [Fact]
    public async Task Own_SurveysOnTwoScales_AreNotMixed()
    {
        var cycle = await OpenAsync();
        await _bank.AnsweredAsync(cycle, Scores(contact: 5));
        await _bank.AnsweredAsync(cycle, Scores(contact: 5));
        var seven = await _bank.CycleAsync(
            await _bank.SurveyAsync("sieben", 2, scale: new RatingScale(1, 7, new LocalizedText("", ""), new LocalizedText("", ""))), s_week);
        await _bank.AnsweredAsync(seven, Scores(contact: 7));

        var (all, one) = (await OwnAsync(), await OwnAsync(survey: "sieben"));

        Assert.Equal((new ScoreScale(1, 5), 2), (all.Scale, all.Factors.Single().Figure.N));
        Assert.Equal(["sieben"], all.OtherScales);
        Assert.Equal((new ScoreScale(1, 7), 7.0), (one.Scale, one.Factors.Single().Figure.Value));
    }

    [Fact]
    public async Task Own_ResponseRate_LeavesRunningWeeksOut()
    {
        var survey = await OpenSurveyAsync();
        var old = await _bank.CycleAsync(survey, s_week.Plus(-6));
        await _bank.CloseAsync(old, new CycleTotals(45, 40, 5, 20, 18, 16, 0, new Dictionary<string, AdvisorReturn>
        {
            [Jana] = new(12, 2, 4),
            [Timo] = new(33, 3, 12),
        }));
        await _bank.InviteAsync(await _bank.CycleAsync(survey, s_week));

        var own = await OwnAsync();

        Assert.Equal((10, 0.4), (own.Delivered, own.ResponseRate.Value));
    }

    [Fact]
    public async Task Own_Strengths_AreTheBestWithEnoughAnswers()
    {
        var cycle = await OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            await _bank.AnsweredAsync(cycle, i < 4 ? Scores(contact: 5, advice: 4) : Scores(contact: 4));
        }

        Assert.Equal(["contactFrequency"], (await OwnAsync()).Strengths.Select(s => s.Id));
    }

    [Fact]
    public async Task Own_KnownVersion_IsNotBuiltAgain()
    {
        var cycle = await OpenAsync();
        await _bank.AnsweredAsync(cycle, Scores(nps: 10));
        var first = await _results.ExecuteAsync(_bank.Id, Jana, Language.De);

        Assert.Null((await _results.ExecuteAsync(_bank.Id, Jana, Language.De, known: first.Version)).Value);
        Assert.NotNull((await _results.ExecuteAsync(_bank.Id, Jana, Language.En, known: first.Version)).Value);
        Assert.NotNull((await _results.ExecuteAsync(_bank.Id, Timo, Language.De, known: first.Version)).Value);
        Assert.NotNull((await _results.ExecuteAsync(_bank.Id, Jana, Language.De, "beratung", first.Version)).Value);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull((await _results.ExecuteAsync(_bank.Id, Jana, Language.De, known: first.Version)).Value);
    }

    [Fact]
    public async Task Own_UnknownSurvey_IsRefused()
    {
        await OpenAsync();

        Assert.Equal("survey-unknown", (await Assert.ThrowsAsync<BadInput>(() => OwnAsync(survey: "gibt-es-nicht"))).Code);
    }

    private async Task<OwnResults> OwnAsync(string user = Jana, string? survey = null) =>
        (await _results.ExecuteAsync(_bank.Id, user, Language.De, survey)).Value!;

    private async Task<SurveyId> OpenSurveyAsync(ConfidentialityMode mode = ConfidentialityMode.Personal, bool selfImage = false)
    {
        await _bank.OpenAsync();
        return await _bank.SurveyAsync(mode: mode, selfImage: selfImage);
    }

    private async Task<CycleId> OpenAsync(ConfidentialityMode mode = ConfidentialityMode.Personal, bool selfImage = false) =>
        await _bank.CycleAsync(await OpenSurveyAsync(mode, selfImage), s_week);

    private async Task<ParticipantId> CommentAsync(CycleId cycle, string question, string text, int nps)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        var answers = Scores(nps: nps);
        answers[question] = new Answer(Text: text);
        return await _bank.AnsweredAsync(cycle, answers);
    }

    private static Dictionary<string, Answer> Fcr(string choice) => new() { ["fcr"] = new Answer(Choices: [choice]) };
}
