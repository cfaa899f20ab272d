using Microsoft.Extensions.Logging;
using See360.Core.Concepts;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Storage;
using See360.Core.Users;

namespace See360.Core.Results.Reports;

/// <summary>Sends the reports that are due, of every institute: what a host calls once an hour. Each person gets a report once, whoever calls and however
/// often: the record of the send is claimed first, and marked after the carrier has answered.</summary>
public sealed partial class SendDueReports(
    InstituteRecords institutes, ReportRecords records, UserRecords users, OrganisationCharts charts, ShowResults results, ReportMail mail, IMailer mailer,
    TimeProvider clock, ILogger<SendDueReports> log)
{
    /// <summary>A claim older than this is of somebody who has died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan _givesUpAfter = TimeSpan.FromHours(72);

    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(50);

    /// <returns>How many institutes failed; they come again in the next hour.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var failed = 0;
        foreach (var bank in await institutes.AllAsync(cancel))
        {
            try
            {
                await SendAsync(bank, cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failed++;
                LogFailed(log, bank.Id, e.GetType().Name, e.StackTrace);
            }
        }

        return failed;
    }

    private async Task SendAsync(Institute bank, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var schedule = await records.ScheduleAsync(bank.Id, cancel);
        if (ReportOccasion.Last(bank, schedule.Rhythm, now) is not { } due || due.At < schedule.At || ConceptRules.Lock(bank, now) is not null)
        {
            return;
        }

        var people = await users.Users.ListAsync(UserRecords.Partition(bank.Id), cancel: cancel);
        foreach (var recipient in ReportRecipients.Of(schedule, people, await charts.ReadAsync(bank.Id, cancel)))
        {
            await SendAsync(bank, due, recipient, cancel);
        }
    }

    private async Task SendAsync(Institute bank, ReportOccasion due, ReportRecipient recipient, CancellationToken cancel)
    {
        var (partition, row, now) = (ReportRecords.Partition(bank.Id), ReportRecords.Row(recipient.Reader.UserName), clock.GetUtcNow());
        var known = await records.Sends.ReadAsync(partition, row, cancel);
        var before = known?.Value.Occasion == due.Key ? known.Value : null;
        if (before is not null && !(before.NextTryAt <= now))
        {
            return;
        }

        var claim = new ReportSend(
            due.Key, MailIds.ForReport(bank.Id, recipient.Reader.UserName, due.Key), ReportSendState.Claimed, before?.FirstAt ?? now, now + Lease);
        var written = await records.Sends.WriteAsync(
            partition, [known is null ? Table<ReportSend>.Insert(row, claim) : Table<ReportSend>.Replace(known, claim)], cancel);
        if (!written.Written)
        {
            return; // Another host has claimed it.
        }

        if (await results.ExecuteAsync(recipient.Reader, due.Slice(recipient.Unit), ResultViews.Overview, cancel: cancel) is not { Value: { } overview })
        {
            return; // The rights have changed in between: the claim runs out, and the next hour decides anew.
        }

        var employee = (await charts.ReadAsync(bank.Id, cancel)).Employees.GetValueOrDefault(recipient.Reader.UserName);
        var message = mail.Compose(bank, claim.MailId, recipient.Reader.UserName, employee, overview, due.Slice(recipient.Unit));
        var outcome = await mailer.SendAsync(message with { IsAgain = before is not null }, cancel);
        var marked = After(claim, outcome, clock.GetUtcNow());
        await records.Sends.UpdateAsync(partition, row, send => send is { State: ReportSendState.Claimed } && send.MailId == claim.MailId ? marked : send, CancellationToken.None);
    }

    private static ReportSend After(ReportSend claim, MailOutcome outcome, DateTimeOffset now) => outcome switch
    {
        MailOutcome.Accepted accepted => Done(claim, ReportSendState.Sent, now, accepted.ProviderId),
        MailOutcome.Unclear unclear => Done(claim, ReportSendState.Sent, now, $"{unclear.Code} {unclear.Detail}"),
        MailOutcome.Refused refused => Done(claim, ReportSendState.Failed, now, $"{refused.Code} {refused.Detail}"),
        MailOutcome.Deferred deferred when now - claim.FirstAt >= _givesUpAfter => Done(claim, ReportSendState.Failed, now, $"{deferred.Code} {deferred.Detail}"),
        MailOutcome.Deferred deferred => claim with { State = ReportSendState.Deferred, NextTryAt = now + _pause, Detail = $"{deferred.Code} {deferred.Detail}" },
        _ => claim with { State = ReportSendState.Deferred, NextTryAt = now + _pause },
    };

    private static ReportSend Done(ReportSend claim, ReportSendState state, DateTimeOffset now, string detail) =>
        claim with { State = state, NextTryAt = null, DoneAt = now, Detail = detail };

    [LoggerMessage(Level = LogLevel.Error, Message = "The reports of {Institute} could not be sent and are tried again in an hour: {Error} at {Stack}")]
    private static partial void LogFailed(ILogger log, InstituteId institute, string error, string? stack);
}
