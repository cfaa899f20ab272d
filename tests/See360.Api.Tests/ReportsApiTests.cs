using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Users;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class ReportsApiTests : IAsyncLifetime
{
    private const string Path = "/api/results/report";

    private readonly See360Application _application = new();
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var bank = await new TestBank(_application.Records, _application.Clock).OpenAsync();
        _client = await _application.SignedInAs(bank.Id.ToString(), "berater1@sparkasse-musterstadt.example", Role.SalesManagement);
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task Endpoints_WithoutSessionOrWithTheWrongRole_AreClosed()
    {
        await Guarded.AssertGuardedAsync(_application, HttpMethod.Get, Path, Role.SalesManagement);
        await Guarded.AssertGuardedAsync(_application, HttpMethod.Put, Path, Role.SalesManagement, body: new { rhythm = "weekly", roles = new[] { "head" } });
    }

    [Fact]
    public async Task Show_NothingDecided_SaysSo()
    {
        var report = await _client.GetFromJsonAsync<JsonElement>(Path);

        Assert.Equal("never", report.GetProperty("rhythm").GetString());
        Assert.All((string[])["by", "at", "next", "latest"], name => Assert.Equal(JsonValueKind.Null, report.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task Save_IsShown_ToTheOwnBankAlone()
    {
        using var saved = await _client.PutAsJsonAsync(Path, new { rhythm = "monthly", roles = new[] { "head", "salesManagement", "head" } });
        var report = await saved.Content.ReadFromJsonAsync<JsonElement>();
        var other = await (await _application.SignedInAs("nachbarstadt", "vm@nachbarstadt.example", Role.SalesManagement)).GetFromJsonAsync<JsonElement>(Path);

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal("monthly", report.GetProperty("rhythm").GetString());
        Assert.Equal(["salesManagement", "head"], report.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!));
        Assert.Equal("berater1@sparkasse-musterstadt.example", report.GetProperty("by").GetString());
        Assert.Equal(1, report.GetProperty("recipients").GetInt32());
        Assert.Equal(JsonValueKind.String, report.GetProperty("next").ValueKind);
        Assert.Equal("never", other.GetProperty("rhythm").GetString());
    }

    [Theory]
    [InlineData("""{"rhythm":"weekly"}""", "roles")]
    [InlineData("""{"rhythm":"weekly","roles":["advisor"]}""", "roles")]
    public async Task Save_WhatCanNotBe_Is400WithTheField(string body, string field)
    {
        using var answer = await _client.PutAsync(Path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field).EnumerateArray());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"rhythm":"daily","roles":["head"]}""")]
    [InlineData("""{"rhythm":3,"roles":"head"}""")]
    public async Task Save_Unreadable_Is400(string body)
    {
        using var answer = await _client.PutAsync(Path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
