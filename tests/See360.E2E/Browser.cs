using Microsoft.Playwright;

namespace See360.E2E;

/// <summary>The machine's Chromium, headless.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is not installed. ./test installs it with apt.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A browser of its own: no cookies of anybody else. Fails the test on any error in the page's console.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 900, bool dark = false, bool touch = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
            HasTouch = touch,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }
}

[CollectionDefinition(nameof(DemonstrationCollection))]
public sealed class DemonstrationCollection : ICollectionFixture<Product>, ICollectionFixture<Browser>;

/// <summary>Runs when nothing else does: the pages' time limits are those of people, and not of a machine at its limit.</summary>
[CollectionDefinition(nameof(JourneyCollection), DisableParallelization = true)]
public sealed class JourneyCollection;
