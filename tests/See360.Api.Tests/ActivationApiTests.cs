using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Institutes;
using See360.Core.Users;

namespace See360.Api.Tests;

public sealed class ActivationApiTests : IAsyncDisposable
{
    private const string Jana = "jana.berg@musterstadt.example";

    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Activation_ByTheLinkOfTheMail_SetsThePassword()
    {
        var token = await InvitedAsync();
        var client = _application.Anonymous();

        using var check = await client.PostAsJsonAsync("/api/activation/check", new { institute = "musterstadt", token });
        using var activation = await client.PostAsJsonAsync("/api/activation", new { institute = "musterstadt", token, password = "Regenschirm Gabel Tuba" });
        using var signIn = await client.PostAsJsonAsync("/api/session", new { institute = "musterstadt", userName = Jana, password = "Regenschirm Gabel Tuba" });

        Assert.Equal(Jana, (await check.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("userName").GetString());
        Assert.Equal(HttpStatusCode.NoContent, activation.StatusCode);
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
    }

    [Fact]
    public async Task Activation_WeakPassword_Is400WithTheField()
    {
        var token = await InvitedAsync();

        using var answer = await _application.Anonymous().PostAsJsonAsync("/api/activation", new { institute = "musterstadt", token, password = "kurz" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("password", out _));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"institute":"musterstadt","token":"x","password":"Regenschirm Gabel Tuba"}""")]
    [InlineData("""{"institute":"../..","token":null}""")]
    public async Task Activation_NoOpenLink_Is404AndWritesNothing(string body)
    {
        await InvitedAsync();
        var writes = _application.Records.Writes;
        foreach (var path in new[] { "/api/activation/check", "/api/activation" })
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var answer = await _application.Anonymous().PostAsync(path, content);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Users_InvitedBySalesManagement_GetTheirLink()
    {
        var client = await _application.SignedInAs("musterstadt", "vm@musterstadt.example", Role.SalesManagement);
        await _application.Get<CreateUser>().RunAsync(InstituteId.Parse("musterstadt"), Jana, [Role.Advisor]);

        using var invited = await client.PostAsJsonAsync("/api/users/invitations", new { });
        using var again = await client.PostAsJsonAsync("/api/users/invitation", new { userName = Jana });
        using var nobody = await client.PostAsJsonAsync("/api/users/invitation", new { userName = "nobody@musterstadt.example" });
        var users = await client.GetFromJsonAsync<JsonElement>("/api/users");

        Assert.Equal(1, (await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sent").GetInt32());
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        Assert.Equal(2, _application.Mailer.Sent.Count);
        Assert.Contains(users.EnumerateArray(), u => u.GetProperty("userName").GetString() == Jana && u.GetProperty("state").GetString() == "invited");
    }

    [Fact]
    public async Task Users_AreForSalesManagementAlone()
    {
        await _application.AssertGuardedAsync(HttpMethod.Get, "/api/users", Role.SalesManagement);
        await _application.AssertGuardedAsync(HttpMethod.Post, "/api/users/invitation", Role.SalesManagement, body: new { userName = Jana });
        await _application.AssertGuardedAsync(HttpMethod.Post, "/api/users/invitations", Role.SalesManagement);
    }

    [Fact]
    public async Task Users_OfAnotherInstitute_CantBeInvited()
    {
        await _application.AddUserAsync("anderswo", Jana, Role.Advisor);
        var client = await _application.SignedInAs("musterstadt", "vm@musterstadt.example", Role.SalesManagement);

        using var answer = await client.PostAsJsonAsync("/api/users/invitation", new { userName = Jana });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(_application.Mailer.Sent);
    }

    private async Task<string> InvitedAsync()
    {
        var institute = await _application.AddInstituteAsync("musterstadt");
        await _application.Get<CreateUser>().RunAsync(institute.Id, Jana, [Role.Advisor]);
        await _application.Get<InviteUser>().RunAsync(institute.Id, Jana);
        var text = _application.Mailer.Sent.Last().Text;
        var start = text.IndexOf("#musterstadt/", StringComparison.Ordinal) + "#musterstadt/".Length;
        return text[start..(start + 43)];
    }
}
