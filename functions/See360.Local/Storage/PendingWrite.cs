using See360.Core.Storage;

namespace See360.Local.Storage;

/// <summary>A batch on its way to the writer. Its caller may take it back until the writer has claimed it; from then
/// on it is carried out and answered.</summary>
internal sealed class PendingWrite(string table, string partition, IReadOnlyList<RecordChange> changes)
{
    private const int Waiting = 0;
    private const int Claimed = 1;
    private const int TakenBack = 2;

    // The writer must not run its callers' code.
    private readonly TaskCompletionSource<WriteResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    public string Table => table;

    public string Partition => partition;

    public IReadOnlyList<RecordChange> Changes => changes;

    public Task<WriteResult> Answer => _answer.Task;

    public long Bytes { get; } = changes.Sum(change => (long)RecordBatch.Body(change).Length);

    public bool TryClaim() => Interlocked.CompareExchange(ref _state, Claimed, Waiting) == Waiting;

    public void TakeBack(CancellationToken cancel)
    {
        if (Interlocked.CompareExchange(ref _state, TakenBack, Waiting) == Waiting)
        {
            _answer.SetCanceled(cancel);
        }
    }

    public void Succeed(WriteResult result) => _answer.SetResult(result);

    /// <remarks>Each caller gets an exception of its own: a thrown one collects its thrower's stack.</remarks>
    public void Fail(Exception reason) => _answer.SetException(
        reason is StorageUnavailableException ? new StorageUnavailableException(reason.Message, reason) : new InvalidOperationException("The write failed.", reason));
}
