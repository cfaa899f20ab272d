using System.Text.Json.Nodes;
using Microsoft.Playwright;
using See360.Core.Cycles;

namespace See360.E2E;

/// <summary>Every page, narrow and wide, light and dark: no axe violation, no scrolling to the side. With
/// SEE360_SCREENSHOTS set to a folder, a picture of each is written there.</summary>
[Collection(nameof(DemonstrationCollection))]
public class PageTests(Product product, Browser browser)
{
    /// <summary>Each width and each colour scheme once; of all pictures, each of both.</summary>
    public static TheoryData<int, bool> Sizes => Steps.PicturesAreWanted
        ? new() { { 320, false }, { 320, true }, { 1280, false }, { 1280, true } }
        : new() { { 320, true }, { 1280, false } };

    private static readonly (string Name, string Path)[] OfSalesManagement =
    [
        ("week", "/woche"), ("participants", "/teilnehmer"), ("return", "/ruecklauf"), ("organisation", "/stammdaten"),
        ("organisation-files", "/stammdaten/dateien"), ("columns", "/importe/spalten"), ("approvals", "/freigaben"), ("concept", "/freigaben/konzept"),
        ("review-portals", "/freigaben/bewertungsportale"), ("retention", "/freigaben/aufbewahrung"), ("exports", "/freigaben/mitnahmen"), ("survey-approval", "/freigaben/umfragen/baufinanzierung"), ("account", "/mein-konto"), ("outbox", "/postausgang"),
        ("callbacks", "/rueckrufe"),
    ];

