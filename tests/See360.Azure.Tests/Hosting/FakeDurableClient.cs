using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace See360.Azure.Tests.Hosting;

/// <summary>Knows which orchestrations there are, and what was asked of it.</summary>
internal sealed class FakeDurableClient() : DurableTaskClient("test")
{
    private readonly Lock _lock = new();

    public ConcurrentDictionary<string, OrchestrationRuntimeStatus> Instances { get; } = new();

    /// <summary>In which the last orchestration was started: the real client takes it along.</summary>
    public string? Trace { get; private set; }

    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Whatever changes something is refused.</summary>
    public bool Fails { get; set; }

    /// <summary>Called between the look for an instance and its start: what somebody else does in that moment.</summary>
    public Action<string> BeforeStart { get; set; } = _ => { };

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var id = options!.InstanceId!;
        BeforeStart(id);
        ThrowIfFailing();
        lock (_lock)
        {
            if (Instances.TryGetValue(id, out var status) && status == OrchestrationRuntimeStatus.Running)
            {
                throw new InvalidOperationException("The service's own words.");
            }

            Instances[id] = OrchestrationRuntimeStatus.Running;
        }

        Trace = System.Diagnostics.Activity.Current?.TraceId.ToString();
        Asked.Enqueue($"start {orchestratorName.Name} {id}");
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ThrowIfFailing();
        Asked.Enqueue($"raise {eventName} {instanceId}");
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Instances.TryGetValue(instanceId, out var status) ? new OrchestrationMetadata("RunCycle", instanceId) { RuntimeStatus = status } : null);

    public override Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Asked.Enqueue($"purge to {filter.CreatedTo:O} {string.Join(',', filter.Statuses!)}");
        return Task.FromResult(new PurgeResult(0));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    private void ThrowIfFailing()
    {
        if (Fails)
        {
            throw new TimeoutException("The service does not answer.");
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
