using See360.Core.Institutes;
using See360.Core.Participants;

namespace See360.Core.Cycles;

/// <summary>What differs between the hosts: how a turn is carried out, and how one waits.</summary>
public interface ICycleHost
{
    Task<Turn> TakeTurnAsync(TurnState from);

    /// <summary>Called after each turn. Waits, if there is nothing to be done at once and the host can wait.</summary>
    /// <returns>False: the loop ends here; who goes on later begins with <see cref="Turn.State"/>.</returns>
    Task<bool> GoOnAsync(Turn turn);
}

/// <summary>A cycle's loop: plan, do, wait. The same in every host.</summary>
public sealed class CycleLoop(CycleTurn turns)
{
    /// <summary>Awaits nothing but the host, so that a durable orchestration can be the host.</summary>
    public static async Task RunAsync(ICycleHost host, TurnState from)
    {
        Turn turn;
        do
        {
            turn = await host.TakeTurnAsync(from);
            from = turn.State;
        }
        while (await host.GoOnAsync(turn));
    }

    /// <summary>As far as the cycle goes now, in this process.</summary>
    /// <returns>When to look again; null if nothing is to come by itself.</returns>
    public async Task<DateTimeOffset?> RunAsync(InstituteId institute, CycleId id, CycleWorker worker, CancellationToken cancel = default)
    {
        var host = new UntilThereIsNothingToDo(from => turns.TakeAsync(institute, id, from, worker, cancel));
        await RunAsync(host, TurnState.Beginning);
        return host.LookAgainAt;
    }

    private sealed class UntilThereIsNothingToDo(Func<TurnState, Task<Turn>> take) : ICycleHost
    {
        public DateTimeOffset? LookAgainAt { get; private set; }

        public Task<Turn> TakeTurnAsync(TurnState from) => take(from);

        public Task<bool> GoOnAsync(Turn turn)
        {
            LookAgainAt = turn.LookAgainAt;
            return Task.FromResult(turn.More);
        }
    }
}
