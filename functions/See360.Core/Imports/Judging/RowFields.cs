using See360.Core.Imports.Reading;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Imports.Judging;

/// <summary>A row's fields, each understood by its own rule.</summary>
public sealed record RowFields(
    SourceRow Row,
    Understood<string> CustomerNumber,
    Understood<string> Email,
    Understood<DateOnly?> ConversationOn,
    string AdvisorName,
    Employee? Advisor,
    string SurveyName,
    Survey? Survey,
    Salutation? Salutation,
    Language? Language,
    Understood<LegalBasis> LegalBasis)
{
    public static RowFields Read(SourceRow row, JudgeContext context)
    {
        var places = context.Places;
        var number = CustomerNumbers.Read(row.Field(places, ImportColumns.CustomerNumber));
        var advisorName = WithoutMailto(row.Field(places, ImportColumns.Advisor));
        var advisor = context.Advisor(advisorName);
        var surveyName = row.Field(places, ImportColumns.Survey);
        return new RowFields(
            row,
            number,
            EmailAddresses.Read(row.Field(places, ImportColumns.Email)),
            Dates.Read(row.Field(places, ImportColumns.ConversationOn)),
            advisorName,
            advisor,
            surveyName,
            surveyName.Length > 0 ? context.Surveys.Named(surveyName) : context.Surveys.AssumedFor(advisor),
            Words.SalutationOf(row.Field(places, ImportColumns.Salutation)),
            Words.LanguageOf(row.Field(places, ImportColumns.Language)),
            LegalBases.Read(row, number.Value.Length > 0, context));
    }

    private static string WithoutMailto(string field) =>
        field.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? field[7..].Trim() : field;
}
