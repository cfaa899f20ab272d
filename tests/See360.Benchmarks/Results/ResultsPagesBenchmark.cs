using System.Net.Http.Json;

namespace See360.Benchmarks.Results;

/// <summary>The pages of results in a browser on the same machine, with the demonstration bank: the time until the figures are there, each time
/// with an empty cache.</summary>
public sealed class ResultsPagesBenchmark : IBenchmark
{
    private const string Chart = "main .chart svg, main .chart canvas";
    private const string Rows = "main table tbody tr";

    private static readonly (string Path, string Usable)[] _pages =
    [
        ("", Chart), ("/felder", Rows), ("/faktoren", Rows), ("/organisation", Rows), ("/fragen", Rows), ("/verlauf", Chart), ("/kommentare", "main .comments li"),
        ("/selbstbild", Rows), ("/ruecklauf", Rows), ("/nps", Chart), ("/management", Chart), ("/reifegrad", Chart),
    ];

    public string Name => "resultspages";

    public string Summary => "the pages of results of the demonstration bank in Chromium on loopback, cache empty [--times 9]";

    public async Task RunAsync(Arguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("see360-bench-").FullName;
        await using (var server = await ServerProcess.RunAsync(folder))
        {
            await using var browser = await Chrome.StartAsync();
            var conditions = new PageConditions(1280, 900, Session: await SignInAsync(server.Address));
            var slowest = 0.0;
            foreach (var (path, usable) in _pages)
            {
                var address = new Uri(server.Address, "/ergebnisse" + path);
                var first = await PageLoad.OpenAsync(browser, address, usable, conditions);
                var loads = new List<PageLoad>();
                for (var i = 0; i < arguments.Number("times", 9); i++)
                {
                    loads.Add(await PageLoad.OpenAsync(browser, address, usable, conditions));
                }

                var seconds = loads.Select(l => l.Seconds).Order().ToList();
                slowest = Math.Max(slowest, seconds[seconds.Count / 2]);
                Figures.Print(
                    address.AbsolutePath,
                    $"median {seconds[seconds.Count / 2]:N2} s, {seconds[0]:N2} to {seconds[^1]:N2} s, first of all {first.Seconds:N2} s; {loads.Max(l => l.Bytes) / 1000.0:N0} KB over the wire");
            }

            Figures.Row("page of results usable, slowest median", "1 s", FormattableString.Invariant($"{slowest:N2} s"));
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <returns>The session's cookie.</returns>
    private static async Task<string> SignInAsync(Uri address)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = address };
        using var answer = await client.PostAsJsonAsync("/api/session", new
        {
            institute = "musterstadt",
            userName = "romy.hoerdt@sparkasse-musterstadt.example",
            password = "Musterstadt-360",
        });
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("see360=", StringComparison.Ordinal)).Split(';')[0]["see360=".Length..];
    }
}
