using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using See360.Core.Users;
using See360.Testing;
using static See360.Api.Tests.ResultsScene;
using static See360.Testing.ResultsBank;

namespace See360.Api.Tests;

public sealed class ResultExportsApiTests : IAsyncDisposable
{
    private readonly See360Application _application = new();
    private readonly ResultsBank _bank;

    public ResultExportsApiTests() => _bank = new ResultsBank(_application.Records, _application.Clock, Bank);

    public static TheoryData<string> Formats => ["xlsx", "csv", "pptx"];

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Export_WithoutSessionOrRole_IsRefused(string format)
    {
        using var nobody = await _application.Anonymous().GetAsync($"/api/results/export.{format}");
        using var noRole = await (await _application.SignedInAs(Bank, "norole@musterbank.example")).GetAsync($"/api/results/export.{format}");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (nobody.StatusCode, noRole.StatusCode));
    }

    [Theory]
    [InlineData(Role.SalesManagement, Manager, "unit=120", HttpStatusCode.OK)]
    [InlineData(Role.SalesManagement, Manager, "advisor=" + Jana, HttpStatusCode.NotFound)]
    [InlineData(Role.Head, Head, "unit=111", HttpStatusCode.OK)]
    [InlineData(Role.Head, Head, "unit=120", HttpStatusCode.NotFound)]
    [InlineData(Role.Advisor, Jana, "", HttpStatusCode.NotFound)]
    [InlineData(Role.Advisor, Jana, "advisor=" + Jana, HttpStatusCode.NotFound)]
    [InlineData(Role.SalesManagement, Manager, "unit=999", HttpStatusCode.BadRequest)]
    [InlineData(Role.SalesManagement, Manager, "period=2026-06-30..2026-01-01", HttpStatusCode.BadRequest)]
    public async Task Export_ByRole_IsWhatMayBeTakenAlong(Role role, string userName, string slice, HttpStatusCode expected)
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, userName, role);
        foreach (var format in Formats)
        {
            using var answer = await client.GetAsync($"/api/results/export.{format}?{slice}");

            Assert.Equal((format, expected), (format, answer.StatusCode));
            if (expected == HttpStatusCode.OK)
            {
                Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            }
        }
    }

    [Fact]
    public async Task Export_OfAnotherInstitute_HasNoneOfTheAnswers()
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs("andere-bank", Manager, Role.SalesManagement);

        Assert.Single((await client.GetStringAsync("/api/results/export.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Export_Document_IsNamedAfterInstituteSliceAndDay(string format)
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);

        using var answer = await client.GetAsync($"/api/results/export.{format}?unit=110");

        Assert.Equal($"Musterbank_Region-Nord_2026-11-09.{format}", answer.Content.Headers.ContentDisposition!.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(format == "csv" ? "\uFEFF\"Dat" : "PK", Encoding.UTF8.GetString(bytes.AsSpan(0, format == "csv" ? 7 : 2)));
    }

    /// <summary>A link sets no header: its address names the language of the page that it stands on.</summary>
    [Theory]
    [InlineData("?language=en", "\uFEFF\"Date\"")]
    [InlineData("?language=de", "\uFEFF\"Datum\"")]
    [InlineData("?language=fr", "\uFEFF\"Datum\"")]
    [InlineData("", "\uFEFF\"Datum\"")]
    public async Task Export_InTheLanguageOfTheAddress_IsWrittenInIt(string query, string begin)
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);

        var csv = Encoding.UTF8.GetString(await client.GetByteArrayAsync($"/api/results/export.csv{query}"));

        Assert.StartsWith(begin, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AnyDocument_NamesNoCustomer()
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);

        Assert.DoesNotContain("Stengel", await client.GetStringAsync("/api/results/export.csv"), StringComparison.Ordinal);
        foreach (var format in new[] { "xlsx", "pptx" })
        {
            using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await client.GetByteArrayAsync($"/api/results/export.{format}")));
            foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(entry.Open());
                Assert.DoesNotContain("Stengel", await reader.ReadToEndAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task List_AfterExports_TellsWhoWhenWhatNewestFirst()
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);
        using var first = await client.GetAsync("/api/results/export.csv?unit=111");
        _application.Clock.Advance(TimeSpan.FromMinutes(1));
        using var second = await (await _application.SignedInAs(Bank, Head, Role.Head)).GetAsync("/api/results/export.xlsx");

        var list = (await client.GetFromJsonAsync<JsonElement>("/api/results/exports")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["xlsx  4 Hanna Haupt", "csv unit=111 3 " + Manager], list.Select(e => $"{e.GetProperty("format").GetString()} {e.GetProperty("slice").GetString()} {e.GetProperty("sheets").GetInt32()} {e.GetProperty("name").GetString()}"));
        Assert.Equal(Head, list[0].GetProperty("by").GetString());
    }

    [Fact]
    public async Task List_OfAnotherInstitute_IsEmpty()
    {
        await OpenAsync(_bank);
        using var export = await (await _application.SignedInAs(Bank, Manager, Role.SalesManagement)).GetAsync("/api/results/export.csv");

        var other = await (await _application.SignedInAs("andere-bank", Manager, Role.SalesManagement)).GetFromJsonAsync<JsonElement>("/api/results/exports");

        Assert.Empty(other.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public Task List_WithoutSessionOrWithTheWrongRole_IsClosed() =>
        Guarded.AssertGuardedAsync(_application, HttpMethod.Get, "/api/results/exports", Role.SalesManagement);

    [Fact]
    public async Task Export_TooOften_Is429()
    {
        await using var limited = new See360Application(options => options.Limits.Exports = 1);
        var client = await limited.SignedInAs(Bank, Manager, Role.SalesManagement);
        using var first = await client.GetAsync("/api/results/export.csv?unit=1");
        using var second = await client.GetAsync("/api/results/export.xlsx?unit=1");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }
}
