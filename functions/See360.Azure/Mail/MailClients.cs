using Azure.Communication.Email;
using Azure.Core;

namespace See360.Azure.Mail;

/// <summary>The service's client as <see cref="CommunicationMailer"/> needs it.</summary>
public static class MailClients
{
    public static EmailClient Create(Uri endpoint, TokenCredential credential) => new(endpoint, credential, WithoutRetries());

    /// <param name="connectionString">With an access key: for tests.</param>
    public static EmailClient Create(string connectionString) => new(connectionString, WithoutRetries());

    private static EmailClientOptions WithoutRetries()
    {
        var options = new EmailClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        return options;
    }
}
