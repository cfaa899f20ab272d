using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using See360.Core.Users;

namespace See360.Api.Tests;

public sealed class ImportColumnsApiTests : IAsyncDisposable
{
    private const string Bank = "musterstadt";
    private const string Sales = "lea.vertrieb@bank.example";
    private const string Csv = "Kundennummer;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Kanalweg\r\n0001;Ada;Eins;ada@kunde.example;05.11.2026;jana.berg@bank.example;Filiale\r\n";

    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Columns_AddAndRemove()
    {
        var client = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);

        var added = await JsonAsync(await client.PostAsJsonAsync("/api/imports/columns", new { name = "Elektro-Post", column = "E-Mail" }));
        var listed = await client.GetFromJsonAsync<JsonElement>("/api/imports/columns");
        var removed = await JsonAsync(await client.PostAsJsonAsync("/api/imports/columns/remove", new { name = "Elektro-Post" }));
        using var again = await client.PostAsJsonAsync("/api/imports/columns/remove", new { name = "Elektro-Post" });

        Assert.Equal(["Elektro-Post"], Own(added));
        Assert.Equal(["Elektro-Post"], Own(listed));
        Assert.Contains(listed.EnumerateArray(), c => c.GetProperty("name").GetString() == "E-Mail" && c.GetProperty("required").GetBoolean());
        Assert.Empty(Own(removed));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Columns_OfAnotherInstitute_AreNotSeenAndNotTouched()
    {
        var owner = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);
        await owner.PostAsJsonAsync("/api/imports/columns", new { name = "Elektropost", column = "E-Mail" });
        var stranger = await _application.SignedInAs("andere-bank", Sales, Role.SalesManagement);

        using var removed = await stranger.PostAsJsonAsync("/api/imports/columns/remove", new { name = "Elektropost" });

        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        Assert.Empty(Own(await stranger.GetFromJsonAsync<JsonElement>("/api/imports/columns")));
        Assert.Equal(["Elektropost"], Own(await owner.GetFromJsonAsync<JsonElement>("/api/imports/columns")));
    }

    [Theory]
    [InlineData("""{"name":"Elektropost","column":"Nichts"}""", "column", "column-unknown"), InlineData("""{"name":"Mail","column":"Berater"}""", "name", "column-name-known")]
    [InlineData("{}", "column", "column-unknown"), InlineData("""{"column":"E-Mail"}""", "name", "column-name-empty")]
    [InlineData("""{"name":"a\u0000b","column":"E-Mail"}""", "name", "column-name-unreadable")]
    public async Task Add_WhatCannotBe_Is400WithTheField(string body, string field, string code)
    {
        var client = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);
        var writes = _application.Records.Writes;

        using var answer = await client.PostAsync("/api/imports/columns", Json(body));

        var problem = await JsonAsync(answer);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
        Assert.Equal(writes, _application.Records.Writes);
    }

    [Theory]
    [InlineData("["), InlineData("null"), InlineData("""{"name":[]}"""), InlineData("""{"name":"\ud800","column":"\ufffe"}""")]
    public async Task Commands_OfHostileInput_Are4xxAndWriteNothing(string body)
    {
        var client = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);
        var writes = _application.Records.Writes;
        foreach (var path in (string[])["/api/imports/columns", "/api/imports/columns/remove"])
        {
            using var answer = await client.PostAsync(path, Json(body));
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }

        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Add_Twice_Is409()
    {
        var client = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);
        await client.PostAsJsonAsync("/api/imports/columns", new { name = "Elektropost", column = "E-Mail" });

        using var answer = await client.PostAsJsonAsync("/api/imports/columns", new { name = "elektropost", column = "Berater" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Preview_WithAnUnknownHeader_IsReadAnewOnceItIsKnown()
    {
        var client = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);
        var id = await UploadAsync(client);
        var before = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}/headers");
        await client.PostAsJsonAsync("/api/imports/columns", new { name = "Kanalweg", column = "Kanal" });
        var after = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{id}/headers");

        var reread = await JsonAsync(await client.PostAsync($"/api/imports/{id}/reread", null));

        Assert.Equal(["Kanalweg"], before.GetProperty("unknown").EnumerateArray().Select(h => h.GetString()));
        Assert.True(after.GetProperty("readsDifferently").GetBoolean());
        Assert.NotEqual(id, reread.GetProperty("id").GetString());
        Assert.Equal("preview", reread.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/imports/columns"), InlineData("POST", "/api/imports/columns"), InlineData("POST", "/api/imports/columns/remove")]
    public Task Columns_AreForSalesManagementAlone(string method, string path) => _application.AssertGuardedAsync(
        HttpMethod.Parse(method), path, Role.SalesManagement, body: method == "GET" ? null : new { name = "Elektropost", column = "E-Mail" });

    [Theory]
    [InlineData("GET", "headers"), InlineData("POST", "reread")]
    public async Task OfAnImport_AreForItsOwnInstituteAlone(string method, string what)
    {
        var id = await UploadAsync(await _application.SignedInAs(Bank, Sales, Role.SalesManagement));

        await _application.AssertGuardedAsync(HttpMethod.Parse(method), $"/api/imports/{id}/{what}", Role.SalesManagement, of: Bank);
        await _application.AssertGuardedAsync(HttpMethod.Parse(method), $"/api/imports/nichts/{what}", Role.SalesManagement, of: Bank);
    }

    [Theory]
    [InlineData("/api/imports/columns"), InlineData("/api/imports/columns/remove"), InlineData("/api/imports/2026-W46-i0001/reread")]
    public async Task Commands_WithoutTheCsrfHeader_AreRefused(string path)
    {
        var client = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);
        client.DefaultRequestHeaders.Remove("X-See360-Csrf");

        using var answer = await client.PostAsJsonAsync(path, new { name = "Elektropost", column = "E-Mail" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<string> UploadAsync(HttpClient client)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Csv)), "file", "woche.csv" } };
        return (await JsonAsync(await client.PostAsync("/api/imports", form))).GetProperty("id").GetString()!;
    }

    private static string[] Own(JsonElement columns) =>
        [.. columns.EnumerateArray().SelectMany(c => c.GetProperty("own").EnumerateArray()).Select(name => name.GetString()!)];

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
