using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Api.Tests;

public sealed class ImportsApiTests
{
    private const string Bank = "musterstadt";
    private const string Sales = "lea.vertrieb@bank.example";
    private const string Csv = "Kundennummer;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater\r\n"
        + "0001;Ada;Eins;ada@kunde.example;05.11.2026;jana.berg@bank.example\r\n0002;Bo;Zwei;kaputt;05.11.2026;jana.berg@bank.example\r\n";

    public static TheoryData<string, string> Endpoints => new()
    {
        { "GET", "/api/imports" }, { "POST", "/api/imports" }, { "GET", "/api/imports/{id}" }, { "GET", "/api/imports/{id}/rows" },
        { "POST", "/api/imports/{id}/confirm" }, { "POST", "/api/imports/{id}/undo" }, { "GET", "/api/imports/{id}/rejected.csv" },
        { "GET", "/api/imports/templates/contacts.csv" }, { "POST", "/api/organisation/imports/units" }, { "POST", "/api/organisation/imports/employees" },
    };

    [Fact]
    public async Task Upload_Confirm_Undo_IsTheLifeOfAnImport()
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);

        using var uploaded = await client.PostAsync("/api/imports", Form(Csv));
        var preview = await JsonAsync(uploaded);
        var id = preview.GetProperty("id").GetString()!;
        var rows = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}/rows");
        var confirmed = await JsonAsync(await client.PostAsync($"/api/imports/{id}/confirm", null));
        var list = await client.GetFromJsonAsync<JsonElement>("/api/imports?week=2026-W46");
        var undone = await JsonAsync(await client.PostAsync($"/api/imports/{id}/undo", null));

        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        Assert.Equal(("preview", 2, true), (preview.GetProperty("state").GetString(), preview.GetProperty("rows").GetInt32(), preview.GetProperty("canConfirm").GetBoolean()));
        Assert.Equal(1, preview.GetProperty("counts").GetProperty("ready").GetInt32());
        var invalid = rows.GetProperty("items")[1];
        Assert.Equal(("invalid", "email-malformed", 3), (invalid.GetProperty("state").GetString(), invalid.GetProperty("reason").GetString(), invalid.GetProperty("line").GetInt32()));
        Assert.StartsWith("Die E-Mail-Adresse", invalid.GetProperty("reasonText").GetString(), StringComparison.Ordinal);
        Assert.Equal(("confirmed", true), (confirmed.GetProperty("state").GetString(), confirmed.GetProperty("canUndo").GetBoolean()));
        Assert.Equal(id, Assert.Single(list.EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("undone", undone.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Week_RowOfAnUnknownAdvisorIsCorrected_NothingIsLeftToDo()
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        await ConfirmAsync("jana.borg@bank.example");
        Assert.Equal(1, await TodoAsync());

        await ConfirmAsync("jana.berg@bank.example");

        Assert.Equal(0, await TodoAsync());

        async Task ConfirmAsync(string advisor)
        {
            var csv = $"Kundennummer;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage\r\n0001;Eins;ada@kunde.example;05.11.2026;{advisor};Beratung\r\n";
            var id = (await JsonAsync(await client.PostAsync("/api/imports", Form(csv)))).GetProperty("id").GetString();
            (await client.PostAsync($"/api/imports/{id}/confirm", null)).EnsureSuccessStatusCode();
        }

        async Task<int> TodoAsync() => (await client.GetFromJsonAsync<JsonElement>("/api/week")).GetProperty("todo").EnumerateArray()
            .Where(t => t.GetProperty("kind").GetString() == "advisorUnknown").Sum(t => t.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Upload_SameFileAgain_SaysSo()
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        await client.PostAsync("/api/imports", Form(Csv));

        using var again = await client.PostAsync("/api/imports", Form(Csv));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.True((await JsonAsync(again)).GetProperty("alreadyImported").GetBoolean());
    }

    [Fact]
    public async Task Rows_ThatCouldNotBeRead_SayWhatTheFileSays()
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        var csv = "Kundennummer;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage\r\n"
            + "0001;Eins;ada(at)kunde\u202Emoc.example;31.02.2026;jana.berg@bank.example;Beratung\r\n"
            + $"0002;Zwei;bo@kunde.example;05.11.2026;jana.berg@bank.example;<b>{new string('x', 70)}\r\n"
            + "0003;Drei;cy@kunde.example;05.11.2026;jana.berg@bank.example;Beratung\r\n";
        var id = (await JsonAsync(await client.PostAsync("/api/imports", Form(csv)))).GetProperty("id").GetString();

        var rows = (await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}/rows")).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("inFile")).ToList();

        Assert.Equal("ada(at)kunde moc.example", rows[0].GetProperty("email").GetString());
        Assert.Equal("31.02.2026", rows[0].GetProperty("conversationOn").GetString());
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("survey").ValueKind);
        Assert.StartsWith("<b>xxx", rows[1].GetProperty("survey").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("email").ValueKind);
        Assert.All(rows[2].EnumerateObject(), field => Assert.Equal(JsonValueKind.Null, field.Value.ValueKind));
    }

    [Theory]
    [InlineData("", "file-empty"), InlineData("nichts;was;wir;kennen\r\n1;2;3;4", "file-header-unknown")]
    public async Task Upload_UnreadableFile_Is400WithWhatToDo(string content, string code)
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        using var answer = await client.PostAsync("/api/imports", Form(content));

        var problem = await JsonAsync(answer);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains("Please", problem.GetProperty("errors").GetProperty("file")[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(await app.Files.ListAsync("").ToListAsync());
    }

    [Theory]
    [InlineData("{"), InlineData("{\"a\":null}"), InlineData("[]"), InlineData("{\"a\":\"\\ufffe\"}")]
    public async Task Upload_ColumnsThatCannotBeRead_Is400(string columns)
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        using var form = Form(Csv);
        form.Add(new StringContent(columns), "columns");

        using var answer = await client.PostAsync("/api/imports", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await app.Files.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task Upload_WithoutAFile_Is400()
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);

        using var answer = await client.PostAsync("/api/imports", new MultipartFormDataContent { { new StringContent("true"), "attestExistingCustomers" } });

        Assert.Equal("file-missing", (await JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Upload_LargerThanAllowed_Is413()
    {
        await using var app = await BankAsync(new ImportLimits { MaxBytes = 100_000 });
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);

        using var answer = await client.PostAsync("/api/imports", Form(new string('x', 300_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await app.Files.ListAsync("").ToListAsync());
    }

    [Theory]
    [InlineData("de", "per SFTP"), InlineData("en", "by SFTP")]
    public async Task Upload_LargerThanAPageMaySend_Is413AndNamesTheOtherWay(string language, string way)
    {
        await using var app = await BankAsync(configure: services => services.Configure<ApiOptions>(api => api.UploadBytes = 1024 * 1024));
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var answer = await client.PostAsync("/api/imports", Form(new string('x', 1_200_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var problem = await JsonAsync(answer);
        Assert.Equal("file-too-large", problem.GetProperty("code").GetString());
        Assert.Contains(way, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("1 MB", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_NobodyWaitsForTheAnswer_IsCarriedOut()
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        var id = (await JsonAsync(await client.PostAsync("/api/imports", Form(Csv)))).GetProperty("id").GetString();
        var endpoint = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(e => e.RoutePattern.RawText == "/api/imports/{id}/confirm");
        var http = new DefaultHttpContext
        {
            RequestServices = app.Services,
            RequestAborted = new CancellationToken(canceled: true),
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("institute", Bank), new Claim("user", Sales)], "test")),
        };
        http.Request.RouteValues["id"] = id;

        await Record.ExceptionAsync(() => endpoint.RequestDelegate!.Invoke(http));

        var import = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}");
        Assert.NotEqual(JsonValueKind.Null, import.GetProperty("confirmedAt").ValueKind);
    }

    [Fact]
    public async Task Rejected_IsACsvForSpreadsheets()
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        var id = (await JsonAsync(await client.PostAsync("/api/imports", Form(Csv)))).GetProperty("id").GetString();

        using var answer = await client.GetAsync($"/api/imports/{id}/rejected.csv");

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("\"0002\";\"Bo\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Theory]
    [InlineData("contacts.csv", 200), InlineData("units.xlsx", 200), InlineData("employees.csv?example=false", 200), InlineData("contacts.exe", 404), InlineData("0.csv", 404), InlineData("nichts.csv", 404), InlineData("contacts,units.csv", 404), InlineData("contacts.csv,units.csv", 404)]
    public async Task Template_IsThereOrNot(string name, int status)
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);

        using var answer = await client.GetAsync("/api/imports/templates/" + name);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Units_Preview_ThenApply()
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        const string units = "OE-Nummer;Bezeichnung;Übergeordnete OE;Leitung (Username)\r\n100;Bank;;\r\n110;Nord;100;\r\n";

        var preview = await JsonAsync(await client.PostAsync("/api/organisation/imports/units?preview=true", Form(units)));
        var stored = await app.Get<OrganisationRecords>().UnitsAsync(InstituteId.Parse(Bank));
        var applied = await JsonAsync(await client.PostAsync("/api/organisation/imports/units?preview=false", Form(units)));

        Assert.Equal((false, 2), (preview.GetProperty("applied").GetBoolean(), preview.GetProperty("added").GetInt32()));
        Assert.Empty(stored);
        Assert.True(applied.GetProperty("applied").GetBoolean());
        Assert.Equal(2, (await app.Get<OrganisationRecords>().UnitsAsync(InstituteId.Parse(Bank))).Count);
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task WithoutASession_Is401(string method, string path)
    {
        await using var app = await BankAsync();
        using var client = app.Anonymous();

        // An unsafe request without a session is refused before anything is asked: 401, or 403 for the missing header.
        using var answer = await client.SendAsync(Request(method, path, "2026-W46-i0001"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task AsAnAdvisor_Is403(string method, string path)
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, "jana.berg@bank.example", Role.Advisor);

        using var answer = await client.SendAsync(Request(method, path, "2026-W46-i0001"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/imports/{id}"), InlineData("GET", "/api/imports/{id}/rows"), InlineData("POST", "/api/imports/{id}/confirm"), InlineData("POST", "/api/imports/{id}/undo"), InlineData("GET", "/api/imports/{id}/rejected.csv")]
    public async Task OfAnotherInstitute_Is404AndChangesNothing(string method, string path)
    {
        await using var app = await BankAsync();
        using var owner = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        var id = (await JsonAsync(await owner.PostAsync("/api/imports", Form(Csv)))).GetProperty("id").GetString()!;
        using var stranger = await app.SignedInAs("andere-bank", Sales, Role.SalesManagement);

        using var answer = await stranger.SendAsync(Request(method, path, id));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("preview", (await owner.GetFromJsonAsync<JsonElement>($"/api/imports/{id}")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("/api/imports/nichts"), InlineData("/api/imports/2026-W46-i9999"), InlineData("/api/imports/2026-W46-i9999/rows"), InlineData("/api/imports/%2e%2e/rows")]
    public async Task NotThere_Is404(string path)
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);

        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/imports?week=gestern"), InlineData("/api/imports/{id}/rows?state=nichts"), InlineData("/api/imports/{id}/rows?state=99"), InlineData("/api/imports/{id}/rows?state=0"), InlineData("/api/imports/{id}/rows?state=ready,invited"), InlineData("/api/imports/{id}/rows?take=viele")]
    public async Task BadParameter_Is400(string path)
    {
        await using var app = await BankAsync();
        using var client = await app.SignedInAs(Bank, Sales, Role.SalesManagement);
        var id = (await JsonAsync(await client.PostAsync("/api/imports", Form(Csv)))).GetProperty("id").GetString()!;

        using var answer = await client.GetAsync(path.Replace("{id}", id, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<See360Application> BankAsync(ImportLimits? limits = null, Action<IServiceCollection>? configure = null)
    {
        var app = new See360Application(configure: services =>
        {
            configure?.Invoke(services);
            if (limits is not null)
            {
                services.AddSingleton(limits);
            }
        });
        var bank = (await app.AddInstituteAsync(Bank)).Id;
        await app.Get<OrganisationRecords>().Employees.InsertAsync(
            OrganisationRecords.Partition(bank), OrganisationRecords.EmployeeRow("jana.berg@bank.example"),
            new Employee("jana.berg@bank.example", 1, Salutation.Frau, "", "Jana", "Berg", "", "111", "", ""));
        await app.Get<SurveyRecords>().Surveys.InsertAsync(
            SurveyRecords.Partition(bank), "beratung",
            new Survey(SurveyId.Parse("beratung"), 1, SurveyKind.EventBased, new LocalizedText("Beratung", "Advice"), ["Beratung"], 1, new SurveyRules(), ConfidentialityMode.Personal, true, "kundenbetreuer"));
        return app;
    }

    private static HttpRequestMessage Request(string method, string path, string id) => new(HttpMethod.Parse(method), path.Replace("{id}", id, StringComparison.Ordinal))
    {
        Content = method == "POST" ? Form(Csv) : null,
    };

    private static MultipartFormDataContent Form(string csv) => new()
    {
        { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "woche.csv" },
        { new StringContent("true"), "attestExistingCustomers" },
    };

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
