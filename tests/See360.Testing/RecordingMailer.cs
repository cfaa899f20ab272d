using System.Collections.Concurrent;
using See360.Core.Mail;

namespace See360.Testing;

<<<<<<< HEAD
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
=======
/// <summary>A carrier that keeps what it is given and answers as the test says. Like a carrier with idempotency keys it
/// takes each id once; <see cref="HandedOver"/> counts every attempt.</summary>
public sealed class RecordingMailer : IMailer
{
    private readonly ConcurrentDictionary<string, MailMessage> _taken = new();
    private int _handedOver;

    public IReadOnlyCollection<MailMessage> Mails => [.. _taken.Values];

    /// <summary>How often a mail was handed over, repeated ones included.</summary>
    public int HandedOver => _handedOver;

    /// <summary>What to answer; null: accepted.</summary>
    public Func<MailMessage, MailOutcome?> Answer { get; set; } = _ => null;

    /// <summary>Called before a mail is taken; may throw to play a process that dies here.</summary>
    public Action<MailMessage> Before { get; set; } = _ => { };

    /// <summary>Called after a mail is taken; may throw to play a process that dies here.</summary>
    public Action<MailMessage> After { get; set; } = _ => { };

    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancel = default)
    {
        Before(message);
        Interlocked.Increment(ref _handedOver);
        if (Answer(message) is { } answer)
        {
            return Task.FromResult(answer);
        }

        _taken.TryAdd(message.Id, message);
        After(message);
        return Task.FromResult<MailOutcome>(new MailOutcome.Accepted(message.Id));
>>>>>>> 1ca0c0f (Cycles: planner, units of work, ledger, stock and sending rules)
    }
}
