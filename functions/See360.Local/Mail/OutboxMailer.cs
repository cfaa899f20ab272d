using System.Threading.Channels;
using See360.Core.Mail;

namespace See360.Local.Mail;

/// <summary>
/// Puts each mail as a file into the outbox folder. Exactly once: the file's name is the mail's id, and a mail that is
/// there is not written again. Accepted means on disk: concurrent mails are written as a batch, each file is flushed
/// under a name of its own, then all are renamed and the folder is flushed once.
/// </summary>
public sealed class OutboxMailer : IMailer, IAsyncDisposable
{
    private const int MaxBatch = 128;

    private readonly OutboxBatch _batch;
    private readonly Channel<Pending> _pending = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writer;

    public OutboxMailer(OutboxFolder folder, ILogger<OutboxMailer> log)
    {
        _batch = new OutboxBatch(folder, log);
        _writer = Task.Run(WriteAsync);
    }

    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        byte[] eml;
        try
        {
            eml = MimeWriter.Write(message);
        }
        catch (ArgumentException e)
        {
            return MailRefusal.Unwritable(message, e);
        }

        var pending = new Pending(message, eml);
        if (!_pending.Writer.TryWrite(pending))
        {
            return new MailOutcome.Deferred("outbox-closed", "The outbox is shutting down.");
        }

        return await pending.Outcome.Task.WaitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _writer;
    }

    private async Task WriteAsync()
    {
        var batch = new List<Pending>(MaxBatch);
        while (await _pending.Reader.WaitToReadAsync())
        {
            while (batch.Count < MaxBatch && _pending.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            _batch.Write(batch);
            batch.Clear();
        }
    }

    /// <summary>A mail that waits for its batch.</summary>
    internal sealed record Pending(MailMessage Message, byte[] Eml)
    {
        public TaskCompletionSource<MailOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
