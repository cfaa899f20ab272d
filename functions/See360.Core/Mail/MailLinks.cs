using Microsoft.Extensions.Options;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Results.Slices;
using See360.Core.Tokens;

namespace See360.Core.Mail;

/// <summary>The addresses that mails lead to. There are no others: no redirector, no pixel.</summary>
public sealed class MailLinks(IOptions<MailOptions> options, SurveyTokens tokens)
{
    private readonly string _base = Base(options.Value);

    /// <summary>The name of the machine that the links lead to, as a careful reader compares it.</summary>
    public string Host => new Uri(_base).Authority;

    public string Survey(Institute institute, ParticipantId participant) => $"{_base}/s/{tokens.Create(institute.Number, participant)}";

    /// <summary>A page with one button: opening it changes nothing, because link scanners open it too.</summary>
    public string Objection(Institute institute, ParticipantId participant) => $"{_base}/w/{tokens.Create(institute.Number, participant)}";

    /// <summary>What mail programs post to (RFC 8058).</summary>
    public string OneClickUnsubscribe(Institute institute, ParticipantId participant) =>
        $"{_base}/api/unsubscribe/{tokens.Create(institute.Number, participant)}";

    /// <summary>The advisor's own page, behind the sign-in.</summary>
    public string Results() => $"{_base}/meine-ergebnisse";

    /// <summary>The management report, behind the sign-in.</summary>
    public string Report(Slice slice) => $"{_base}/ergebnisse/management?{slice}";

    /// <summary>The token stands behind the #: browsers do not send it, so no server or proxy logs it.</summary>
    public string Activation(Institute institute, string token) => $"{_base}/activation#{institute.Id}/{Uri.EscapeDataString(token)}";

    private static string Base(MailOptions options) =>
        options.Problem() is { } problem ? throw new InvalidOperationException(problem) : options.BaseUrl!.AbsoluteUri.TrimEnd('/');
}
