using See360.Core.Mail;
using See360.Core.Retention;
using See360.Local.Mail.Smtp;

namespace See360.Local.Mail;

/// <summary>How the local edition sends.</summary>
public static class LocalMail
{
    /// <summary>Mails go to <c>DATA/outbox</c>, and a page shows them.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(new OutboxFolder(Path.Combine(dataFolder, "outbox")));
        services.AddSingleton<IMailer, OutboxMailer>();
        services.AddSingleton<IOutbox, OutboxReader>();
        services.AddSingleton<IRetainedCopies, OutboxCopies>();
        return services;
    }

    /// <summary>Mails go to the bank's server.</summary>
    public static IServiceCollection AddSmtp(this IServiceCollection services, SmtpOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IMailer, SmtpMailer>();
        return services;
    }
}
