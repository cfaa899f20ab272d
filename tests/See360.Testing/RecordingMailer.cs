using System.Collections.Concurrent;
using See360.Core.Mail;

namespace See360.Testing;

/// <summary>A carrier that keeps what it is given and answers as the test says. Like a carrier with idempotency keys it
/// takes each id once; <see cref="HandedOver"/> counts every attempt.</summary>
public sealed class RecordingMailer : IMailer
{
    private readonly ConcurrentQueue<MailMessage> _sent = new();
    private readonly ConcurrentDictionary<string, bool> _ids = new();
    private int _handedOver;

    /// <summary>What was taken, each id once.</summary>
    public IReadOnlyCollection<MailMessage> Sent => _sent;

    /// <summary>How often a mail was handed over, refused and repeated ones included.</summary>
    public int HandedOver => _handedOver;

    /// <summary>What the carrier answers; null: accepted.</summary>
    public Func<MailMessage, MailOutcome?> Answer { get; set; } = _ => null;

    /// <summary>Called after a mail is taken; may throw to play a process that dies here.</summary>
    public Action<MailMessage> After { get; set; } = _ => { };

    /// <summary>Awaited before the carrier answers: one that makes others wait.</summary>
    public Func<MailMessage, Task> Hold { get; set; } = _ => Task.CompletedTask;

    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _handedOver);
        await Hold(message);
        var withheld = message.BeforeLeaving is { } ask ? await ask(cancel) : null;
        var outcome = withheld ?? Answer(message) ?? new MailOutcome.Accepted(message.Id);
        if (outcome is MailOutcome.Accepted)
        {
            if (_ids.TryAdd(message.Id, true))
            {
                _sent.Enqueue(message);
            }

            After(message);
        }

        return outcome;
    }
}
