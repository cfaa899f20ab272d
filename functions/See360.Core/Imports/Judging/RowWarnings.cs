using See360.Core.Imports.Reading;
using See360.Core.Surveys;

namespace See360.Core.Imports.Judging;

/// <summary>What somebody should look at although the row is accepted.</summary>
public static class RowWarnings
{
    public static IReadOnlyList<string> Of(RowFields fields, JudgeContext context)
    {
        List<string>? codes = null;
        Add(EmailAddresses.IsRole(fields.Email.Value), WarningCodes.RoleAddress);
        Add(IsOld(fields, context), WarningCodes.ConversationOld);
        Add(fields.Salutation is null, WarningCodes.SalutationUnknown);
        Add(fields.Row.Field(context.Places, ImportColumns.LastName).Length == 0, WarningCodes.NameMissing);
        Add(fields.Language is null, WarningCodes.LanguageUnknown);
        Add(fields.SurveyName.Length == 0 && fields.Survey is not null && context.Surveys.SeveralFit, WarningCodes.SurveyAssumed);
        Add(UnitDiffers(fields, context), WarningCodes.UnitDiffers);
        Add(HasMojibake(fields.Row), WarningCodes.Mojibake);
        return codes ?? (IReadOnlyList<string>)[];

        void Add(bool applies, string code)
        {
            if (applies)
            {
                (codes ??= []).Add(code);
            }
        }
    }

    /// <summary>*nicht mehr anlassbezogen*</summary>
    private static bool IsOld(RowFields fields, JudgeContext context) =>
        fields.ConversationOn.Value is { } day && fields.Survey is { Kind: SurveyKind.EventBased } survey
        && context.Today.DayNumber - day.DayNumber > survey.Rules.EventMaxAgeDays;

    private static bool UnitDiffers(RowFields fields, JudgeContext context)
    {
        var named = fields.Row.Field(context.Places, ImportColumns.Unit);
        return named.Length > 0 && fields.Advisor is { } advisor && named != advisor.Unit
            && TextFolding.Fold(named) != TextFolding.Fold(context.UnitName(advisor.Unit));
    }

    private static bool HasMojibake(SourceRow row)
    {
        foreach (var field in row.Fields)
        {
            if (SourceEncoding.LooksLikeMojibake(field))
            {
                return true;
            }
        }

        return false;
    }
}
