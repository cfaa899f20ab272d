using System.Globalization;
using See360.Core.Concepts;
using See360.Core.Institutes;
using See360.Core.Users;
using See360.Local.Mail.Smtp;

namespace See360.Local;

/// <summary>What the command line says.</summary>
internal sealed record LocalOptions
{
    public const int DefaultPort = 5360;

    public string DataFolder { get; private set; } = Path.GetFullPath("data");

    public int Port { get; private set; } = DefaultPort;

    public Uri? BaseUrl { get; private set; }

    public string? WebFolder { get; private set; }

    public string? DropFolder { get; private set; }

    public bool Empty { get; private set; }

    public string? BackupTo { get; private set; }

    public bool Help { get; private set; }

    public NewInstitute? NewInstitute { get; private set; }

    /// <summary>Null: mails go to the outbox.</summary>
    public SmtpOptions? Smtp { get; private set; }

    public static string HelpText => """
        See360, local edition

          ./run [options]

        --data DIR             folder for everything that is stored (default: data)
        --port N               port on 127.0.0.1 (default: 5360; 0: a free one)
        --base-url URL         public address, with which links in mails begin; besides
                               localhost only its name is answered
                               (default: http://localhost:PORT)
        --empty                start without the demonstration bank
        --drop DIR             folder for exports, one folder an institute in it
                               (default: DATA/drop)
        --backup FILE          write a consistent copy of the database and end

        A bank of your own (sends its first user an activation link):
        --institute ID         short name to sign in with: a-z, 0-9, hyphen
        --name NAME            the bank's name
        --admin E-MAIL         its first user, in sales management
        --mail-domain DOMAIN   the domain that From addresses are in
        --number N             the bank's number in survey links, 1 to 65535 (default: the
                               next free one here); given once. For a bank that will be
                               moved to where others are
        --concept-agreed-by W  records the authorisation concept as agreed, by whom;
                               later decisions are taken on the page Freigaben
        --approve-surveys      approves the surveys that nobody has decided on yet

        Mail (default: mails are kept in DATA/outbox, and a page shows them):
        --smtp HOST[:PORT]     send through this server (default port: 587)
        --smtp-security S      starttls (default), tls or none
        --smtp-user NAME       sign in; the password comes from --smtp-password-file
                               or the variable SEE360_SMTP_PASSWORD
        --smtp-password-file F
        --smtp-rate N          mails a minute (default: 300; 0: no limit)

        --help                 this text
        """;

