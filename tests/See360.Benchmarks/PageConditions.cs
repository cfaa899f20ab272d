namespace See360.Benchmarks;

/// <summary>What a page is looked at with.</summary>
/// <param name="Session">Value of the session's cookie; null: nobody has signed in.</param>
internal sealed record PageConditions(int Width, int Height, bool SlowPhone = false, string? Session = null)
{
    /// <summary>400 ms round trip, 400 kbit/s, a processor four times slower.</summary>
    public static PageConditions Slow3G { get; } = new(360, 740, SlowPhone: true);

    public async Task SetAsync(Chrome browser, string page, Uri address)
    {
        await browser.CallAsync(page, "Emulation.setDeviceMetricsOverride", new { width = Width, height = Height, deviceScaleFactor = 1, mobile = SlowPhone });
        await browser.CallAsync(page, "Network.enable");
        if (SlowPhone)
        {
            await browser.CallAsync(page, "Network.emulateNetworkConditions", new
            {
                offline = false,
                latency = 400,
                downloadThroughput = 400 * 1000 / 8,
                uploadThroughput = 400 * 1000 / 8,
            });
            await browser.CallAsync(page, "Emulation.setCPUThrottlingRate", new { rate = 4 });
        }

        if (Session is not null)
        {
            await browser.CallAsync(page, "Network.setCookie", new { name = "see360", value = Session, url = address.GetLeftPart(UriPartial.Authority), httpOnly = true, sameSite = "Strict" });
        }
    }
}
