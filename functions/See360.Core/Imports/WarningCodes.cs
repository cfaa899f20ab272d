namespace See360.Core.Imports;

/// <summary>What should be looked at although a file or a row is accepted. Texts: <see cref="ReasonTexts"/>.</summary>
public static class WarningCodes
{
    public const string Preamble = "preamble";
    public const string Windows1252 = "windows-1252";
    public const string Mojibake = "mojibake";
    public const string RoleAddress = "role-address";
    public const string ConversationOld = "conversation-old";
    public const string SalutationUnknown = "salutation-unknown";
    public const string NameMissing = "name-missing";
    public const string LanguageUnknown = "language-unknown";
    public const string UnitDiffers = "unit-differs";
    public const string SurveyAssumed = "survey-assumed";
    public const string ReadyElsewhere = "ready-elsewhere";
    public const string SomeReadyElsewhere = "some-ready-elsewhere";
}
