using Microsoft.Win32.SafeHandles;
using See360.Core.Mail;
using See360.Local.Storage;

namespace See360.Local.Mail;

/// <summary>Writes the mails of a batch and answers each.</summary>
internal sealed class OutboxBatch(OutboxFolder folder, ILogger log)
{
    /// <summary>All are written before the first is flushed: by then the disk has begun with the others, and one entry
    /// in the file system's journal holds many of them.</summary>
    public void Write(IReadOnlyList<OutboxMailer.Pending> batch)
    {
        var parts = batch.Select(Begin).OfType<Part>().ToList();
        var places = parts.Where(part => Try(part.Mail, part.Finish)).Select(part => part.Mail).GroupBy(mail => folder.Of(mail.Message.Institute)).ToList();
        parts.ForEach(part => part.Dispose());
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
            return new MailOutcome.Deferred(MailOutcome.Deferred.OutboxUnavailable, "The outbox folder can't be written.");
        }
    }

    private Part? Begin(OutboxMailer.Pending mail)
    {
        Part? part = null;
        return Try(mail, () => part = new Part(mail, folder)) ? part : null;
    }

    /// <summary>A mail's file until it has its name.</summary>
    private sealed class Part : IDisposable
    {
        private readonly string _path;
        private readonly string _part;
        private readonly SafeFileHandle? _file;
        private bool _isNamed;

        public Part(OutboxMailer.Pending mail, OutboxFolder folder)
        {
            Mail = mail;
            _path = folder.PathOf(mail.Message.Institute, mail.Message.Id);
            var place = folder.Of(mail.Message.Institute);
            _part = Path.Combine(place, $".{Guid.NewGuid():N}.part");
            if (File.Exists(_path))
            {
                return; // Sent before: there is nothing to write.
            }

            if (!Directory.Exists(place))
            {
                Folder.Create(place);
            }

            try
            {
                _file = File.OpenHandle(_part, FileMode.CreateNew, FileAccess.Write);
                RandomAccess.Write(_file, mail.Eml, 0);
                File.SetLastWriteTimeUtc(_file, mail.Message.Date.UtcDateTime);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        public OutboxMailer.Pending Mail { get; }

        /// <summary>Flushes it and gives it its name. Another process may have sent the same mail meanwhile: the first
        /// file stays.</summary>
        public void Finish()
        {
            if (_file is null)
            {
                return;
            }

            RandomAccess.FlushToDisk(_file);
            _file.Dispose();
            try
            {
                File.Move(_part, _path, overwrite: false);
                _isNamed = true;
            }
            catch (IOException) when (File.Exists(_path))
            {
                // What was to be achieved is there.
            }
        }

        public void Dispose()
        {
            if (_file is null)
            {
                return;
            }

            _file.Dispose();
            if (!_isNamed)
            {
                File.Delete(_part);
            }
        }
    }
}
