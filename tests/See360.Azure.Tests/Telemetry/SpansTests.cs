using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry;
using OpenTelemetry.Trace;
using See360.Api.Tests;
using See360.Azure.Mail;
using See360.Azure.Tests.Hosting;
using See360.Azure.Tests.Mail;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Tokens;
using See360.Core.Users;
using See360.Testing;

namespace See360.Azure.Tests.Telemetry;

/// <summary>What a trace holds together, and what none of its spans says, whichever library describes its requests.</summary>
[Collection(OnAzurite.Name)]
public sealed class SpansTests
{
    private const string Romy = "romy.hoerdt@musterstadt.example";

    [Fact]
    public async Task Trace_OfAPressOfSend_GoesFromTheGatewayOverTheOrchestrationToTheMail()
    {
        await using var service = await FakeCommunicationServices.StartAsync();
        var spans = new Kept();
        await using var app = Application(new InMemoryRecordStore(), spans, services => services.AddSingleton<IMailer>(
            new CommunicationMailer(MailClients.Create(service.ConnectionString), NullLogger<CommunicationMailer>.Instance)));
        var bank = await OpenAsync(app);
        var romy = await app.SignedInAsync(bank.Id, Romy, Role.SalesManagement);
        var trace = ActivityTraceId.CreateRandom().ToString();
        romy.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

        (await romy.PostAsJsonAsync("/api/week/send", new { })).EnsureSuccessStatusCode();
        Assert.Equal(trace, app.Durable.Trace);

        // The host calls an activity in the trace that its orchestration was started in.
        using (var activity = new Activity("TakeTurn").SetParentId($"00-{app.Durable.Trace}-{ActivitySpanId.CreateRandom()}-01").Start())
        {
            await TwoHosts.TakeTurnsAsync(app, bank);
        }

        Assert.Equal(2, service.Traces.Count);
        Assert.All(service.Traces, header => Assert.StartsWith($"00-{trace}-", header, StringComparison.Ordinal));
        var mails = spans.Ended.Where(span => span.Source == "See360" && span.Trace == trace).ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Contains("see360.outcome=Accepted", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spans_OfAllThatCustomersAndStaffDo_HoldNoLinkAndNoAddress()
    {
        var (raw, spans, log) = (new ConcurrentQueue<string>(), new Kept(), new RecordingLog());
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => raw.Enqueue(Text(span)),
        };
        ActivitySource.AddActivityListener(listener);
        await using var app = Application(TestStores.Records(), spans, _ => { }, log);
        var bank = await OpenAsync(app);
        var romy = await app.SignedInAsync(bank.Id, Romy, Role.SalesManagement);
        (await romy.PostAsJsonAsync("/api/week/send", new { })).EnsureSuccessStatusCode();
        await TwoHosts.TakeTurnsAsync(app, bank);
        var token = app.Get<SurveyTokens>().Create(1, new ParticipantId(new BatchId(bank.Week, BatchKind.Import, 1), 1));
        using var customer = app.Client();
        foreach (var path in new[] { $"/api/survey/{token}", $"/s/{token}", $"/w/{token}", $"/api/unsubscribe/{token}", $"/api/survey/{token}/photo" })
        {
            using var answer = await customer.GetAsync(path);
        }

        using var saved = await customer.PutAsJsonAsync($"/api/survey/{token}/answers", new { revision = 0, language = "de", answers = new { } });
        using var opened = await customer.PostAsync($"/api/survey/{token}/opened", null);
        using var objected = await customer.PostAsync($"/api/unsubscribe/{token}", null);
        using var searched = await romy.GetAsync($"/api/participants?q={Uri.EscapeDataString("kunde1@kunde.example")}");
        using var locked = await romy.PostAsJsonAsync("/api/users/lock", new { userName = "lea@musterstadt.example" });
        app.Get<TracerProvider>().ForceFlush();

        string[] secrets = [token, Romy, Romy.Replace("@", "%40", StringComparison.Ordinal), "kunde1", "lea@musterstadt", "lea%40musterstadt"];
        Assert.Contains(raw, span => span.Contains("romy.hoerdt", StringComparison.OrdinalIgnoreCase));
        Assert.True(spans.Ended.Count > 20);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(spans.Ended, span => span.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <param name="spans">Of every source there is.</param>
    private static GatewayApplication Application(IRecordStore store, Kept spans, Action<IServiceCollection> configure, RecordingLog? log = null)
    {
        var app = new GatewayApplication(store, log: log, configure: services =>
        {
            services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddSource("*").AddProcessor(new SimpleActivityExportProcessor(spans)));
            configure(services);
        });
        _ = app.Get<TracerProvider>();
        return app;
    }

    private static async Task<TestBank> OpenAsync(GatewayApplication app)
    {
        var bank = await new TestBank(app.Get<IRecordStore>(), app.Clock).OpenAsync();
        await bank.AddSurveyAsync();
        await bank.AddAdvisorAsync();
        await bank.AddWaitingAsync(1);
        await bank.AddWaitingAsync(2);
        return bank;
    }

    private static string Text(Activity span) => $"{span.DisplayName} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}";

    private sealed class Kept : BaseExporter<Activity>
    {
        public ConcurrentQueue<(string Source, string Trace, string Text)> Ended { get; } = new();

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                Ended.Enqueue((span.Source.Name, span.TraceId.ToString(), Text(span)));
            }

            return ExportResult.Success;
        }
    }
}
