using Microsoft.Azure.Functions.Worker;

namespace See360.Azure.Tests.Hosting;

/// <summary>What a function is told of its invocation.</summary>
/// <param name="data">Of the trigger.</param>
internal sealed class FakeFunctionContext(Dictionary<string, object?> data, string? invocation = null) : FunctionContext
{
    public override string InvocationId { get; } = invocation ?? Guid.NewGuid().ToString();

    public override BindingContext BindingContext { get; } = new Data(data);

    public override string FunctionId => throw new NotSupportedException();

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => throw new NotSupportedException();

    private sealed class Data(Dictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }
}
