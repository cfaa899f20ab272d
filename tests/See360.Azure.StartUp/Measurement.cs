using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using See360.Azure.Storage;
using See360.Azure.Tests;
using See360.Benchmarks;
using See360.Testing;

namespace See360.Azure.StartUp;

/// <summary>Starts workers one after the other and asks each at once: for the session (401), then for a customer's survey.</summary>
internal static class Measurement
{
    /// <summary>That of <see cref="InvitedCustomer"/>, so that its link is known.</summary>
    private static readonly string _masterKey = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public static async Task RunAsync(int starts, string worker, string[] arguments)
    {
        var emulator = (await AzuriteProcess.StartAsync()).ConnectionString;
        foreach (var container in new[] { StorageClients.Files, StorageClients.SessionKeys, StorageClients.Drop })
        {
            await new BlobServiceClient(emulator).GetBlobContainerClient(container).CreateIfNotExistsAsync();
        }

        var records = new TableRecordStore(StorageClients.Tables(emulator), new StorageAttempts(TimeProvider.System));
        var scene = await InvitedCustomer.InAsync(records, TimeProvider.System);
        var (listening, session, survey, worked) = (new List<long>(), new List<long>(), new List<long>(), new List<long>());

        // The first one reads the program from the disk and makes the session keys: it does not count.
        for (var i = 0; i <= starts; i++)
        {
            var measured = await StartAsync(worker, emulator, scene.Token);
            if (i > 0)
            {
                listening.Add(measured[0]);
                session.Add(measured[1]);
                survey.Add(measured[2]);
                worked.Add(measured[3]);
            }
        }

        Figures.PrintHead(arguments);
        Print("listening", listening);
        Print("first answer (session, 401)", session);
        Print("first survey page", survey);
        Print("processor time until then", worked);
    }

    /// <returns>Milliseconds since the process was started: listening, session, survey; and of processor time.</returns>
    private static async Task<long[]> StartAsync(string worker, string emulator, string token)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(worker, "See360.Azure.StartUp.dll"), Worker.Command]) { RedirectStandardOutput = true };
        start.Environment["See360__Emulator"] = emulator;
        start.Environment["See360__MasterKey"] = _masterKey;
        start.Environment["See360__BaseUrl"] = "https://see360.example";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The worker has ended.");
            var listening = watch.ElapsedMilliseconds;
            var address = line.Replace(Worker.Listening, "", StringComparison.Ordinal);
            using var session = await client.GetAsync(address + "/api/session");
            var first = watch.ElapsedMilliseconds;
            using var survey = await client.GetAsync($"{address}/api/survey/{token}");
            var second = watch.ElapsedMilliseconds;
            return ((int)session.StatusCode, survey.IsSuccessStatusCode) == (401, true)
                ? [listening, first, second, (long)process.TotalProcessorTime.TotalMilliseconds]
                : throw new InvalidOperationException($"Answers: {session.StatusCode}, {survey.StatusCode}.");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static void Print(string what, List<long> milliseconds)
    {
        milliseconds.Sort();
        Figures.Print(what, string.Create(CultureInfo.InvariantCulture,
            $"median {milliseconds[milliseconds.Count / 2]} ms ({milliseconds[0]} to {milliseconds[^1]}), n = {milliseconds.Count}"));
    }
}
