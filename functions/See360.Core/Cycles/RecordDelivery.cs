using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Responses;

namespace See360.Core.Cycles;

public enum DeliveryStatus
{
    /// <summary>The recipient's mail server has it.</summary>
    Delivered,

    /// <summary>The address takes no mail: it came back, or the carrier knows it as bad.</summary>
    Bounced,

    /// <summary>The carrier or the recipient's server has kept it back (spam, policy). The address may be good.</summary>
    Refused,
}

/// <summary>What a carrier reports of a mail that it had accepted.</summary>
/// <param name="MailId"><see cref="MailMessage.Id"/>.</param>
/// <param name="Detail">In the words of the mail server; at most 300 characters are kept.</param>
public sealed record DeliveryReport(string MailId, DeliveryStatus Status, DateTimeOffset At, string Detail);

/// <summary>Writes down what has become of an accepted mail: in the ledger, which is the contact log; with the contact, so
/// that a bad address is not written to again; and for the bounce rule. A report may come twice, late, or in any order: a
/// bounce stands, whatever else is said.</summary>
public sealed class RecordDelivery(
    MailIds ids, SurveyLookup institutes, ParticipantRecords participants, CycleRecords cycles, ContactClaims contacts, BounceCount bounces, TimeProvider clock)
{
    private const int LongestDetail = 300;

    /// <returns>False if it is no mail of the weekly cycle: an activation, or not ours.</returns>
    public async Task<bool> RunAsync(DeliveryReport report, CancellationToken cancel = default)
    {
        if (!ids.TryRead(report.MailId, out var mail) || await institutes.InstituteAsync(mail.InstituteNumber, cancel) is not { } institute)
        {
            return false;
        }

        var isNewsletter = mail.Kind == SendKind.Newsletter;
        var person = isNewsletter ? null : (await participants.ReadAsync(institute.Id, mail.Participant, cancel))?.Value;
        if (!isNewsletter && person?.Cycle is null)
        {
            return false;
        }

        var ledger = isNewsletter
            ? CycleRecords.NewsletterPartition(institute.Id, mail.Participant.Batch.Week)
            : CycleRecords.SendPartition(institute.Id, person!.Cycle!.Value);
        if (report.Status == DeliveryStatus.Bounced && person is { Kind: ParticipantKind.Customer })
        {
            // Before the ledger: killed in between, the report comes again and does both.
            await contacts.MarkUndeliverableAsync(institute.Id, person, clock.GetUtcNow(), cancel);
        }

        var (wave, isNewBounce) = (0, false);
        var stored = await cycles.Sends.UpdateAsync(ledger, CycleRecords.SendRow(mail.Kind, mail.Participant), send =>
        {
            var after = send is null ? null : After(send, report);
            (wave, isNewBounce) = (send?.Wave ?? 0, after?.BouncedAt is not null && send!.BouncedAt is null);
            return after;
        }, cancel);
        if (isNewBounce && mail.Kind == SendKind.Invitation)
        {
            await bounces.AddAsync(institute.Id, person!.Cycle!.Value, wave, accepted: -1, bounced: 1, cancel: cancel);
        }

        return stored is not null;
    }

    private static Send After(Send send, DeliveryReport report)
    {
        var detail = report.Detail.Length > LongestDetail ? report.Detail[..LongestDetail] : report.Detail;
        return report.Status switch
        {
            _ when send.BouncedAt is not null => send,
            DeliveryStatus.Bounced => send with { State = SendState.Failed, Reason = "undeliverable", Detail = detail, BouncedAt = report.At, NextTryAt = null },
            DeliveryStatus.Refused when send.DeliveredAt is null => send with { State = SendState.Failed, Reason = "refused", Detail = detail, NextTryAt = null },
            DeliveryStatus.Delivered when send.DeliveredAt is null =>
                send with { State = SendState.Sent, Reason = "", DeliveredAt = report.At, DoneAt = send.DoneAt ?? report.At, NextTryAt = null },
            _ => send,
        };
    }
}
