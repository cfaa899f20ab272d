using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using See360.Azure.Cycles;
using See360.Core.Cycles;

namespace See360.Functions;

/// <summary>Core's loop (plan, do, wait) as a durable orchestration: one for each institute, survey and week, named after them.</summary>
public sealed class WeeklyCycle(CycleStarter starter, CycleTurn turns)
{
    /// <summary>Starts the weeks that are due. A missed tick is made up for by the next.</summary>
    [Function(nameof(StartDue))]
    public Task StartDue([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancel) =>
        starter.StartDueAsync(durable, cancel);

    [Function(nameof(RunCycle))]
    public static Task RunCycle([OrchestrationTrigger] TaskOrchestrationContext context) => new DurableCycle(context, nameof(TakeTurn)).RunAsync();

    /// <summary>One unit of work, 50 recipients at most. It may be killed at any point and done again: the ledger knows.</summary>
    [Function(nameof(TakeTurn))]
    public Task<Turn> TakeTurn([ActivityTrigger] CycleInput input, FunctionContext context) =>
        // Each try is a worker of its own: if one is believed dead and lives, its claims hold until their lease is over.
        input.TakeAsync(turns, new CycleWorker(context.InvocationId, IsAlone: false), context.CancellationToken);
}
