using System.Diagnostics;
using System.Net;
using System.Text;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Tokens;
using See360.Local;
using See360.Local.Storage;
using See360.Testing;

namespace See360.Benchmarks;

/// <summary>Completing surveys over HTTP on loopback: each request another customer, each answer on disk before its
/// reply. Server and clients share the machine.</summary>
public sealed class AnswersBenchmark : IBenchmark
{
    private const string Body =
        """{"revision":0,"language":"de","version":1,"answers":{"quality":{"score":5},"nps":{"score":9},"comment":{"text":"Frau Berg hat sich wirklich Zeit genommen und alles gut erklärt. Gerne wieder."}}}""";

    public string Name => "answers";

    public string Summary => "completing surveys over HTTP, the host in a process of its own [--clients 64] [--seconds 10] [--warm-up 5] [--participants 100000] [--data FOLDER]";

    public async Task RunAsync(Arguments arguments)
    {
        var clients = arguments.Number("clients", 64);
        var seconds = TimeSpan.FromSeconds(arguments.Number("seconds", 10));
        var participants = arguments.Number("participants", 100_000);
        var folder = Directory.CreateDirectory(arguments.Text("data", Directory.CreateTempSubdirectory("see360-bench-").FullName)).FullName;
        try
        {
            var tokens = await InviteAsync(folder, participants);
            await using var server = await ServerProcess.HostAsync(folder);
            var requests = tokens.Select(token => Request(server.Address, token)).ToArray();
            var next = -1;

            await MeasureAsync(TimeSpan.FromSeconds(arguments.Number("warm-up", 5)));
            var (atServer, atClients) = (server.Worked, Environment.CpuUsage.TotalTime);
            var (latencies, during) = await MeasureAsync(seconds);
            (atServer, atClients) = (server.Worked - atServer, Environment.CpuUsage.TotalTime - atClients);

            Figures.PrintLatencies($"completed surveys, {clients} clients", latencies, during);
            Figures.Print("processor time a request", $"server {atServer.TotalMilliseconds / latencies.Count:N3} ms, clients {atClients.TotalMilliseconds / latencies.Count:N3} ms");
            Figures.Print("memory of the server", $"{server.ResidentMegabytes:N0} MB");
            Figures.Row("Completing surveys", "3,000/s", FormattableString.Invariant($"{latencies.Count / during.TotalSeconds:N0}/s"), atServer);
            Figures.Row("— p99", "60 ms", FormattableString.Invariant($"{Figures.Milliseconds(latencies, 0.99):N1} ms"));

            async Task<(List<long> Latencies, TimeSpan During)> MeasureAsync(TimeSpan time)
            {
                var watch = Stopwatch.StartNew();
                var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
                {
                    using var client = await LoopbackClient.ConnectAsync(server.Address);
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

    /// <returns>The tokens of as many invited customers.</returns>
    private static async Task<string[]> InviteAsync(string folder, int count)
    {
        using var store = new SqliteRecordStore(LocalStorage.DatabaseIn(folder));
        var scene = await InvitedCustomer.InAsync(store, TimeProvider.System);
        var tokens = new SurveyTokens(MasterKey.In(folder));
        var records = new ParticipantRecords(store);
        var batch = scene.Customer.Batch with { Number = 2 };
        var partition = ParticipantRecords.Partition(InvitedCustomer.Bank, batch);
        var model = (await records.ReadAsync(InvitedCustomer.Bank, scene.Customer))!.Value;
        foreach (var numbers in Enumerable.Range(1, count).Chunk(IRecordStore.MaxBatch))
        {
            await records.Participants.WriteAsync(partition, [.. numbers.Select(number => new ParticipantId(batch, number)).Select(id =>
                Table<Participant>.Insert(id.Row, model with { Id = id, CustomerNumber = $"{id.Number:D8}", Email = $"kunde{id.Number}@post.example" }))]);
        }

        return [.. Enumerable.Range(1, count).Select(number => tokens.Create(1, new ParticipantId(batch, number)))];
    }

    private static byte[] Request(Uri address, string token)
    {
        var length = Encoding.UTF8.GetByteCount(Body);
        return Encoding.UTF8.GetBytes(
            $"POST /api/survey/{token}/complete HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{Body}");
    }
}
