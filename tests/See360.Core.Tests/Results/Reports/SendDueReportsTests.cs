using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Core.Concepts;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Results.Reports;
using See360.Core.Storage;
using See360.Core.Tokens;
using See360.Core.Users;
using See360.Testing;

namespace See360.Core.Tests.Results.Reports;

public sealed class SendDueReportsTests : IDisposable
{
    private const string Romy = "romy@musterbank.example";
    private const string Head = "head@musterbank.example";
    private const string Board = "board@musterbank.example";

    private readonly FakeClock _clock = new();
    private readonly InMemoryRecordStore _memory = new();
    private readonly RecordingMailer _mailer = new();
    private readonly ServiceProvider _services;
    private readonly ResultsBank _bank;

    public SendDueReportsTests()
    {
        _services = new ServiceCollection()
            .AddSee360Core()
            .AddSingleton<IRecordStore>(_memory)
            .AddSingleton<IFileStore>(new InMemoryFileStore())
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IMailer>(_mailer)
            .AddSingleton(new SecretKeys(new byte[32]))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .Configure<MailOptions>(mail => mail.BaseUrl = new Uri("https://feedback.example"))
            .BuildServiceProvider();
        _bank = new ResultsBank(_memory, _clock);
    }

    private static DateTimeOffset Monday { get; } = new(2026, 11, 9, 7, 0, 0, TimeSpan.Zero);

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Weekly_EachChosenPersonGetsOne_AboutWhatHeMaySee()
    {
        await OpenAsync();
        await SaveAsync(ReportRhythm.Weekly, Role.SalesManagement, Role.Head);

        await UntilAsync(Monday.AddMinutes(-1));
        Assert.Empty(_mailer.Sent);

        await UntilAsync(Monday);
        Assert.Equal(["board@musterbank.example", "head@musterbank.example", "romy@musterbank.example"], _mailer.Sent.Select(m => m.To.Address).Order());
        var (romy, head) = (To(Romy), To(Head));
        Assert.Contains("Musterbank, 13. Oktober 2026 bis 9. November 2026", romy.Subject, StringComparison.Ordinal);
        Assert.Contains("nach 2 Antworten", romy.Text, StringComparison.Ordinal);
        Assert.Contains("NPS: +50", romy.Text, StringComparison.Ordinal);
        Assert.Contains("n = 2", romy.Text, StringComparison.Ordinal);
        Assert.Contains("https://feedback.example/ergebnisse/management?period=4w", romy.Text, StringComparison.Ordinal);
        Assert.Contains("Filiale Altstadt", head.Subject, StringComparison.Ordinal);
        Assert.Contains("unit=111", head.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("unit=", To(Board).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Again_WithinTheWeek_NobodyGetsASecond()
    {
        await OpenAsync();
        await SaveAsync(ReportRhythm.Weekly, Role.SalesManagement);
        await UntilAsync(Monday);

        await UntilAsync(Monday.AddDays(6));
        Assert.Equal(1, _mailer.HandedOver);

        await UntilAsync(Monday.AddDays(7));
        Assert.Equal(2, _mailer.HandedOver);
        Assert.Equal(2, _mailer.Sent.Count);
    }

    [Fact]
    public async Task Monthly_OnTheFirst_IsAboutTheMonthBefore()
    {
        await OpenAsync();
        await SaveAsync(ReportRhythm.Monthly, Role.SalesManagement);

        await UntilAsync(new DateTimeOffset(2026, 12, 1, 7, 0, 0, TimeSpan.Zero));

        Assert.Contains("1. November 2026 bis 30. November 2026", Assert.Single(_mailer.Sent).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DueBeforeItWasOrdered_IsNotMadeUpFor()
    {
        await OpenAsync();
        _clock.Advance(Monday.AddHours(1) - _clock.GetUtcNow());
        await SaveAsync(ReportRhythm.Weekly, Role.SalesManagement);

        await UntilAsync(Monday.AddDays(2));

        Assert.Empty(_mailer.Sent);
    }

    [Fact]
    public async Task Deferred_IsTriedAgainAndGivenUpAfterThreeDays()
    {
        await OpenAsync();
        await SaveAsync(ReportRhythm.Weekly, Role.SalesManagement);
        _mailer.Answer = _ => new MailOutcome.Deferred("451", "later");

        await UntilAsync(Monday.AddHours(2));
        Assert.Equal(1, (await ShowAsync()).Latest!.Waiting);

        await UntilAsync(Monday.AddHours(80));
        var tries = _mailer.HandedOver;
        Assert.InRange(tries, 60, 80);
        Assert.Equal(1, (await ShowAsync()).Latest!.Failed);

        await UntilAsync(Monday.AddHours(90));
        Assert.Equal(tries, _mailer.HandedOver);
    }

    [Fact]
    public async Task DiedWhileSending_IsTakenUpAgainWithTheSameId()
    {
        await OpenAsync();
        await SaveAsync(ReportRhythm.Weekly, Role.SalesManagement);
        _clock.Advance(Monday - _clock.GetUtcNow());
        _mailer.After = _ => throw new IOException("The process dies.");
        Assert.Equal(1, await RunAsync());
        _mailer.After = _ => { };

        await RunAsync();
        Assert.Equal(1, _mailer.HandedOver);

        _clock.Advance(SendDueReports.Lease);
        await RunAsync();
        Assert.Equal(2, _mailer.HandedOver);
        Assert.Single(_mailer.Sent);
        Assert.Equal(1, (await ShowAsync()).Latest!.Sent);
    }

    [Fact]
    public async Task TwoHostsAtOnce_OneMail()
    {
        await OpenAsync();
        await SaveAsync(ReportRhythm.Weekly, Role.SalesManagement);
        _clock.Advance(Monday - _clock.GetUtcNow());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RunAsync)));

        Assert.Equal(1, _mailer.HandedOver);
    }

    [Fact]
    public async Task ConceptNotAgreedOrAccountLocked_NothingLeaves()
    {
        await OpenAsync(agreed: false);
        await SaveAsync(ReportRhythm.Weekly, Role.SalesManagement);
        await UntilAsync(Monday.AddHours(1));
        Assert.Empty(_mailer.Sent);

        await AgreeAsync();
        await Get<UserRecords>().Users.UpdateAsync(
            UserRecords.Partition(_bank.Id), UserRecords.Row(Romy), u => u! with { Locked = new AccountLock(Board, _clock.GetUtcNow()) });
        await UntilAsync(Monday.AddHours(3));
        Assert.Empty(_mailer.Sent);
    }

    [Theory]
    [InlineData(ReportRhythm.Weekly, "roles-missing")]
    [InlineData((ReportRhythm)7, "rhythm-unknown")]
    [InlineData(ReportRhythm.Monthly, "roles-unknown", Role.Advisor)]
    public async Task Save_WhatCanNotBe_IsRefusedWithAText(ReportRhythm rhythm, string code, params Role[] roles)
    {
        await OpenAsync();

        var bad = await Assert.ThrowsAsync<BadInput>(() => SaveAsync(rhythm, roles));

        Assert.Contains(code, bad.Each.Select(f => f.Code));
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private MailMessage To(string address) => _mailer.Sent.Single(m => m.To.Address == address);

    private Task<int> RunAsync() => Get<SendDueReports>().RunAsync();

    private Task<ReportScheduleView> ShowAsync() => Get<ShowReportSchedule>().RunAsync(_bank.Id);

    private Task<ReportSchedule> SaveAsync(ReportRhythm rhythm, params Role[] roles) =>
        Get<SaveReportSchedule>().RunAsync(_bank.Id, rhythm, roles, Romy);

    /// <summary>Hour by hour, as hosts do.</summary>
    private async Task UntilAsync(DateTimeOffset until)
    {
        while (_clock.GetUtcNow() < until)
        {
            var step = until - _clock.GetUtcNow();
            _clock.Advance(step < TimeSpan.FromHours(1) ? step : TimeSpan.FromHours(1));
            await RunAsync();
        }
    }

    private async Task OpenAsync(bool agreed = true)
    {
        _clock.Advance(new DateTimeOffset(2026, 11, 8, 7, 30, 0, TimeSpan.Zero) - _clock.GetUtcNow());
        await _bank.OpenAsync();
        await UnitAsync(new Unit("100", "Musterbank", null, null));
        await UnitAsync(new Unit("111", "Filiale Altstadt", "100", Head));
        await PersonAsync(Romy, 3, "", Role.SalesManagement);
        await PersonAsync(Head, 4, "Abteilungsleiter", Role.Head);
        await PersonAsync(Board, 5, "Vorstand", Role.Head);
        await PersonAsync(ResultsBank.Jana, 1, "", Role.Advisor);
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), new IsoWeek(2026, 45));
        await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 10, csat: 5));
        await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 8, csat: 4));
        if (agreed)
        {
            await AgreeAsync();
        }
    }

    private Task AgreeAsync() => Get<AgreeConcept>().RunAsync(
        _bank.Id, new NewAgreement("Personalrat", DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime)), Romy, seen: null);

    private Task UnitAsync(Unit unit) =>
        Get<OrganisationRecords>().Units.InsertAsync(OrganisationRecords.Partition(_bank.Id), OrganisationRecords.UnitRow(unit.Number), unit);

    private async Task PersonAsync(string userName, int number, string role, params Role[] roles)
    {
        await Get<OrganisationRecords>().Employees.UpdateAsync(
            OrganisationRecords.Partition(_bank.Id), OrganisationRecords.EmployeeRow(userName),
            known => known ?? new Employee(userName, number, Salutation.Frau, "", "Eva", "Muster", "", "111", "", "", Role: role));
        await Get<UserRecords>().Users.InsertAsync(UserRecords.Partition(_bank.Id), UserRecords.Row(userName), new User(userName, roles, true, "stamp"));
    }
}
