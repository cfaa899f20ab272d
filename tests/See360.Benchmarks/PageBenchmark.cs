using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using See360.Core.Tokens;
using See360.Local;
using See360.Local.Storage;
using See360.Testing;

namespace See360.Benchmarks;

/// <summary>The survey page as a customer with a slow phone gets it: bytes over the wire, and the time until the first
/// question can be answered. Slow 3G: 400 ms round trip, 400 kbit/s, a processor four times slower.</summary>
public sealed class PageBenchmark : IBenchmark
{
    /// <summary>The first thing that can be pressed or answered.</summary>
    private const string Usable = "#survey input, #survey button";

    public string Name => "page";

    public string Summary => "the survey page on slow 3G in Chromium; web/ must be built [--times 9] [--usable CSS]";

    public async Task RunAsync(Arguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("see360-bench-").FullName;
        string token;
        using (var store = new SqliteRecordStore(LocalStorage.DatabaseIn(folder)))
        {
            var scene = await InvitedCustomer.InAsync(store, TimeProvider.System);
            token = new SurveyTokens(MasterKey.In(folder)).Create(1, scene.Customer);
        }

        await using (var server = await ServerProcess.HostAsync(folder))
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.First(File.Exists),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            });
            var seconds = new List<double>();
            var bytes = 0L;

            // A customer's browser is open when the mail is read, and the bank's server answers others: the first load
            // starts both and does not count.
            await OpenAsync(browser, new Uri(server.Address, "/s/" + token), arguments.Text("usable", Usable));
            for (var i = 0; i < arguments.Number("times", 9); i++)
            {
                var (took, received) = await OpenAsync(browser, new Uri(server.Address, "/s/" + token), arguments.Text("usable", Usable));
                seconds.Add(took);
                bytes = Math.Max(bytes, received);
            }

            seconds.Sort();
            Figures.Print("over the wire", $"{bytes / 1024.0:N1} KiB, headers included");
            Figures.Print("usable on slow 3G", $"median {seconds[seconds.Count / 2]:N2} s, {seconds[0]:N2} to {seconds[^1]:N2} s, n = {seconds.Count}");
            Figures.Row("Survey page over the wire", "25 KB", FormattableString.Invariant($"{bytes / 1024.0:N1} KB"));
            Figures.Row("— usable on slow 3G", "1.5 s", FormattableString.Invariant($"{seconds[seconds.Count / 2]:N2} s"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(double Seconds, long Bytes)> OpenAsync(IBrowser browser, Uri address, string usable)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
            Locale = "de-DE",
        });
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        var bytes = 0L;
        devTools.Event("Network.loadingFinished").OnEvent += (_, data) => Interlocked.Add(ref bytes, Length(data));
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 400,
            ["downloadThroughput"] = 400 * 1000 / 8,
            ["uploadThroughput"] = 400 * 1000 / 8,
        });
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        await devTools.SendAsync("Runtime.enable");
        await devTools.SendAsync("Runtime.addBinding", new Dictionary<string, object> { ["name"] = "see360Usable" });
        await devTools.SendAsync("Page.enable");
        await devTools.SendAsync("Page.addScriptToEvaluateOnNewDocument", new Dictionary<string, object> { ["source"] = Watching(usable) });
        var seen = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        devTools.Event("Runtime.bindingCalled").OnEvent += (_, data) =>
            seen.TrySetResult(double.Parse(data!.Value.GetProperty("payload").GetString()!, CultureInfo.InvariantCulture));
        await devTools.SendAsync("Page.navigate", new Dictionary<string, object> { ["url"] = address.AbsoluteUri });
        var milliseconds = await seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return (milliseconds / 1000, Interlocked.Read(ref bytes));
    }

    /// <summary>Tells the time since the navigation began, once the element is there and the frame that shows it is made.
    /// A few lines in the page instead of the browser driver's own waiting, whose script costs a slow processor more than
    /// the survey itself.</summary>
    private static string Watching(string usable) => $$"""
        new MutationObserver((_, observer) => {
          if (!document.querySelector({{JsonSerializer.Serialize(usable)}})) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => see360Usable(String(performance.now()))));
        }).observe(document, { childList: true, subtree: true });
        """;

    private static long Length(JsonElement? loaded) =>
        loaded is { } data && data.TryGetProperty("encodedDataLength", out var length) ? (long)length.GetDouble() : 0;
}
