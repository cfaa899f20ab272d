using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using See360.Core.Storage;
using See360.Local.Storage;

namespace See360.Benchmarks;

/// <summary>The SQLite record store on a real file: an import's many batches, and many clients' single writes.</summary>
public sealed class StorageBenchmark : IBenchmark
{
    private const int RowBytes = 500;
    private const int AnswerBytes = 1500;

    public string Name => "storage";

    public string Summary => "--rows 200000  --parallel 8  --clients 64  --seconds 5  --data FOLDER (default: a temporary one)  --only bulk|hashed|clients|mixed";

    public async Task RunAsync(Arguments arguments)
    {
        var rows = arguments.Number("rows", 200_000);
        var parallel = arguments.Number("parallel", 8);
        var clients = arguments.Number("clients", 64);
        var seconds = TimeSpan.FromSeconds(arguments.Number("seconds", 5));
        var only = arguments.Text("only", "");
        var folder = Directory.CreateDirectory(arguments.Text("data", Directory.CreateTempSubdirectory("see360-bench-").FullName)).FullName;
        try
        {
            using var store = new SqliteRecordStore(LocalStorage.DatabaseIn(folder));
            if (only is "" or "bulk")
            {
                await PrintBulkAsync("import rows, ascending keys", store, rows, parallel, folder, i => i.ToString("D7", CultureInfo.InvariantCulture), RowBytes);
            }

            if (only is "" or "hashed")
            {
                await PrintBulkAsync("known rows, hashed keys", store, rows, parallel, folder, HashOf, 60);
            }

            if (only is "" or "clients")
            {
                var (latencies, during) = await ClientsAsync(store, clients, "responses", Task.Delay(seconds));
                Figures.PrintLatencies($"single inserts, {clients} clients", latencies, during);
            }

            if (only is "" or "mixed")
            {
                var bulk = BulkAsync(store, "mixed", rows, parallel, i => i.ToString("D7", CultureInfo.InvariantCulture), RowBytes);
                var (latencies, during) = await ClientsAsync(store, clients, "openings", bulk);
                Figures.PrintLatencies($"the same beside an import", latencies, during);
                Figures.Print("that import", $"{rows / during.TotalSeconds:N0} rows/s");
            }

            Figures.Print("peak memory", $"{Figures.PeakMegabytes():N0} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrintBulkAsync(
        string name, SqliteRecordStore store, int rows, int parallel, string folder, Func<int, string> key, int bytes)
    {
        var since = Stopwatch.GetTimestamp();
        await BulkAsync(store, name.Replace(' ', '-'), rows, parallel, key, bytes);
        var took = Stopwatch.GetElapsedTime(since);
        var megabytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) / 1e6;
        Figures.Print(name, $"{rows / took.TotalSeconds:N0} rows/s ({rows:N0} in {took.TotalSeconds:N1} s, batches of 100, {parallel} at a time, files {megabytes:N0} MB)");
    }

    private static async Task BulkAsync(SqliteRecordStore store, string partition, int rows, int parallel, Func<int, string> key, int bytes)
    {
        var body = RandomNumberGenerator.GetBytes(bytes);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows).Chunk(IRecordStore.MaxBatch),
            new ParallelOptions { MaxDegreeOfParallelism = parallel },
            async (batch, cancel) =>
            {
                var result = await store.WriteAsync("participants", partition, [.. batch.Select(i => new RecordChange.Insert(key(i), body))], cancel);
                Verify(result.Written);
            });
    }

    /// <summary>Each client inserts a record, waits for the answer, and begins anew, until told to end.</summary>
    private static async Task<(List<long> Latencies, TimeSpan During)> ClientsAsync(SqliteRecordStore store, int clients, string table, Task until)
    {
        var body = RandomNumberGenerator.GetBytes(AnswerBytes);
        var since = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var latencies = new List<long>();
            for (var i = 0; !until.IsCompleted; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                var row = string.Create(CultureInfo.InvariantCulture, $"{client:D3}-{i:D7}");
                Verify((await store.WriteAsync(table, "demo|2026-W46|beratung", [new RecordChange.Insert(row, body)])).Written);
                latencies.Add(Stopwatch.GetTimestamp() - begun);
            }

            return latencies;
        })));
        await until;
        return ([.. all.SelectMany(latencies => latencies)], Stopwatch.GetElapsedTime(since));
    }

    private static string HashOf(int i) => Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(i)).AsSpan(0, 16));

    private static void Verify(bool written)
    {
        if (!written)
        {
            throw new InvalidOperationException("A record of the benchmark was there already: choose an empty folder.");
        }
    }
}
