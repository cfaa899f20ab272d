using Microsoft.Playwright;

namespace See360.E2E;

/// <summary>Accounts, as sales management and their owners meet them.</summary>
[Collection(nameof(DemonstrationCollection))]
public class AccountTests(Product product, Browser browser)
{
    [Fact]
    public async Task Lock_EndsTheSession_AndANewLinkLetsInAfterUnlocking()
    {
        const string Owner = "ilyas.broening@sparkasse-musterstadt.example";
        var owner = await browser.OpenAsync();
        await owner.SignInAsync(product, Owner);
        var sales = await browser.OpenAsync();
        await sales.SignInAsync(product, Product.SalesManagement);
        await sales.GotoAsync(product.Address + "/stammdaten");
        await sales.GetByLabel("Name").FillAsync("broening");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Suchen" }).ClickAsync();

        await StepAsync(sales, "Sperren", "Zugang jetzt sperren");
        await sales.GetByText("gesperrt seit").Or(sales.GetByText("ist gesperrt.")).First.WaitForAsync();
        await owner.ReloadAsync();
        await owner.GetByLabel("Institut").WaitForAsync();
        await StepAsync(sales, "Entsperren", "Zugang jetzt entsperren");
        await StepAsync(sales, "Neuen Link senden", "Link jetzt senden");
        await sales.GetByText("neuer Link gilt bis").WaitForAsync();

        await owner.SignInAsync(product, Owner);
        await owner.GotoAsync(product.Address + "/mein-konto");
        await owner.GetByLabel("Bisheriges Passwort").FillAsync(Product.Password);
        await owner.GetByLabel("Neues Passwort", new() { Exact = true }).FillAsync("Regenschirm Gabel Tuba");
        await owner.GetByLabel("Neues Passwort wiederholen").FillAsync("Regenschirm Gabel Tuba");
        await owner.GetByRole(AriaRole.Button, new() { Name = "Passwort ändern" }).ClickAsync();
        await owner.GetByText("Ihr Passwort ist geändert.").First.WaitForAsync();
        await owner.GetByRole(AriaRole.Button, new() { Name = "Überall abmelden" }).ClickAsync();
        await owner.GetByRole(AriaRole.Button, new() { Name = "Jetzt überall abmelden" }).ClickAsync();
        await owner.GetByText("Sie sind abgemeldet.").WaitForAsync();
    }

    private static async Task StepAsync(IPage page, string action, string confirm)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{action}") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = confirm }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
