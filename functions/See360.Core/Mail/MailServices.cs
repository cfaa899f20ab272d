using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace See360.Core.Mail;

public static class MailServices
{
    /// <summary>Everything that composes mails. The host binds <see cref="MailOptions"/> and adds an <see cref="IMailer"/>.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<MailTemplates>();
        services.AddSingleton<MailIds>();
        services.AddSingleton<MailLinks>();
        services.AddSingleton<InvitationMail>();
        services.AddSingleton<ReminderMail>();
        services.AddSingleton<SelfImageMail>();
        services.AddSingleton<NewsletterMail>();
        services.AddSingleton<ActivationMail>();
        services.AddTransient<AdvisorPhotos>();
        return services;
    }

    private sealed class MailOptionsCheck : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
