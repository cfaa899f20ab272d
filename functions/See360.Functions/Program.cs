using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Trace;
using See360.Api;
using See360.Azure;
using See360.Azure.Cycles;
using See360.Azure.Telemetry;
using See360.Core;
using See360.Core.Imports;
using See360.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
// An orchestrator is replayed, and awaits nothing but its context; if it fails, its activity has failed before.
builder.UseMiddleware((context, next) => context.FunctionDefinition.Name == nameof(WeeklyCycle.RunCycle)
    ? next()
    : context.InstanceServices.GetRequiredService<FunctionLog>().WatchAsync(context.FunctionDefinition.Name, next));
builder.Services.AddSee360Functions(builder.Configuration);
var host = builder.Build();
host.Services.GetRequiredService<Readiness>().Declare();
await host.RunAsync();

/// <summary>The Azure edition: the same Core and the same HTTP side, on Azure's services.</summary>
internal static class FunctionsHost
{
    /// <summary>Static Web Apps waits 45 s for an answer, and an upload is read and stored before it: docs/performance.md.</summary>
    private const long UploadBytes = 2 * 1024 * 1024;

    /// <summary>By SFTP. A function that takes longer than <c>functionTimeout</c> in host.json is ended, and a platform that takes an instance
    /// away waits no longer than that either: what may be dropped is read and confirmed in a third of it (docs/performance.md).</summary>
    private static ImportLimits Drops => new() { MaxRows = 500_000, MaxBytes = 128 * 1024 * 1024 };

    public static IServiceCollection AddSee360Functions(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<AzureSettings>(configuration.GetSection(AzureSettings.Section));
        services.Configure<ApiOptions>(api => api.UploadBytes = configuration.GetValue($"{AzureSettings.Section}:UploadBytes", UploadBytes));
        services.AddSingleton(Drops).AddSingleton(TimeProvider.System).AddRouting().AddSee360Core().AddSee360Api().AddSee360Azure();
        services.AddSingleton<Readiness>().AddSingleton<ApiPipeline>().AddSingleton(provider => ActivatorUtilities.CreateInstance<CycleStarter>(provider, nameof(WeeklyCycle.RunCycle)));
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(tracing => tracing.AddSource(Spans.Source).AddProcessor(new WithoutLinks()));
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 })
        {
            telemetry.UseAzureMonitorExporter();
            services.AddOptions<AzureMonitorExporterOptions>().Configure<TokenCredential>((monitor, identity) => monitor.Credential = identity);
        }

        return services;
    }
}
