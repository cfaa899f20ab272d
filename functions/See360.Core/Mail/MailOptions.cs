namespace See360.Core.Mail;

/// <summary>What mails need to know of the installation.</summary>
public sealed class MailOptions
{
    /// <summary>Where customers reach this installation, e.g. <c>https://feedback.sparkasse-musterstadt.example/</c>. Every
    /// link in a mail begins with it. HTTPS, but for a loopback address.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>What is wrong with the options, in English for the log of the host; null if nothing is.</summary>
    public string? Problem() => BaseUrl switch
    {
        null => "Mail:BaseUrl is missing: the public address of this installation, with which every link in a mail begins.",
        { IsAbsoluteUri: false } => "Mail:BaseUrl must be an absolute address.",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } or { UserInfo.Length: > 0 } => "Mail:BaseUrl must not have a query, a fragment or a user.",
        { Scheme: "https" } => null,
        { Scheme: "http", IsLoopback: true } => null,
        _ => "Mail:BaseUrl must begin with https:// (http:// is accepted for a loopback address only).",
    };
}
