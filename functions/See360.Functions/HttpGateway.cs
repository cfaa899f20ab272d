using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using See360.Api;
using See360.Api.Access;
using See360.Azure.Cycles;
using See360.Azure.Web;
using See360.Core.Cycles;

namespace See360.Functions;

/// <summary>Every HTTP request, handed to the one pipeline of See360.Api. If the request has started a week or let one go on, the
/// cycles concerned are woken in the same invocation.</summary>
public sealed class HttpGateway(ApiPipeline pipeline, PublicSide publicSide, CycleBell bell, CycleStarter starter)
{
    [Function(nameof(HttpGateway))]
    public async Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        FunctionContext context)
    {
        publicSide.Restore(request.HttpContext, context.BindingContext.BindingData);

        // It may be the ring of somebody at another institute: then this one's cycles look once more, which does no harm.
        var rung = bell.Rung;
        await pipeline.RunAsync(request.HttpContext);
        if (rung.IsCompleted && request.HttpContext.User is { Identity.IsAuthenticated: true } user)
        {
            // Not to be broken off with the request: what was decided is stored.
            await starter.WakeAsync(durable, user.Institute(), CancellationToken.None);
        }
    }
}

/// <summary>See360.Api's middleware and endpoints as one delegate.</summary>
public sealed class ApiPipeline
{
    private readonly RequestDelegate _pipeline;

    public ApiPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseSee360();
        app.UseEndpoints(endpoints => endpoints.MapSee360());
        _pipeline = app.Build();
    }

    public Task RunAsync(HttpContext http)
    {
        // The worker has routed the request to the catch-all trigger: our own routing begins anew.
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        return _pipeline(http);
    }
}
