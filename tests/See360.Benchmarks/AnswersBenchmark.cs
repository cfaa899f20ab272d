using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using See360.Api;
using See360.Core;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Tokens;
using See360.Local.Storage;
using See360.Testing;

namespace See360.Benchmarks;

/// <summary>Completing surveys over HTTP on loopback, in the local edition's storage: each request another customer,
/// each answer on disk before its reply. Server and clients share the machine.</summary>
public sealed class AnswersBenchmark : IBenchmark
{
    private const string Body =
        """{"revision":0,"language":"de","version":1,"answers":{"quality":{"score":5},"nps":{"score":9},"comment":{"text":"Frau Berg hat sich wirklich Zeit genommen und alles gut erklärt. Gerne wieder."}}}""";

    public string Name => "answers";

    public string Summary => "--clients 64  --seconds 10  --participants 100000  --data FOLDER (default: a temporary one)";

    public async Task RunAsync(Arguments arguments)
    {
        var clients = arguments.Number("clients", 64);
        var seconds = TimeSpan.FromSeconds(arguments.Number("seconds", 10));
        var participants = arguments.Number("participants", 100_000);
        var folder = Directory.CreateDirectory(arguments.Text("data", Directory.CreateTempSubdirectory("see360-bench-").FullName)).FullName;
        try
        {
            await using var app = Build(folder);
            await app.StartAsync();
            var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            var requests = await InviteAsync(app.Services, address, participants);
            var next = -1;

            await MeasureAsync(TimeSpan.FromSeconds(2));
            var processor = Environment.CpuUsage.TotalTime;
            var (latencies, during) = await MeasureAsync(seconds);
            processor = Environment.CpuUsage.TotalTime - processor;

            Figures.PrintLatencies($"completed surveys, {clients} clients", latencies, during);
            Figures.Print("processor time a request", $"{processor.TotalMilliseconds / latencies.Count:N3} ms, clients included");
            Figures.Print("peak memory, clients included", $"{Figures.PeakMegabytes():N0} MB");

            async Task<(List<long> Latencies, TimeSpan During)> MeasureAsync(TimeSpan time)
            {
                var watch = Stopwatch.StartNew();
                var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
                {
                    using var client = await LoopbackClient.ConnectAsync(address);
                    var own = new List<long>();
                    while (watch.Elapsed < time && Interlocked.Increment(ref next) is var i && i < requests.Length)
                    {
                        var before = Stopwatch.GetTimestamp();
                        var status = await client.SendAsync(requests[i]);
                        own.Add(Stopwatch.GetTimestamp() - before);
                        if (status != (int)HttpStatusCode.OK)
                        {
                            throw new InvalidOperationException($"The server answered {status}.");
                        }
                    }

                    return own;
                })));
                return ([.. all.SelectMany(own => own)], watch.Elapsed);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The local edition's services on a port of the system's choice, without limits: all clients are one address.</summary>
    private static WebApplication Build(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSee360Core().AddSee360Api().AddLocalStorage(folder);
        builder.Services
            .AddSingleton<Readiness>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new SecretKeys([.. Enumerable.Range(1, 32).Select(i => (byte)i)]))
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .Configure<ApiOptions>(api => api.Limits = RateLimits.Unlimited);
        var app = builder.Build();
        app.UseSee360();
        app.MapSee360();
        return app;
    }

    /// <summary>The requests, ready to be sent, of as many invited customers.</summary>
    private static async Task<byte[][]> InviteAsync(IServiceProvider services, Uri address, int count)
    {
        var scene = await InvitedCustomer.InAsync(services.GetRequiredService<IRecordStore>(), TimeProvider.System);
        var records = services.GetRequiredService<ParticipantRecords>();
        var batch = scene.Customer.Batch with { Number = 2 };
        var partition = ParticipantRecords.Partition(InvitedCustomer.Bank, batch);
        var model = (await records.ReadAsync(InvitedCustomer.Bank, scene.Customer))!.Value;
        var requests = new byte[count][];
        foreach (var numbers in Enumerable.Range(1, count).Chunk(IRecordStore.MaxBatch))
        {
            var changes = new List<RecordChange>();
            foreach (var number in numbers)
            {
                var id = new ParticipantId(batch, number);
                changes.Add(Table<Participant>.Insert(id.Row, model with { Id = id, CustomerNumber = $"{number:D8}", Email = $"kunde{number}@post.example" }));
                requests[number - 1] = Request(address, scene.TokenOf(id));
            }

            await records.Participants.WriteAsync(partition, changes);
        }

        return requests;
    }

    private static byte[] Request(Uri address, string token)
    {
        var length = Encoding.UTF8.GetByteCount(Body);
        return Encoding.UTF8.GetBytes(
            $"POST /api/survey/{token}/complete HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{Body}");
    }
}
