using See360.Core.Imports.Reading;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Imports.Judging;

/// <summary>The state that follows from a row alone: fehlerhaft, Berater unbekannt, ohne Rechtsgrundlage, or bereit
/// until <see cref="ContactJudgement"/> knows better. The first fault decides, so each row has just one reason.</summary>
public static class RowJudgement
{
    private const int NameLength = 120;
    private const int ShortLength = 80;

    public static Participant Judge(SourceRow row, JudgeContext context)
    {
        var fields = RowFields.Read(row, context);
        var (state, reason) = State(fields, context);
        var faulty = state == ParticipantState.Invalid;
        return new Participant(
            new ParticipantId(context.Batch, row.Ordinal),
            ParticipantKind.Customer,
            fields.CustomerNumber.Value,
            fields.Salutation ?? Salutation.None,
            Text(ImportColumns.Title, ShortLength),
            Text(ImportColumns.FirstName, NameLength),
            Text(ImportColumns.LastName, NameLength),
            fields.Email.Value,
            fields.Language ?? Language.De,
            fields.ConversationOn.Value,
            fields.Advisor?.UserName ?? FieldTexts.Shown(fields.AdvisorName, NameLength),
            fields.Advisor?.Unit ?? "",
            fields.Survey?.Id,
            Text(ImportColumns.Segment, ShortLength),
            Text(ImportColumns.Channel, ShortLength),
            fields.LegalBasis.Value,
            state,
            reason,
            faulty ? [] : RowWarnings.Of(fields, context),
            state == ParticipantState.Ready ? null : Raw(row),
            Line: row.Line);

        string Text(int column, int maxLength)
        {
            var field = row.Field(context.Places, column);
            return faulty ? FieldTexts.Shown(field, maxLength) : FieldTexts.Clean(field);
        }
    }

    /// <summary>What a rejected row's record keeps of the file: all of it, unless that would not fit a record.</summary>
    public static string[] Raw(SourceRow row) => row.Fields.Sum(f => f.Length) <= 20_000 ? row.Fields : [.. row.Fields.Select(f => f.Length > 400 ? f[..400] : f)];

    private static (ParticipantState State, string Reason) State(RowFields fields, JudgeContext context)
    {
        if (Fault(fields, context) is { Length: > 0 } fault)
        {
            return (ParticipantState.Invalid, fault);
        }

        if (AdvisorFault(fields) is { Length: > 0 } advisor)
        {
            return (ParticipantState.AdvisorUnknown, advisor);
        }

        return fields.LegalBasis.Failed ? (ParticipantState.NoLegalBasis, fields.LegalBasis.Reason) : (ParticipantState.Ready, "");
    }

    private static string Fault(RowFields fields, JudgeContext context)
    {
        if (fields.Row.Shape != RowShape.Fits)
        {
            return fields.Row.Shape == RowShape.TooFewFields ? ReasonCodes.TooFewFields : ReasonCodes.TooManyFields;
        }

        return TextFault(fields.Row, context.Places) is { Length: > 0 } text ? text
            : fields.CustomerNumber.Failed ? fields.CustomerNumber.Reason
            : fields.Email.Failed ? fields.Email.Reason
            : fields.Email.Value.Length == 0 ? ReasonCodes.EmailMissing
            : DateFault(fields, context) is { Length: > 0 } date ? date
            : fields.Survey is not null ? ""
            : fields.SurveyName.Length > 0 ? ReasonCodes.SurveyUnknown
            : fields.Advisor is null ? ""
            : ReasonCodes.SurveyMissing;
    }

    private static string TextFault(SourceRow row, int[] places)
    {
        for (var column = 0; column < places.Length; column++)
        {
            var maxLength = column is ImportColumns.FirstName or ImportColumns.LastName ? NameLength
                : column is ImportColumns.Email or ImportColumns.Advisor ? 320 : ShortLength;
            if (FieldTexts.Fault(row.Field(places, column), maxLength) is { Length: > 0 } fault)
            {
                return fault;
            }
        }

        return "";
    }

    /// <summary>An event-based survey needs its event; a strategic one has none.</summary>
    private static string DateFault(RowFields fields, JudgeContext context) =>
        fields.ConversationOn.Failed ? fields.ConversationOn.Reason
        : fields.ConversationOn.Value > context.Today ? ReasonCodes.DateInFuture
        : fields.ConversationOn.Value is null && fields.Survey is not { Kind: SurveyKind.Strategic } ? ReasonCodes.DateMissing
        : "";

    private static string AdvisorFault(RowFields fields) =>
        fields.AdvisorName.Length == 0 ? ReasonCodes.AdvisorMissing
        : fields.Advisor is null ? ReasonCodes.AdvisorUnknown
        : !fields.Advisor.Active ? ReasonCodes.AdvisorInactive
        : "";
}
