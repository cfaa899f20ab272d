using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace See360.E2E;

/// <summary>A whole week by hand: an export in, its records' states, the rejected ones corrected, sending, a mail, an
/// answer on a narrow screen with the keyboard alone, its arrival at the advisor, and an objection that holds.</summary>
[Collection(nameof(JourneyCollection))]
public sealed class JourneyTests(Product product, Browser browser) : IClassFixture<Product>, IClassFixture<Browser>
{
    private const string Advisor = "juna.hentschel@sparkasse-musterstadt.example";

    [Fact]
    public async Task Week_FromTheExportToTheAdvisorsPage()
    {
        var office = await browser.OpenAsync();
        await office.SignInAsync(product, Product.SalesManagement);

        // The messy export: each record in one state.
        await UploadAsync(office, Path.Combine(AppContext.BaseDirectory, "geko-messy.csv"));
        await Assertions.Expect(office.GetByText("Sven Excel").First).ToBeVisibleAsync();
        await Assertions.Expect(office.GetByText("<script>alert(1)</script>").First).ToBeVisibleAsync();
        await office.PicturesAsync("import-messy");
        var rejected = await DownloadAsync(office, "Nicht bereite Zeilen als CSV");
        await office.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("bereite Zeilen übernehmen") }).ClickAsync();
        await office.GetByText("Übernommen. Gesendet wird auf der Seite Woche.").First.WaitForAsync();

        // One rejected record, corrected, comes back in.
        var corrected = Path.Combine(product.DataFolder, "korrigiert.csv");
        var lines = rejected.Split("\r\n");
        var header = lines[0];
        var fixedRow = lines.Single(l => l.Contains("lars.kaputt", StringComparison.Ordinal)).Replace("(at)", "@", StringComparison.Ordinal);
        await File.WriteAllTextAsync(corrected, $"{header}\r\n{fixedRow}\r\n");
        await office.GetByRole(AriaRole.Link, new() { Name = "Woche", Exact = true }).First.ClickAsync();
        await UploadAsync(office, corrected);
        await office.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("1 bereite Zeile übernehmen") }).ClickAsync();
        await office.GetByText("Übernommen. Gesendet wird auf der Seite Woche.").First.WaitForAsync();

        // The advisor looks already, so that the answer must come by itself.
        var advisor = await browser.OpenAsync();
        await advisor.SignInAsync(product, Advisor);
        await advisor.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        var board = await browser.OpenAsync();
        await board.SignInAsync(product, Product.SalesManagement);
        await board.GotoAsync(product.Address + "/ergebnisse?unit=111");
        await board.Locator(".view-head").WaitForAsync();

        // Absenden.
        await office.GetByRole(AriaRole.Link, new() { Name = "Woche", Exact = true }).First.ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(@"\d+ Einladungen.* jetzt senden") }).ClickAsync();
        await office.GetByText(new Regex(@"gesendet: \d+ Einladungen")).WaitForAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(office.Locator("progress")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await office.PicturesAsync("week-sent");

        // A mail: its text part names the link.
        var link = await LinkOfMailAsync(office, "aenne.mueller@kunde.example", "/s/");
        await office.PicturesAsync("mail");
        await AnswerWithKeyboardAsync(link);
        await Assertions.Expect(advisor.GetByText("1 neue Antwort, gerade eben").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(board.Locator(".view-head")).ToContainTextAsync("1 neue Antwort, gerade eben", new() { Timeout = 30_000 });
        await advisor.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Alle .* Kommentare") }).ClickAsync();
        await Assertions.Expect(advisor.GetByText("Alles bestens mit Äpfeln und Öl.").First).ToBeVisibleAsync();
        await advisor.AssertAccessibleAsync("own results with a new answer");

        // One click, and nothing more goes to that address.
        await ObjectAsync(await LinkOfMailAsync(office, "Joerg.Weiss@kunde.example", "/w/"));
        var again = Path.Combine(product.DataFolder, "nochmal.csv");
        await File.WriteAllTextAsync(again, """
            Kundennummer;Anrede;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage
            0000300002;Herr;Jörg;Weiß;joerg.weiss@kunde.example;04.11.2026;juna.hentschel@sparkasse-musterstadt.example;Beratung

            """.ReplaceLineEndings("\r\n"));
        await office.GotoAsync(product.Address + "/woche");
        await UploadAsync(office, again);
        await Assertions.Expect(office.GetByRole(AriaRole.Row).Filter(new() { HasText = "Jörg Weiß" })).ToContainTextAsync("widersprochen");
        var confirm = office.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("übernehmen") });
        if (await confirm.CountAsync() > 0)
        {
            await confirm.ClickAsync();
            await confirm.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        await office.GotoAsync(product.Address + "/woche");
        await office.GetByRole(AriaRole.Heading, new() { Name = "Absenden" }).WaitForAsync();
        await Assertions.Expect(office.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("jetzt senden") })).ToHaveCountAsync(0);
        Assert.Single(Directory.GetFiles(Path.Combine(product.DataFolder, "outbox", Product.Institute)), mail =>
            File.ReadAllText(mail).Contains("<joerg.weiss@kunde.example>", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task UploadAsync(IPage page, string file)
    {
        await page.Locator("input[type=file]").First.SetInputFilesAsync(file);
        await page.GetByLabel(new Regex("Bestandskunden")).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Datei prüfen" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Path.GetFileName(file), Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = Path.GetFileName(file) }).WaitForAsync();
    }

    private static async Task<string> DownloadAsync(IPage page, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    private async Task<string> LinkOfMailAsync(IPage office, string recipient, string kind)
    {
        await office.GotoAsync(product.Address + "/postausgang");
        await office.GetByRole(AriaRole.Searchbox).FillAsync(recipient);
        await office.GetByRole(AriaRole.Button, new() { Name = "Suchen" }).ClickAsync();
        await office.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new Regex(Regex.Escape(recipient), RegexOptions.IgnoreCase) }).GetByRole(AriaRole.Link).First.ClickAsync();
        var links = office.Locator($"a[href*='{kind}']");
        await links.First.WaitForAsync();
        return (await links.First.GetAttributeAsync("href"))!;
    }

    /// <summary>Without a mouse, on 320 px.</summary>
    private async Task AnswerWithKeyboardAsync(string link)
    {
        var phone = await browser.OpenAsync(320, 640);
        await phone.GotoAsync(link);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Umfrage beginnen" }).WaitForAsync();
        await phone.PicturesAsync("survey-welcome");
        await PressAsync(phone, "Umfrage beginnen");
        for (var screen = 0; screen < 25; screen++)
        {
            await phone.AssertReflowsAsync($"survey screen {screen}");
            await phone.AssertAccessibleAsync($"survey screen {screen}");
            await AnswerScreenAsync(phone);
            if (screen is 0 or 1)
            {
                await phone.PicturesAsync($"survey-question-{screen + 1}");
            }

            if (await phone.GetByRole(AriaRole.Button, new() { Name = "Antworten absenden" }).CountAsync() > 0)
            {
                await PressAsync(phone, "Antworten absenden");
                await phone.GetByRole(AriaRole.Heading, new() { Name = "Ihre Antworten sind abgesendet" }).WaitForAsync();
                await phone.AssertAccessibleAsync("thanks");
                await phone.PicturesAsync("survey-thanks");
                Assert.Empty(await phone.Context.CookiesAsync());
                return;
            }

            var before = await phone.Locator("h1, legend").First.TextContentAsync();
            await PressAsync(phone, "Weiter");
            await Assertions.Expect(phone.Locator("h1, legend").First).Not.ToHaveTextAsync(before!);
        }

        Assert.Fail("The survey did not come to its end.");
    }

    private static async Task AnswerScreenAsync(IPage phone)
    {
        if (await phone.Locator("main textarea").CountAsync() > 0)
        {
            await phone.Locator("main textarea").First.FocusAsync();
            await phone.Keyboard.TypeAsync("Alles bestens mit Äpfeln und Öl.");
        }
        else if (await phone.Locator("main input[type=radio]").CountAsync() > 0)
        {
            // The last step of a scale: Tab into the group, then the arrow keys, as browsers have it.
            var radios = phone.Locator("main input[type=radio]");
            await radios.First.FocusAsync();
            await phone.Keyboard.PressAsync("Space");
        }
        else if (await phone.Locator("main input[type=checkbox]").CountAsync() > 0)
        {
            await phone.Locator("main input[type=checkbox]").First.FocusAsync();
            await phone.Keyboard.PressAsync("Space");
        }
    }

    /// <summary>Reaches a button with Tab alone, and presses it with Enter.</summary>
    private static async Task PressAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).WaitForAsync();
        for (var i = 0; i < 60; i++)
        {
            if (await page.EvaluateAsync<string>("document.activeElement?.textContent?.trim() ?? ''") == name)
            {
                await page.Keyboard.PressAsync("Enter");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The button {name} can't be reached with the Tab key.");
    }

    private async Task ObjectAsync(string link)
    {
        var page = await browser.OpenAsync(320, 640);
        await page.GotoAsync(link);
        await page.AssertAccessibleAsync("objection");
        await page.PicturesAsync("objection");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ich möchte keine Umfragen mehr" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sie erhalten keine Umfragen mehr" }).WaitForAsync();
    }
}
