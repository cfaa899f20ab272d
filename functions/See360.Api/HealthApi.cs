using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Api;

/// <summary>For whoever watches over the installation, and for load balancers: whether the product can be used, and if not, for want of what.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/health", ShowAsync).AllowAnonymous().WithTags("Health");

    private static async Task<IResult> ShowAsync(Readiness readiness, Health health)
    {
        if (!readiness.IsReady)
        {
            return Results.Json(new HealthView("starting", []), statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var failing = await health.FailingAsync();
        return failing.Count == 0
            ? Results.Ok(new HealthView("ready", []))
            : Results.Json(new HealthView("failing", failing), statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

/// <param name="Status"><c>ready</c>, <c>starting</c> or <c>failing</c>.</param>
/// <param name="Failing">Of <c>records</c>, <c>files</c>.</param>
internal sealed record HealthView(string Status, IReadOnlyList<string> Failing);

/// <summary>Asks each store one cheap question. The answer is kept for some seconds, so that nobody can make the stores busy by asking.</summary>
internal sealed partial class Health(InstituteRecords institutes, IFileStore files, TimeProvider clock, ILogger<Health> log)
{
    private static readonly TimeSpan _keep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(5);
    private static readonly InstituteId _nobody = InstituteId.Parse("health");

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private (DateTimeOffset Until, IReadOnlyList<string> Failing) _known;

    public async Task<IReadOnlyList<string>> FailingAsync()
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (_known.Until <= clock.GetUtcNow())
            {
                var failing = await Task.WhenAll(
                    FailsAsync("records", cancel => institutes.FindAsync(_nobody, cancel)),
                    FailsAsync("files", async cancel => await ((await files.OpenAsync("health/probe", cancel))?.DisposeAsync() ?? ValueTask.CompletedTask)));
                _known = (clock.GetUtcNow() + _keep, [.. failing.OfType<string>()]);
            }

            return _known.Failing;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<string?> FailsAsync(string name, Func<CancellationToken, Task> ask)
    {
        using var limit = new CancellationTokenSource(_longest);
        try
        {
            await ask(limit.Token).WaitAsync(limit.Token);
            return null;
        }
        catch (Exception e)
        {
            LogFailing(log, name, e.GetType().Name);
            return name;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store of {Store} does not answer: {Error}")]
    private static partial void LogFailing(ILogger log, string store, string error);
}
