using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using See360.Core.Cycles;

namespace See360.Azure.Cycles;

/// <summary>How a cycle's loop acts and waits in a durable orchestration. Awaits nothing but the context, and reads no clock but
/// its own, so that a replay does the same.</summary>
/// <param name="activity">Takes a <see cref="CycleInput"/>, takes one turn, returns a <see cref="Turn"/>.</param>
public sealed partial class DurableCycle(TaskOrchestrationContext context, string activity) : ICycleHost
{
    /// <summary>The event that ends a wait: a person has acted (send, resume).</summary>
    public const string Woken = "woken";

    /// <summary>Turns of one orchestration; then it begins anew, so that its history stays small: four events a turn.</summary>
    public const int MostTurns = 100;

    /// <summary>No wait is longer: a changed rule is noticed, and the timers of the service have a limit of six days.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(3);

    /// <summary>Two hours and a half in all; what fails then is started anew by the hourly look.</summary>
    private static readonly TaskOptions _again = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 12, firstRetryInterval: TimeSpan.FromSeconds(15), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(15)));

    private readonly CycleInput _input = context.GetInput<CycleInput>() ?? throw new ArgumentException("An orchestration without a cycle.");
    private readonly ILogger _log = context.CreateReplaySafeLogger<DurableCycle>();
    private int _turns;

    public Task RunAsync() => CycleLoop.RunAsync(this, _input.From ?? TurnState.Beginning);

    public Task<Turn> TakeTurnAsync(TurnState from) => context.CallActivityAsync<Turn>(activity, _input with { From = from }, _again);

    public async Task<bool> GoOnAsync(Turn turn)
    {
        context.SetCustomStatus(new CycleStatus(turn.State.Step, turn.LookAgainAt));
        if (turn.More)
        {
            return ++_turns < MostTurns || BeginAnew(turn.State);
        }

        if (turn.LookAgainAt is not { } at)
        {
            LogOver(_log, context.InstanceId);
            return false;
        }

        await WaitAsync(at);
        return BeginAnew(TurnState.Beginning);
    }

    /// <summary>At most once before it begins anew, and nothing comes after it: an event that comes too late for one wait is kept for the
    /// next, and no cancelled wait is left behind in the same run to swallow it.</summary>
    private async Task WaitAsync(DateTimeOffset until)
    {
        var longest = context.CurrentUtcDateTime + LongestWait;
        using var stop = new CancellationTokenSource();
        var timer = context.CreateTimer(until.UtcDateTime < longest ? until.UtcDateTime : longest, stop.Token);
        await Task.WhenAny(timer, context.WaitForExternalEvent<string>(Woken, stop.Token));
        End(stop);
    }

    /// <summary>At once and on this thread: an orchestration must await nothing that the context has not given it.</summary>
    private static void End(CancellationTokenSource wait) => wait.Cancel();

    /// <returns>False: this run of the loop is over.</returns>
    private bool BeginAnew(TurnState from)
    {
        context.ContinueAsNew(_input with { From = from });
        return false;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cycle {Cycle} has nothing more to come")]
    private static partial void LogOver(ILogger log, string cycle);
}

/// <summary>What an operator sees of a running cycle.</summary>
public sealed record CycleStatus(CycleStep? Step, DateTimeOffset? LookAgainAt);
