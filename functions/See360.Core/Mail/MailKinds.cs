using System.Text.Json;
using See360.Core.Cycles;

namespace See360.Core.Mail;

/// <summary>Says in each mail what kind it is, for the rules of a mail administrator and for the outbox page.</summary>
public static class MailKinds
{
    public const string Header = "X-See360-Kind";

    internal static MailHeader Of(SendKind kind) => new(Header, JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));

    internal static MailHeader Report { get; } = new(Header, "report");

    internal static MailHeader Activation { get; } = new(Header, "activation");
}
