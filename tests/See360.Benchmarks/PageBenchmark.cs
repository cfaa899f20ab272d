using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
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
            await using var browser = await Chrome.StartAsync();
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

    private static async Task<(double Seconds, long Bytes)> OpenAsync(Chrome browser, Uri address, string usable)
    {
        // A context of its own: nothing is in its cache.
        var context = (string)(await browser.CallAsync("", "Target.createBrowserContext"))["browserContextId"]!;
        var target = (string)(await browser.CallAsync("", "Target.createTarget", new { url = "about:blank", browserContextId = context }))["targetId"]!;
        var page = (string)(await browser.CallAsync("", "Target.attachToTarget", new { targetId = target, flatten = true }))["sessionId"]!;
        var seen = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        var bytes = 0L;
        void Note(string session, string method, JsonNode data)
        {
            if (session == page && method == "Network.loadingFinished")
            {
                Interlocked.Add(ref bytes, (long)(double)data["encodedDataLength"]!);
            }
            else if (session == page && method == "Runtime.bindingCalled")
            {
                seen.TrySetResult(double.Parse((string)data["payload"]!, CultureInfo.InvariantCulture));
            }
        }

        browser.Happened += Note;
        await browser.CallAsync(page, "Emulation.setDeviceMetricsOverride", new { width = 360, height = 740, deviceScaleFactor = 1, mobile = true });
        await browser.CallAsync(page, "Network.enable");
        await browser.CallAsync(page, "Network.emulateNetworkConditions", new
        {
            offline = false,
            latency = 400,
            downloadThroughput = 400 * 1000 / 8,
            uploadThroughput = 400 * 1000 / 8,
        });
        await browser.CallAsync(page, "Emulation.setCPUThrottlingRate", new { rate = 4 });
        await browser.CallAsync(page, "Runtime.enable");
        await browser.CallAsync(page, "Runtime.addBinding", new { name = "see360Usable" });
        await browser.CallAsync(page, "Page.enable");
        await browser.CallAsync(page, "Page.addScriptToEvaluateOnNewDocument", new { source = Watching(usable) });
        await browser.CallAsync(page, "Page.navigate", new { url = address.AbsoluteUri });
        var milliseconds = await seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        browser.Happened -= Note;
        await browser.CallAsync("", "Target.disposeBrowserContext", new { browserContextId = context });
        return (milliseconds / 1000, Interlocked.Read(ref bytes));
    }

    /// <summary>Tells the time since the navigation began, once the element is there and the frame that shows it is made.</summary>
    private static string Watching(string usable) => $$"""
        new MutationObserver((_, observer) => {
          if (!document.querySelector({{JsonSerializer.Serialize(usable)}})) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => see360Usable(String(performance.now()))));
        }).observe(document, { childList: true, subtree: true });
        """;
}
