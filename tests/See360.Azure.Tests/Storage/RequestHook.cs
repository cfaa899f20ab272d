using Azure.Core;
using Azure.Core.Pipeline;

namespace See360.Azure.Tests.Storage;

/// <summary>Lets a test do something while a client's request is on its way, or fail in the service's place.</summary>
public sealed class RequestHook : HttpPipelinePolicy
{
    public Func<Request, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The service has carried the request out; its answer has not been seen yet.</summary>
    public Func<Request, Task> After { get; set; } = _ => Task.CompletedTask;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await Before(message.Request);
        await ProcessNextAsync(message, pipeline);
        await After(message.Request);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public T On<T>(T options)
        where T : ClientOptions
    {
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return options;
    }
}
