using See360.Core.Mail;
using See360.Local.Storage;

namespace See360.Local.Mail;

/// <summary>Writes the mails of a batch and answers each.</summary>
internal sealed class OutboxBatch(OutboxFolder folder, ILogger log)
{
    /// <summary>Flushes that run at the same time share one write of the file system's journal.</summary>
    private const int Writers = 8;

    public void Write(IReadOnlyList<OutboxMailer.Pending> batch)
    {
        var written = new bool[batch.Count];
        Parallel.For(0, batch.Count, new ParallelOptions { MaxDegreeOfParallelism = Writers }, i =>
            written[i] = Try(batch[i], () => WriteFile(batch[i])));
        var places = Enumerable.Range(0, batch.Count).Where(i => written[i]).Select(i => batch[i]).GroupBy(p => folder.Of(p.Message.Institute));
        foreach (var place in places)
        {
            FlushAndAnswer(place.Key, [.. place]);
        }
    }

    private void FlushAndAnswer(string path, List<OutboxMailer.Pending> mails)
    {
        var failure = Attempt(() => Folder.Flush(path));
        foreach (var mail in mails)
        {
            mail.Outcome.TrySetResult(failure is null ? new MailOutcome.Accepted(mail.Message.Id) : failure);
        }
    }

    private bool Try(OutboxMailer.Pending mail, Action write)
    {
        if (Attempt(write) is not { } failure)
        {
            return true;
        }

        mail.Outcome.TrySetResult(failure);
        return false;
    }

    /// <returns>Null if it went well.</returns>
    private MailOutcome.Deferred? Attempt(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "The outbox can't be written: is the disk full, or the folder not to be written?");
            return new MailOutcome.Deferred("outbox-unavailable", "The outbox folder can't be written.");
        }
    }

    private void WriteFile(OutboxMailer.Pending mail)
    {
        var path = folder.PathOf(mail.Message.Institute, mail.Message.Id);
        if (File.Exists(path))
        {
            return;
        }

        var place = folder.Of(mail.Message.Institute);
        Folder.Create(place);
        var part = Path.Combine(place, $".{Guid.NewGuid():N}.part");
        try
        {
            WriteFlushed(part, mail.Eml, mail.Message.Date);
            MoveUnlessThere(part, path);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static void WriteFlushed(string path, byte[] bytes, DateTimeOffset date)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None, bytes.Length);
        RandomAccess.Write(file, bytes, 0);
        File.SetLastWriteTimeUtc(file, date.UtcDateTime);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Another process may have sent the same mail meanwhile: the first file stays.</summary>
    private static void MoveUnlessThere(string part, string path)
    {
        try
        {
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // What was to be achieved is there.
        }
    }
}