    private static readonly (string Name, string Path)[] OfResults =
    [
        ("results-overview", "/ergebnisse"), ("results-compared", "/ergebnisse?compare=lastYear"), ("results-fields", "/ergebnisse/felder"), ("results-factors", "/ergebnisse/faktoren"),
        ("results-organisation", "/ergebnisse/organisation"), ("results-questions", "/ergebnisse/fragen?field=financing"), ("results-trend", "/ergebnisse/verlauf"),
        ("results-comments", "/ergebnisse/kommentare"), ("results-self-image", "/ergebnisse/selbstbild"), ("results-return", "/ergebnisse/ruecklauf"),
        ("results-loyalty", "/ergebnisse/nps"), ("results-management", "/ergebnisse/management"), ("results-maturity", "/ergebnisse/reifegrad"),
        ("results-unknown", "/ergebnisse?unit=gibt-es-nicht"),
    ];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task PagesBeforeSignIn_AreAccessibleAndReflow(int width, bool dark)
    {
        var page = await browser.OpenAsync(width, dark: dark);
        foreach (var (name, path) in new[] { ("sign-in", "/"), ("activation", "/aktivieren"), ("imprint", "/impressum"), ("accessibility", "/barrierefreiheit"), ("not-found", "/gibt-es-nicht"), ("survey-unknown", "/s/unbekannt") })
        {
            await LookAsync(page, name, path, width, dark);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task PagesOfSalesManagement_AreAccessibleAndReflow(int width, bool dark)
    {
        var page = await browser.OpenAsync(width, dark: dark);
        await page.SignInAsync(product, Product.SalesManagement);
        await TakeAlongAsync(page);
        foreach (var (name, path) in OfSalesManagement)
        {
            await LookAsync(page, name, path, width, dark);
        }

        await LookAsync(page, "import", await FirstLinkAsync(page, "/woche", "a[href^='/importe/']"), width, dark);
        await LookAsync(page, "participant", await FirstLinkAsync(page, "/teilnehmer", "a[href^='/teilnehmer/']"), width, dark);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task PagesOfResults_AreAccessibleAndReflow(int width, bool dark)
    {
        var page = await browser.OpenAsync(width, dark: dark);
        await page.SignInAsync(product, Product.SalesManagement);
        foreach (var (name, path) in OfResults)
        {
            await LookAsync(page, name, path, width, dark);
        }
    }

    /// <summary>English words are longer in other places than German ones.</summary>
    [Fact]
    public async Task PagesOfSalesManagement_InEnglishOnAPhone_Reflow()
    {
        var page = await browser.OpenAsync(320);
        await page.SignInAsync(product, Product.SalesManagement);
        await TakeAlongAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        foreach (var (name, path) in OfSalesManagement.Concat(OfResults))
        {
            await page.GotoAsync(product.Address + path);
            await page.Locator("html[lang=en] h1").First.WaitForAsync();
            await Assertions.Expect(page.Locator(".loading")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
            await page.AssertReflowsAsync($"{name} at 320 px, English");
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task PagesOfAdvisor_AreAccessibleAndReflow(int width, bool dark)
    {
        var page = await browser.OpenAsync(width, dark: dark);
        await page.SignInAsync(product, Product.Advisor);
        await LookAsync(page, "own-results", "/meine-ergebnisse", width, dark);
        await LookAsync(page, "own-callbacks", "/rueckrufe", width, dark);
        await LookAsync(page, "results-own", await FirstLinkAsync(page, "/meine-ergebnisse", "nav a[href^='/ergebnisse']"), width, dark);
    }

    /// <summary>An account is locked only after asking; going back changes nothing.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Confirmation_IsAccessibleAndReflows(int width, bool dark)
    {
        var page = await browser.OpenAsync(width, dark: dark);
        await page.SignInAsync(product, Product.SalesManagement);
        await page.GotoAsync(product.Address + "/stammdaten");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Sperren") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        var what = $"account-lock at {width} px{(dark ? ", dark" : "")}";
        await page.PictureAsync(dark ? "account-lock-dark" : "account-lock");
        await page.AssertAccessibleAsync(what);
        await page.AssertReflowsAsync(what);

        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>The demonstration's outbox takes every mail: the week's answer is given some that were put off.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task WeekWithDeferredMails_IsAccessibleAndReflows(int width, bool dark)
    {
        var page = await browser.OpenAsync(width, dark: dark);
        await page.SignInAsync(product, Product.SalesManagement);
        await page.RouteAsync("**/api/week", async route =>
        {
            var answer = await route.FetchAsync(new() { Headers = route.Request.Headers.Where(h => h.Key != "if-none-match") });
            var week = JsonNode.Parse(await answer.TextAsync())!;
            week["sendable"] = new JsonObject { ["invitations"] = 0, ["selfImages"] = 0 };
            week["deferred"] = new JsonArray(new JsonObject
            {
                ["code"] = "deferred",
                ["text"] = SendReasonTexts.Of("deferred").De,
                ["count"] = 40,
                ["nextTryAt"] = DateTimeOffset.UtcNow.AddMinutes(5),
            });
            await route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = week.ToJsonString() });
        });
        await LookAsync(page, "week-deferred", "/woche", width, dark);
        await page.GetByText("40 Mails warten auf einen neuen Versuch").WaitForAsync();
    }

    /// <summary>Results that are taken along are logged, the slice with them.</summary>
    private async Task TakeAlongAsync(IPage page)
    {
        string[] documents =
        [
            "export.csv", "export.xlsx?period=year&unit=110&surveys=baufinanzierung&field=financing", "export.pptx?surveys=baufinanzierung%2Cvermoegensanlage&compare=lastYear",
        ];
        foreach (var document in documents)
        {
            var answer = await page.APIRequest.GetAsync($"{product.Address}/api/results/{document}");
            Assert.True(answer.Ok, $"{document}: {answer.Status}");
        }
    }

    private async Task<string> FirstLinkAsync(IPage page, string path, string selector)
    {
        await page.GotoAsync(product.Address + path);
        var link = page.Locator(selector).First;
        await link.WaitForAsync();
        return await link.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{path} has no link {selector}.");
    }

    private async Task LookAsync(IPage page, string name, string path, int width, bool dark)
    {
        await page.GotoAsync(product.Address + path);
        await page.Locator("h1").First.WaitForAsync();
        await Assertions.Expect(page.Locator(".loading")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".chart:not(:has(svg))")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        var what = $"{name} at {width} px{(dark ? ", dark" : "")}";
        await page.PictureAsync(dark ? $"{name}-dark" : name);
        await page.AssertAccessibleAsync(what);
        await page.AssertReflowsAsync(what);
    }
}
