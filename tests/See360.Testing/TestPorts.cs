using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Core;
using See360.Core.Mail;
using See360.Core.Storage;
using See360.Core.Tokens;

namespace See360.Testing;

public static class TestPorts
{
    /// <summary>Core with ports that a test can look into: what it gives, and an in-memory file store and no log.</summary>
    public static IServiceCollection AddCoreOn(this IServiceCollection services, IRecordStore store, TimeProvider clock, IMailer? mailer = null) => services
        .AddSee360Core()
        .AddSingleton(store)
        .AddSingleton<IFileStore>(new InMemoryFileStore())
        .AddSingleton(mailer ?? new RecordingMailer())
        .AddSingleton(clock)
        .AddSingleton(new SecretKeys(new byte[32]))
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .Configure<MailOptions>(mail => mail.BaseUrl = new Uri("https://see360.example/"));
}