    /// <exception cref="FormatException">Says which option is wrong and how it is meant.</exception>
    public static LocalOptions Parse(IReadOnlyList<string> args)
    {
        var options = new LocalOptions();
        var values = new Dictionary<string, string>();
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--help" or "-h":
                    options.Help = true;
                    break;
                case "--empty":
                    options.Empty = true;
                    break;
                case "--approve-surveys":
                    values[args[i]] = "";
                    break;
                case "--data" or "--port" or "--base-url" or "--web" or "--drop" or "--backup" or "--institute" or "--name" or "--admin" or "--mail-domain" or "--number"
                    or "--concept-agreed-by" or "--smtp" or "--smtp-security" or "--smtp-user" or "--smtp-password-file" or "--smtp-rate":
                    values[args[i]] = i + 1 < args.Count ? args[++i] : throw new FormatException($"{args[i]} needs a value.");
                    break;
                default:
                    throw new FormatException($"There is no option {args[i]}.");
            }
        }

        options.DataFolder = Path.GetFullPath(values.GetValueOrDefault("--data", options.DataFolder));
        options.Port = Number(values, "--port", DefaultPort, 65535);
        options.BaseUrl = values.TryGetValue("--base-url", out var url)
            ? Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed : throw new FormatException("--base-url must be an address that begins with https://.")
            : null;
        options.WebFolder = values.TryGetValue("--web", out var web) ? Path.GetFullPath(web) : null;
        options.DropFolder = values.TryGetValue("--drop", out var drop) ? Path.GetFullPath(drop) : null;
        options.BackupTo = values.GetValueOrDefault("--backup");
        options.NewInstitute = NewInstitute.Of(values);
        options.Smtp = Server(values);
        return options;
    }

    public LocalOptions OnPort(int port) => this with { Port = port };

    private static SmtpOptions? Server(Dictionary<string, string> values)
    {
        if (!values.TryGetValue("--smtp", out var server))
        {
            return null;
        }

        var colon = server.LastIndexOf(':');
        var smtp = new SmtpOptions
        {
            Host = colon < 0 ? server : server[..colon],
            Port = colon < 0 ? 587 : int.TryParse(server[(colon + 1)..], CultureInfo.InvariantCulture, out var port) ? port : 0,
            Security = values.GetValueOrDefault("--smtp-security", "starttls") switch
            {
                "starttls" => SmtpSecurity.StartTls,
                "tls" => SmtpSecurity.Implicit,
                "none" => SmtpSecurity.None,
                _ => throw new FormatException("--smtp-security is starttls, tls or none."),
            },
            UserName = values.GetValueOrDefault("--smtp-user", ""),
            PasswordFile = values.GetValueOrDefault("--smtp-password-file"),
            Password = Environment.GetEnvironmentVariable("SEE360_SMTP_PASSWORD") ?? "",
            MailsPerMinute = Number(values, "--smtp-rate", 300, 1_000_000),
        };
        return smtp.Problem() is { } problem ? throw new FormatException($"--smtp: {problem}") : smtp;
    }

    private static int Number(Dictionary<string, string> values, string name, int usual, int most) =>
        !values.TryGetValue(name, out var text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw new FormatException($"{name} must be a number from 0 to {most}.");
}

/// <summary>A bank to be created, or settings of one that is there.</summary>
internal sealed record NewInstitute(InstituteId Id, string? Name, string? Admin, string? MailDomain, string? ConceptAgreedBy, bool ApproveSurveys, int? Number = null)
{
    /// <exception cref="FormatException">An option of an institute without the institute, or one that can't be read.</exception>
    public static NewInstitute? Of(Dictionary<string, string> values)
    {
        var institute = values.GetValueOrDefault("--institute");
        string[] parts = ["--name", "--admin", "--mail-domain", "--concept-agreed-by", "--approve-surveys", "--number"];
        if (institute is null)
        {
            return parts.FirstOrDefault(values.ContainsKey) is { } part ? throw new FormatException($"{part} needs --institute ID as well.") : null;
        }

        // Files dropped into such folders of the Azure edition are taken for those that it has put away itself.
        var id = institute is "done" or "rejected" ? throw new FormatException($"--institute must not be {institute}: folders of that name hold exports that were picked up.")
            : InstituteId.TryParse(institute, out var parsed) ? parsed
            : throw new FormatException("--institute must be 2 to 30 characters of a-z, 0-9 and hyphen.");
        if (values.TryGetValue("--admin", out var admin) && !(admin.Contains('@') && UserNames.TryFold(admin, out _)))
        {
            throw new FormatException("--admin must be an e-mail address.");
        }

        if (values.TryGetValue("--concept-agreed-by", out var agreed) && agreed.Trim().Length is 0 or > AgreeConcept.LongestName)
        {
            throw new FormatException($"--concept-agreed-by must say who agreed, in at most {AgreeConcept.LongestName} characters.");
        }

        int? number = !values.TryGetValue("--number", out var text) ? null
            : ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 ? given
            : throw new FormatException("--number must be a number from 1 to 65535.");
        return new NewInstitute(
            id, values.GetValueOrDefault("--name"), values.GetValueOrDefault("--admin"), values.GetValueOrDefault("--mail-domain"),
            values.GetValueOrDefault("--concept-agreed-by"), values.ContainsKey("--approve-surveys"), number);
    }
}
