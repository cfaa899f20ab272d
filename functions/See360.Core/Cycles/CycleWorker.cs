namespace See360.Core.Cycles;

/// <summary>Who works on cycles: a process.</summary>
/// <param name="Id">Different for every start of a process.</param>
/// <param name="IsAlone">True if the host guarantees that no other worker lives (a file lock, a singleton
/// orchestration): then the claims of former workers are taken up at once. False: only after <see cref="Lease"/>.</param>
public sealed record CycleWorker(string Id, bool IsAlone)
{
    /// <summary>Longer than any unit of work takes.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(10);

    public static CycleWorker Alone() => new(Guid.NewGuid().ToString("N"), IsAlone: true);

    public bool MayTakeUp(Send claim, DateTimeOffset now) =>
        IsAlone || claim.Worker == Id || claim.ClaimedAt + Lease < now;
}
