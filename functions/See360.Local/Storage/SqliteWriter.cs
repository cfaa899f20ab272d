using System.Collections.Concurrent;
using See360.Core.Storage;

namespace See360.Local.Storage;

/// <summary>
/// The one thread of this process that writes. While a commit waits for the disk, further batches gather; they are
/// then applied one after the other and share the next commit (group commit). Nobody is answered before the commit
/// that holds their batch is on disk.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // Bounds of a shared commit: an import must not make others wait for long.
    private const int MaxChanges = 2000;
    private const long MaxBytes = 4 * 1024 * 1024;

    private readonly SqliteSession _session;
    private readonly SqliteChanges _changes;
    private readonly BlockingCollection<PendingWrite> _queue = [];
    private readonly Thread _thread;
    private readonly List<(PendingWrite Write, WriteResult Result)> _done = [];
    private int _disposed;

    public SqliteWriter(SqliteSession session)
    {
        _session = session;
        _changes = new SqliteChanges(session);
        _thread = new Thread(Run) { IsBackground = true, Name = "See360 writer" };
        _thread.Start();
    }

    public async Task<WriteResult> WriteAsync(PendingWrite write, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Enqueue(write);
        await using var registration = cancel.UnsafeRegister(
            static (state, token) => ((PendingWrite)state!).TakeBack(token), write);
        return await write.Answer;
    }

    /// <summary>Carries out what has been handed in, then closes the database.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
        _session.Dispose();
    }

    private void Enqueue(PendingWrite write)
    {
        try
        {
            _queue.Add(write);
        }
        catch (InvalidOperationException) when (Volatile.Read(ref _disposed) == 1)
        {
            throw new ObjectDisposedException(nameof(SqliteRecordStore));
        }
    }

    private void Run()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            CommitGroup(first);
        }
    }

    private void CommitGroup(PendingWrite first)
    {
        _done.Clear();
        try
        {
            _session.ExecuteWhenFree("BEGIN IMMEDIATE");
        }
        catch (Exception reason)
        {
            RefuseWaiting(first, reason);
            return;
        }

        PendingWrite? current = null;
        try
        {
            _changes.Begin();
            var (changes, bytes) = (0, 0L);
            for (var next = first; next is not null; next = Next(changes, bytes))
            {
                if (next.TryClaim())
                {
                    current = next;
                    _done.Add((next, _changes.Apply(next)));
                    changes += next.Changes.Count;
                    bytes += next.Bytes;
                    current = null;
                }
            }

            _changes.End();
            _session.Execute("COMMIT");
        }
        catch (Exception reason)
        {
            Undo();
            current?.Fail(reason);
            _done.ForEach(done => done.Write.Fail(reason));
            return;
        }

        _done.ForEach(done => done.Write.Succeed(done.Result));
    }

    private PendingWrite? Next(int changes, long bytes) =>
        changes < MaxChanges && bytes < MaxBytes && _queue.TryTake(out var next) ? next : null;

    /// <summary>Nobody who waits now gets the database: refused together, or each would wait out the time anew.</summary>
    private void RefuseWaiting(PendingWrite first, Exception reason)
    {
        for (var next = first; next is not null; next = _queue.TryTake(out var further) ? further : null)
        {
            if (next.TryClaim())
            {
                next.Fail(reason);
            }
        }
    }

    private void Undo()
    {
        _changes.Forget();
        _session.RollBack();
    }
}
