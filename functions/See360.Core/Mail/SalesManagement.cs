using See360.Core.Texts;

namespace See360.Core.Mail;

/// <summary>*Vertriebsmanagement* as the sender of mails to the bank's own people.</summary>
internal static class SalesManagement
{
    public static string Name(Language language) => language == Language.En ? "Sales management" : "Vertriebsmanagement";
}
