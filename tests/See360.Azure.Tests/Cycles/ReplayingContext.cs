using System.Globalization;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace See360.Azure.Tests.Cycles;

/// <summary>What has happened to an orchestration, in order. An activity's result and an event's payload are JSON, as the service stores them.</summary>
internal abstract record HistoryEvent
{
    public sealed record ActivityDone(int Task, string Result) : HistoryEvent;

    public sealed record TimerFired(int Task, DateTime At) : HistoryEvent;

    public sealed record EventRaised(string Name, DateTime At) : HistoryEvent;
}

/// <summary>An orchestration's context that replays a history on the caller's thread: everything the orchestrator does between two events is
/// done when <see cref="Replay"/> returns, or it has awaited something that is not the context's.</summary>
internal sealed class ReplayingContext(string instanceId, object input, DateTime now, ILoggerFactory logs) : TaskOrchestrationContext
{
    private readonly Dictionary<int, Action<string>> _waiting = [];
    private readonly Dictionary<string, Queue<TaskCompletionSource<string>>> _listening = [];
    private readonly List<string> _unheard = [];
    private readonly string _input = JsonSerializer.Serialize(input);
    private DateTime _now = now;
    private int _tasks;
    private bool _isReplaying;

    /// <summary>What the orchestrator has asked for, in order.</summary>
    public List<string> Actions { get; } = [];

    public (int Task, string Input)? Activity { get; private set; }

    public (int Task, DateTime At)? Timer { get; private set; }

    public string? ContinuedWith { get; private set; }

    /// <summary>Events that nobody has listened to. The service keeps them, also over a new beginning.</summary>
    public IReadOnlyList<string> Unheard => _unheard;

    public object? Status { get; private set; }

    public override TaskName Name => "RunCycle";

    public override string InstanceId => instanceId;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _isReplaying;

    protected override ILoggerFactory LoggerFactory => logs;

    /// <returns>The orchestrator's task: completed if it has come to its end.</returns>
    public Task Replay(Func<TaskOrchestrationContext, Task> orchestrator, IReadOnlyList<HistoryEvent> history)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            _isReplaying = history.Count > 0;
            var run = orchestrator(this);
            for (var i = 0; i < history.Count; i++)
            {
                _isReplaying = i < history.Count - 1;
                Apply(history[i]);
            }

            return run;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public override T? GetInput<T>()
        where T : default => JsonSerializer.Deserialize<T>(_input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var (task, source) = (_tasks++, new TaskCompletionSource<TResult>());
        var json = JsonSerializer.Serialize(input);
        Actions.Add($"activity {task} {name.Name} {json} retries {options?.Retry?.Policy?.MaxNumberOfAttempts}");
        Activity = (task, json);
        _waiting[task] = result =>
        {
            Activity = null;
            source.SetResult(JsonSerializer.Deserialize<TResult>(result)!);
        };
        return source.Task;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var (task, source) = (_tasks++, new TaskCompletionSource());
        Actions.Add($"timer {task} {fireAt.ToString("O", CultureInfo.InvariantCulture)}");
        Timer = (task, fireAt);
        cancellationToken.Register(() =>
        {
            Actions.Add($"timer {task} cancelled");
            Timer = null;
            source.TrySetCanceled();
        });
        _waiting[task] = _ =>
        {
            Timer = null;
            source.TrySetResult();
        };
        return source.Task;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Actions.Add($"listen {eventName}");
        if (_unheard.Remove(eventName))
        {
            return default!;
        }

        var source = new TaskCompletionSource<string>();
        cancellationToken.Register(() => source.TrySetCanceled());
        (_listening.TryGetValue(eventName, out var queue) ? queue : _listening[eventName] = new()).Enqueue(source);
        await source.Task;
        return default!;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        ContinuedWith = JsonSerializer.Serialize(newInput);
        Actions.Add($"anew {ContinuedWith} {preserveUnprocessedEvents}");
    }

    public override void SetCustomStatus(object? customStatus) => Status = customStatus;

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException();

    public override Guid NewGuid() => throw new NotSupportedException();

    private void Apply(HistoryEvent happened)
    {
        switch (happened)
        {
            case HistoryEvent.ActivityDone done:
                _waiting[done.Task](done.Result);
                break;
            case HistoryEvent.TimerFired fired:
                _now = fired.At;
                _waiting[fired.Task]("");
                break;
            case HistoryEvent.EventRaised raised:
                _now = raised.At;
                // As in the service, who has stopped listening (its wait was cancelled) still stands in the line.
                if (_listening.TryGetValue(raised.Name, out var queue) && queue.TryDequeue(out var source))
                {
                    source.TrySetResult("");
                }
                else
                {
                    _unheard.Add(raised.Name);
                }

                break;
        }
    }
}
