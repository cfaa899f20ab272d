using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Institutes;
using See360.Core.Results.Exports;
using See360.Core.Users;

namespace See360.Api.Tests;

/// <summary>The log of exports, part by part.</summary>
public sealed class ExportLogApiTests : IAsyncDisposable
{
    private const string Bank = "musterbank";
    private const string Manager = "vm@musterbank.example";

    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task List_OfMoreThanAPart_GoesOnWhereThePartEnded()
    {
        var now = _application.Clock.GetUtcNow();
        for (var n = 1; n <= ListExports.Take + 2; n++)
        {
            // Two in each millisecond: the number tells them apart.
            await TakenAlongAsync(now.AddMilliseconds(-n / 2), sheets: n, number: n % 2);
        }

        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);
        var first = await client.GetFromJsonAsync<JsonElement>("/api/results/exports");
        await TakenAlongAsync(now.AddMinutes(1), sheets: 1_000);
        var second = await client.GetFromJsonAsync<JsonElement>($"/api/results/exports?after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}");

        Assert.Equal(ListExports.Take, first.GetProperty("items").GetArrayLength());
        Assert.Equal(Enumerable.Range(1, ListExports.Take + 2), Sheets(first).Concat(Sheets(second)));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task List_OfJustAPart_HasNoNext()
    {
        for (var n = 0; n < ListExports.Take; n++)
        {
            await TakenAlongAsync(_application.Clock.GetUtcNow().AddDays(-n), sheets: n);
        }

        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);

        Assert.Equal(JsonValueKind.Null, (await client.GetFromJsonAsync<JsonElement>("/api/results/exports")).GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("gestern")]
    [InlineData("8236547199999|00/1")]
    public async Task List_AfterWhatNoPartHasSaid_IsRefused(string after)
    {
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);

        using var answer = await client.GetAsync("/api/results/exports?after=" + Uri.EscapeDataString(after));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("after-unknown", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<int> Sheets(JsonElement part) => part.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("sheets").GetInt32());

    private Task<bool> TakenAlongAsync(DateTimeOffset at, int sheets, int number = 0) => new ExportRecords(_application.Records).Exports.InsertAsync(
        ExportRecords.Partition(InstituteId.Parse(Bank)), ExportRecords.Row(at, number), new ExportEntry(at, Manager, ExportFormat.Csv, "", sheets));
}
