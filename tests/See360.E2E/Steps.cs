using System.Text.Json;
using Microsoft.Playwright;

namespace See360.E2E;

/// <summary>What people do on the pages, in their words.</summary>
internal static class Steps
{
    public static async Task SignInAsync(this IPage page, Product product, string userName)
    {
        await page.GotoAsync(product.Address);
        await page.GetByLabel("Institut").FillAsync(Product.Institute);
        await page.GetByLabel("Benutzername").FillAsync(userName);
        await page.GetByLabel("Passwort").FillAsync(Product.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).WaitForAsync();
    }

    public static bool PicturesAreWanted => Pictures.Length > 0;

    private static string Pictures => Environment.GetEnvironmentVariable("SEE360_SCREENSHOTS") ?? "";

    /// <summary>With SEE360_SCREENSHOTS set to a folder, a picture of the page as it stands is written there.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (PicturesAreWanted)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
        }
    }

    /// <summary>Narrow and wide; the window is as before afterwards.</summary>
    public static async Task PicturesAsync(this IPage page, string name)
    {
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        foreach (var each in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(each, height);
            await page.PictureAsync(name);
        }

        await page.SetViewportSizeAsync(width, height);
    }

    /// <summary>Runs axe on the page as it stands. WCAG 2.2 AA and axe's best practices, with nothing switched off.</summary>
    public static async Task AssertAccessibleAsync(this IPage page, string what)
    {
        // From a string through the debugger, so that the page's Content-Security-Policy stays as it is.
        await page.EvaluateAsync(await Axe.Value);
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        var violations = result.GetProperty("violations").EnumerateArray()
            .Select(v => $"{v.GetProperty("id").GetString()}: {v.GetProperty("help").GetString()} {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetProperty("html").GetString()))}")
            .ToList();
        Assert.True(violations.Count == 0, $"{what}:\n{string.Join('\n', violations)}");
    }

    /// <summary>At 320 px nothing may need scrolling to the side (WCAG 1.4.10).</summary>
    public static async Task AssertReflowsAsync(this IPage page, string what)
    {
        var (inner, scroll) = (await page.EvaluateAsync<int>("innerWidth"), await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.True(scroll <= inner, $"{what}: {scroll} px wide in a window of {inner} px.");
    }

    private static readonly Lazy<Task<string>> Axe = new(() =>
        File.ReadAllTextAsync(Path.Combine(Product.WebFolder(), "..", "node_modules", "axe-core", "axe.min.js")));
}
