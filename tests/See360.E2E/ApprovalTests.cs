using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace See360.E2E;

/// <summary>What sending depends on, withdrawn and given again, as sales management meets it. On a bank of its own:
/// while the concept is withdrawn, nobody else could send.</summary>
public sealed class ApprovalTests(Product product, Browser browser) : IClassFixture<Product>, IClassFixture<Browser>
{
    private static readonly Regex s_send = new(@"\d+ Einladungen.* jetzt senden");

    [Fact]
    public async Task Concept_Withdrawn_LocksTheWeekUntilItIsAgreedAgain()
    {
        var page = await browser.OpenAsync();
        await page.SignInAsync(product, Product.SalesManagement);
        await GoAsync(page, "/woche");
        await Assertions.Expect(SendButton(page)).ToBeEnabledAsync();

        await GoAsync(page, "/freigaben/konzept");
        await ClickAsync(page, "Zustimmung zurückziehen …");
        await LookAsync(page, "concept-withdraw");
        await page.GetByLabel("Grund").FillAsync("Die Fassung 3 ist gekündigt.");
        await ClickAsync(page, "Zustimmung zurückziehen");
        await page.GetByText("Senden ist gesperrt", new() { Exact = true }).WaitForAsync();
        await LookAsync(page, "concept-locked");
        await GoAsync(page, "/freigaben");
        await LookAsync(page, "approvals-locked");

        await GoAsync(page, "/woche");
        await page.GetByText("Senden ist gesperrt").WaitForAsync();
        await page.GetByText("Die Zustimmung zum Berechtigungskonzept ist zurückgezogen.").WaitForAsync();
        await Assertions.Expect(SendButton(page)).ToHaveCountAsync(0);
        await LookAsync(page, "week-locked");

        await page.GetByRole(AriaRole.Link, new() { Name = "Zum Berechtigungskonzept" }).ClickAsync();
        await ClickAsync(page, "Zustimmung erfassen");
        await Assertions.Expect(page.Locator("[aria-invalid]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByLabel("Vereinbart mit")).ToBeFocusedAsync();
        await LookAsync(page, "concept-missing");
        await page.GetByLabel("Vereinbart mit").FillAsync("Personalrat und Datenschutzbeauftragte");
        await page.GetByLabel("Zustimmung vom").FillAsync((await page.GetByLabel("Zustimmung vom").GetAttributeAsync("max"))!);
        await ClickAsync(page, "Zustimmung erfassen");
        await page.GetByText("Vereinbart. Mails dürfen hinaus.").WaitForAsync();
        await page.AssertAccessibleAsync("concept, agreed again");

        await GoAsync(page, "/woche");
        await Assertions.Expect(page.GetByText("gesperrt")).ToHaveCountAsync(0);
        await Assertions.Expect(SendButton(page)).ToBeEnabledAsync();
        await page.AssertAccessibleAsync("week, agreed again");
    }

    /// <summary>One survey without approval holds back its own mails only.</summary>
    [Fact]
    public async Task Approval_OfOneSurveyWithdrawn_IsAWarningOnTheWeekPage()
    {
        var page = await browser.OpenAsync();
        await page.SignInAsync(product, Product.SalesManagement);
        await GoAsync(page, "/freigaben/umfragen/baufinanzierung");
        await ClickAsync(page, "Freigabe zurückziehen …");
        await ClickAsync(page, "Freigabe zurückziehen");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Fassung .* freigeben") }).WaitForAsync();
        await page.AssertAccessibleAsync("survey without approval");

        await GoAsync(page, "/woche");
        await page.GetByText("Ein Teil ist gesperrt").WaitForAsync();
        await page.GetByText("Freigabe zurückgezogen: Baufinanzierung.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Freigabe zurückgezogen, Kunden warten: Baufinanzierung" }).WaitForAsync();
        await Assertions.Expect(SendButton(page)).ToBeEnabledAsync();
        await LookAsync(page, "week-warning");

        await GoAsync(page, "/freigaben/umfragen/baufinanzierung");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Fassung .* freigeben") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Freigabe zurückziehen …" }).WaitForAsync();
    }

    private static ILocator SendButton(IPage page) => page.GetByRole(AriaRole.Button, new() { NameRegex = s_send });

    private static Task ClickAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(product.Address + path);
        await page.Locator("h1").First.WaitForAsync();
        await Assertions.Expect(page.Locator(".loading")).ToHaveCountAsync(0);
    }

    /// <summary>Narrow and wide; the page stays as it is, so that what was typed and said is still there.</summary>
    private static async Task LookAsync(IPage page, string name)
    {
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.PictureAsync(name);
            await page.AssertAccessibleAsync($"{name} at {width} px");
            await page.AssertReflowsAsync($"{name} at {width} px");
        }
    }
}
