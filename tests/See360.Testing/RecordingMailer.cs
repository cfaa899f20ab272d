using System.Collections.Concurrent;
using See360.Core.Mail;

namespace See360.Testing;

/// <summary>Takes every mail and keeps it.</summary>
public sealed class RecordingMailer : IMailer
{
    private readonly ConcurrentQueue<MailMessage> _sent = new();

    public IReadOnlyCollection<MailMessage> Sent => _sent;

    /// <summary>What the carrier answers to a mail; accepted unless a test says otherwise.</summary>
    public Func<MailMessage, MailOutcome> Answer { get; set; } = message => new MailOutcome.Accepted(message.Id);

    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var outcome = Answer(message);
        if (outcome is MailOutcome.Accepted)
        {
            _sent.Enqueue(message);
        }

        return Task.FromResult(outcome);
    }
}
