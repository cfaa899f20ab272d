using System.Globalization;
using Azure;
using See360.Core.Mail;

namespace See360.Azure.Mail;

/// <summary>What the service's answers mean for a mail.</summary>
internal static class CommunicationOutcomes
{
    private const int LongestDetail = 300;

    /// <summary>After a break of the connection.</summary>
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(30);

    public static MailOutcome NoAnswer { get; } = new MailOutcome.Deferred("no-answer", "The service has not answered.", _soon);

    public static MailOutcome NoIdentity { get; } = new MailOutcome.Deferred("no-identity", "The program's identity got no token.", _soon);

    /// <summary>Throttled: when it asks to come again (Retry-After, RFC 9110, in seconds). Not authorised: nothing is wrong with the
    /// mail, but with the settings, or for a moment with the service's clock.</summary>
    public static MailOutcome NotNow(RequestFailedException e) => new MailOutcome.Deferred(Code(e), Detail(e), RetryAfter(e));

    public static MailOutcome Of(RequestFailedException e) => e.Status is >= 400 and < 500 and not 408 and not 409 ? Refused(e)
        : e.Status == 0 ? NoAnswer
        : new MailOutcome.Deferred(Code(e), Detail(e), RetryAfter(e) ?? _soon);

    public static MailOutcome Refused(RequestFailedException e) => new MailOutcome.Refused(Code(e), Detail(e), IsAboutRecipient(e.ErrorCode));

    /// <summary>Suppressed or malformed: no mail will reach this address.</summary>
    private static bool IsAboutRecipient(string? code) =>
        code is not null && (code.Contains("Suppressed", StringComparison.OrdinalIgnoreCase) || code.Contains("Recipient", StringComparison.OrdinalIgnoreCase));

    private static string Code(RequestFailedException e) =>
        string.IsNullOrEmpty(e.ErrorCode) ? e.Status.ToString(CultureInfo.InvariantCulture) : $"{e.Status} {e.ErrorCode}";

    /// <summary>The service's own sentence; the client's exception text holds headers, too.</summary>
    private static string Detail(RequestFailedException e)
    {
        var line = e.Message.AsSpan(0, e.Message.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : e.Message.Length);
        return line[..Math.Min(line.Length, LongestDetail)].ToString();
    }

    private static TimeSpan? RetryAfter(RequestFailedException e) =>
        e.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
