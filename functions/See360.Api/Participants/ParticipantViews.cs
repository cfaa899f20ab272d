using See360.Core;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Api.Participants;

/// <summary>One part of a list.</summary>
/// <param name="Next">Goes into <c>?after=</c>; null: this was the last part.</param>
/// <param name="Total">Null where counting would cost too much.</param>
public sealed record Part<T>(IReadOnlyList<T> Items, string? Next, int? Total);

/// <param name="ErasedOn">When name, address and number were deleted because their time was over; null: they are there.</param>
internal record ParticipantLine(
    ParticipantId Id, string Name, string CustomerNumber, string Email, ParticipantState State, string ReasonText, AnswerState? Answer,
    string AdvisorName, string SurveyName, DateOnly? ConversationOn, IsoWeek Week, DateOnly? ErasedOn);

internal sealed record ParticipantView : ParticipantLine
{
    public ParticipantView(ParticipantLine line)
        : base(line)
    {
    }

    public required string UnitName { get; init; }

    public required string Segment { get; init; }

    public required string Channel { get; init; }

    public required Language Language { get; init; }

    public required LegalBasis LegalBasis { get; init; }

    public required BatchId ImportId { get; init; }

    public required string ImportFileName { get; init; }

    /// <summary>In that file.</summary>
    public required int Line { get; init; }

    public required DateTimeOffset? InvitedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required IReadOnlyList<HistoryView> History { get; init; }

    public required IReadOnlyList<ContactView> Contacts { get; init; }
}

/// <param name="At">Null where only the day may be known.</param>
internal sealed record HistoryView(DateOnly On, DateTimeOffset? At, string Kind, string Text, string By);

/// <param name="NextTryAt">Of a deferred mail.</param>
/// <param name="CarrierMessage">What the mail server said of a mail that it has not plainly taken, in its own language; else empty.</param>
/// <param name="OutboxId">In the local edition the mail in the outbox; else null.</param>
internal sealed record ContactView(
    DateTimeOffset At, SendKind Kind, SendState State, string ReasonText, DateTimeOffset? NextTryAt, DateTimeOffset? BouncedAt, string CarrierMessage,
    string? OutboxId);

/// <summary>Participants as pages show them.</summary>
internal static class ParticipantViews
{
    public static ParticipantLine Line(Participant participant, AnswerState? answer, string advisorName, Survey? survey, Language language) => new(
        participant.Id,
        PersonName.Of(participant),
        participant.CustomerNumber,
        participant.Email,
        participant.State,
        participant.Reason.Length == 0 ? "" : ReasonTexts.Of(participant.Reason).In(language),
        answer,
        advisorName,
        survey?.Name.In(language) ?? "",
        participant.ConversationOn,
        participant.Id.Batch.Week,
        participant.ErasedOn);

    public static ParticipantView View(ParticipantFile file, Language language, bool hasOutbox)
    {
        var participant = file.Participant;
        var line = Line(participant, file.Answer, file.Names.Person(participant.Advisor), file.Names.Survey(participant), language);
        return new ParticipantView(line)
        {
            UnitName = file.Names.Unit(participant.Unit),
            Segment = participant.Segment,
            Channel = participant.Channel,
            Language = participant.Language,
            LegalBasis = Named(participant.LegalBasis, file.Names),
            ImportId = participant.Id.Batch,
            ImportFileName = file.Import.FileName,
            Line = participant.Line,
            InvitedAt = participant.InvitedAt,
            ExpiresAt = file.ExpiresAt,
            History = [.. file.History.Select(entry => new HistoryView(entry.On, entry.At, entry.Kind, entry.Text.In(language), entry.By))],
            Contacts = [.. file.Sends.Select(send => Contact(send, language, hasOutbox))],
        };
    }

    /// <summary>Who has attested, as people know them; the evidence of a consent is a text of its own.</summary>
    private static LegalBasis Named(LegalBasis basis, ParticipantNames names) =>
        basis.Kind == LegalBasisKind.ExistingCustomer ? basis with { Evidence = names.Person(basis.Evidence) } : basis;

    private static ContactView Contact(Send send, Language language, bool hasOutbox) => new(
        send.DoneAt ?? send.ClaimedAt,
        send.Kind,
        send.State,
        send.Reason.Length == 0 ? "" : SendReasonTexts.Of(send.Reason).In(language),
        send.State == SendState.Deferred ? send.NextTryAt : null,
        send.BouncedAt,
        send.CarrierMessage,
        hasOutbox && send.State == SendState.Sent ? send.MailId : null);
}
