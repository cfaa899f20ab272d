using System.Net;
using System.Net.Http.Json;
using System.Text;
using See360.Core.Institutes;
using See360.Core.Users;

namespace See360.Api.Tests;

public sealed class UsersApiTests : IAsyncDisposable
{
    private const string Bank = "musterstadt";
    private const string Jana = "jana.berg@musterstadt.example";
    private const string Lea = "lea.vertrieb@musterstadt.example";

    private readonly See360Application _application = new();

    public static TheoryData<string> Commands => ["/api/users/invitation", "/api/users/lock", "/api/users/unlock"];

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Lock_EndsTheSessionsAtOnce_AndUnlockLetsSignInAgain()
    {
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);
        var jana = await _application.SignedInAs(Bank, Jana, Role.Advisor);
        Assert.Equal(HttpStatusCode.OK, (await jana.GetAsync("/api/session")).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(lea, "/api/users/lock", Jana));

        // The clock stands still: not even what is remembered of a session lets it live on.
        Assert.Equal(HttpStatusCode.Unauthorized, (await jana.GetAsync("/api/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync());
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(lea, "/api/users/unlock", Jana));
        Assert.Equal(HttpStatusCode.Unauthorized, (await jana.GetAsync("/api/session")).StatusCode);
        var again = await _application.SignedInAs(Bank, Jana, Role.Advisor);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/api/session")).StatusCode);
    }

    [Fact]
    public async Task Lock_OfTheOwnAccount_Is409AndTheSessionGoesOn()
    {
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(lea, "/api/users/lock", Lea));
        Assert.Equal(HttpStatusCode.OK, (await lea.GetAsync("/api/session")).StatusCode);
    }

    [Fact]
    public async Task Invitation_Again_EndsTheOlderLink()
    {
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);
        await _application.Get<CreateUser>().RunAsync(InstituteId.Parse(Bank), Jana, [Role.Advisor]);
        await PostAsync(lea, "/api/users/invitation", Jana);
        var older = Token();

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(lea, "/api/users/invitation", Jana));

        Assert.Equal(HttpStatusCode.NotFound, await ActivateAsync(older));
        Assert.Equal(HttpStatusCode.NoContent, await ActivateAsync(Token()));
    }

    [Fact]
    public async Task Invitation_OfALockedAccount_Is409AndSendsNothing()
    {
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);
        await _application.AddUserAsync(Bank, Jana, Role.Advisor);
        await PostAsync(lea, "/api/users/lock", Jana);

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(lea, "/api/users/invitation", Jana));
        Assert.Empty(_application.Mailer.Sent);
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Command_WithoutSessionOrRoleOrAtAnotherBank_IsRefused(string path)
    {
        await _application.AddUserAsync(Bank, Jana, Role.Advisor);

        await _application.AssertGuardedAsync(HttpMethod.Post, path, Role.SalesManagement, of: Bank, body: new { userName = Jana });

        Assert.Empty(_application.Mailer.Sent);
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Command_WithoutTheCsrfHeader_IsRefused(string path)
    {
        await _application.AddUserAsync(Bank, Jana, Role.Advisor);
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);
        lea.DefaultRequestHeaders.Remove("X-See360-Csrf");
        var writes = _application.Records.Writes;

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(lea, path, Jana));
        Assert.Equal(writes, _application.Records.Writes);
    }

    [Theory]
    [InlineData("{}"), InlineData("""{"userName":null}"""), InlineData("""{"userName":""}"""), InlineData("""{"userName":"\u0000"}""")]
    [InlineData("""{"userName":"../../users"}"""), InlineData("""{"userName":"\ud800"}"""), InlineData("""{"userName":{}}"""), InlineData("["), InlineData("null")]
    public async Task Command_OfHostileInput_Is4xxAndWritesNothing(string body)
    {
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);
        var writes = _application.Records.Writes;
        foreach (var path in (string[])["/api/users/invitation", "/api/users/lock", "/api/users/unlock"])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await lea.PostAsync(path, content);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Command_OfALongName_IsNotThere()
    {
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(lea, "/api/users/lock", new string('ä', 10_000)));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(lea, "/api/users/unlock", new string('ä', 10_000)));
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path, string userName)
    {
        using var answer = await client.PostAsJsonAsync(path, new { userName });
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> SignInAsync()
    {
        using var answer = await _application.Anonymous().PostAsJsonAsync("/api/session", new { institute = Bank, userName = Jana, password = See360Application.Password });
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> ActivateAsync(string token)
    {
        using var answer = await _application.Anonymous().PostAsJsonAsync("/api/activation", new { institute = Bank, token, password = "Regenschirm Gabel Tuba" });
        return answer.StatusCode;
    }

    private string Token()
    {
        var text = _application.Mailer.Sent.Last().Text;
        var start = text.IndexOf("#musterstadt/", StringComparison.Ordinal) + "#musterstadt/".Length;
        return text[start..(start + 43)];
    }
}
