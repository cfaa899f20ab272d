using Microsoft.Extensions.DependencyInjection;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Core.Tests.Cycles;

/// <summary>Core's cycles on the in-memory store, a fake clock and a recording carrier.</summary>
public sealed class CycleBench
{
    private readonly ServiceProvider _services;

    public CycleBench(DateTimeOffset? now = null, IRecordStore? store = null, RecordingMailer? mailer = null)
    {
        Store = store ?? new InMemoryRecordStore();
        Mailer = mailer ?? new RecordingMailer();
        Clock = new FakeClock(now ?? FakeClock.Monday);
        Bank = new TestBank(Store, Clock);
        _services = new ServiceCollection()
            .AddCoreOn(Store, Clock, Mailer)
            .AddSingleton<ICycleMails, PlainMails>()
            .BuildServiceProvider();
    }

    public IRecordStore Store { get; }

    public RecordingMailer Mailer { get; }

    public FakeClock Clock { get; }

    public TestBank Bank { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public CycleId Cycle(string survey = "beratung") => new(Bank.Week, SurveyId.Parse(survey));

    public Task<IReadOnlyList<CycleId>> StartAsync() => Get<StartWeek>().RunAsync(Bank.Id, "romy");

    public Task<DateTimeOffset?> RunAsync(CycleId cycle, CycleWorker? worker = null) =>
        Get<CycleLoop>().RunAsync(Bank.Id, cycle, worker ?? CycleWorker.Alone());

    /// <summary>Starts the week and runs all its cycles as far as they go now.</summary>
    public async Task SendAsync()
    {
        foreach (var cycle in await StartAsync())
        {
            await RunAsync(cycle);
        }
    }

    public async Task<Cycle> CycleAsync(CycleId cycle) =>
        (await Get<CycleRecords>().Cycles.ReadAsync(CycleRecords.Partition(Bank.Id), cycle.ToString()))!.Value;

    public Task<List<Send>> LedgerAsync(CycleId cycle) => Get<CycleRecords>().Sends.ListAsync(CycleRecords.SendPartition(Bank.Id, cycle));

    public async Task<Participant> ParticipantAsync(Participant participant) =>
        (await Get<ParticipantRecords>().ReadAsync(Bank.Id, participant.Id))!.Value;

    public Task<List<Waiting>> WaitingAsync(string survey = "beratung") =>
        Get<ParticipantRecords>().Waiting.ListAsync(ParticipantRecords.WaitingPartition(Bank.Id, SurveyId.Parse(survey)));

    /// <summary>Mails without any art: the cycle's tests look at who gets which.</summary>
    private sealed class PlainMails(MailIds ids) : ICycleMails
    {
        public ValueTask<MailMessage> InvitationAsync(Institute institute, Survey survey, Participant customer, Employee advisor, CancellationToken cancel = default) =>
            Mail("invitation", customer.Email, ids.For(institute.Number, SendKind.Invitation, customer.Id));

        public ValueTask<MailMessage> ReminderAsync(Institute institute, Survey survey, Participant customer, Employee advisor, int number, CancellationToken cancel = default) =>
            Mail("reminder", customer.Email, ids.For(institute.Number, RemindUnit.KindOf(number), customer.Id));

        public ValueTask<MailMessage> SelfImageAsync(Institute institute, Survey survey, Participant request, Employee advisor, CancellationToken cancel = default) =>
            Mail("self-image", advisor.UserName, ids.For(institute.Number, SendKind.SelfImage, request.Id));

        public ValueTask<MailMessage> NewsletterAsync(
            Institute institute, Survey survey, ParticipantId recipient, Employee advisor, int newAnswers, CancellationToken cancel = default) =>
            Mail($"newsletter {newAnswers}", advisor.UserName, ids.For(institute.Number, SendKind.Newsletter, recipient));

        private static ValueTask<MailMessage> Mail(string subject, string to, string id) => ValueTask.FromResult(
            new MailMessage(id, new MailAddress("feedback@bank.example", "Bank"), new MailAddress(to, ""), null, subject, "", "", [], [], DateTimeOffset.UnixEpoch, InstituteId.Parse("musterstadt")));
    }
}
