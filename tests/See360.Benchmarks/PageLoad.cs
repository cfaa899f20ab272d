using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace See360.Benchmarks;

/// <summary>One load of a page with an empty cache.</summary>
/// <param name="Seconds">From the beginning of the navigation until the frame is made that shows what was waited for.</param>
/// <param name="Bytes">Over the wire, headers included.</param>
internal sealed record PageLoad(double Seconds, long Bytes)
{
    /// <param name="usable">CSS of the element that is waited for.</param>
    public static async Task<PageLoad> OpenAsync(Chrome browser, Uri address, string usable, PageConditions conditions)
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
        await conditions.SetAsync(browser, page, address);
        await browser.CallAsync(page, "Runtime.enable");
        await browser.CallAsync(page, "Runtime.addBinding", new { name = "see360Usable" });
        await browser.CallAsync(page, "Page.enable");
        await browser.CallAsync(page, "Page.addScriptToEvaluateOnNewDocument", new { source = Watching(usable) });
        await browser.CallAsync(page, "Page.navigate", new { url = address.AbsoluteUri });
        var milliseconds = await seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        browser.Happened -= Note;
        await browser.CallAsync("", "Target.disposeBrowserContext", new { browserContextId = context });
        return new PageLoad(milliseconds / 1000, Interlocked.Read(ref bytes));
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
