using System.Net;
using System.Net.Http.Json;
using FsCheck;
using FsCheck.Fluent;
using See360.Core.Institutes;
using See360.Core.Users;

namespace See360.Api.Tests;

/// <summary>How long a session lasts, what ends it, and what can't forge one.</summary>
public sealed class SessionLifeTests : IAsyncDisposable
{
    private const string Jana = "jana.berg@musterstadt.example";

    private static readonly InstituteId Bank = InstituteId.Parse("musterstadt");

    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Session_UsedEveryFewHours_EndsAfterTwelveInAnyCase()
    {
        var client = await SignInAsync();
        for (var hour = 0; hour < 11; hour++)
        {
            _application.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        }

        _application.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Fact]
    public async Task Session_EightHoursUnused_Ends()
    {
        var client = await SignInAsync();
        _application.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Fact]
    public async Task Session_OfADeactivatedUser_EndsWithinSeconds()
    {
        var client = await SignInAsync();
        await StatusAsync(client);
        await _application.Get<DeactivateUser>().RunAsync(Bank, Jana);

        _application.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Fact]
    public async Task SignIn_RightAfterAnActivationLink_IsGoodAtOnce()
    {
        var before = await SignInAsync();
        await _application.Get<InviteUser>().RunAsync(Bank, Jana);
        var text = _application.Mailer.Sent.Last().Text;
        var token = text.Substring(text.IndexOf("#musterstadt/", StringComparison.Ordinal) + "#musterstadt/".Length, 43);
        await StatusAsync(before);

        var client = _application.Anonymous();
        using var activation = await client.PostAsJsonAsync("/api/activation", new { institute = "musterstadt", token, password = "Regenschirm Gabel Tuba" });
        using var signIn = await client.PostAsJsonAsync("/api/session", new { institute = "musterstadt", userName = Jana, password = "Regenschirm Gabel Tuba" });
        client.DefaultRequestHeaders.Add("Cookie", signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        Assert.Equal(HttpStatusCode.NoContent, activation.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(before));
    }

    [Fact]
    public async Task ChangePassword_EndsOtherSessionsAndKeepsThisOne()
    {
        var client = await SignInAsync();
        var other = await SignInAsync();

        using var wrong = await client.PutAsJsonAsync("/api/session/password", new { password = "wrong", newPassword = "Regenschirm Gabel Tuba" });
        using var changed = await client.PutAsJsonAsync("/api/session/password", new { password = See360Application.Password, newPassword = "Regenschirm Gabel Tuba" });
        _application.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other));
    }

    [Fact]
    public async Task ChangePassword_AccountWasLockedOrEndedMeanwhile_SaysSoAndChangesNothing()
    {
        const string Lea = "lea.vertrieb@musterstadt.example";
        var client = await SignInAsync();
        await StatusAsync(client);
        await _application.AddUserAsync("musterstadt", Lea, Role.SalesManagement);
        await _application.Get<LockUser>().RunAsync(Bank, Jana, Lea);

        using var refused = await client.PutAsJsonAsync(
            "/api/session/password", new { password = See360Application.Password, newPassword = "Regenschirm Gabel Tuba" });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("account-changed", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        await _application.Get<UnlockUser>().RunAsync(Bank, Jana);
        Assert.StartsWith("200 ", await AnswerAsync("musterstadt", Jana, See360Application.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_LockedOut_GetsTheSameAnswerAsAnUnknownUser()
    {
        await _application.AddUserAsync("musterstadt", Jana, Role.Advisor);
        for (var i = 0; i < 5; i++)
        {
            await AnswerAsync("musterstadt", Jana, "wrong");
        }

        var locked = await AnswerAsync("musterstadt", Jana, See360Application.Password);
        var unknown = await AnswerAsync("musterstadt", "nobody@musterstadt.example", "wrong");
        var elsewhere = await AnswerAsync("anderswo", Jana, "wrong");

        Assert.Equal(unknown, locked);
        Assert.Equal(unknown, elsewhere);
        Assert.StartsWith("401 ", locked, StringComparison.Ordinal);
        _application.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("200 ", await AnswerAsync("musterstadt", Jana, See360Application.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_TooOften_Is429WithRetryAfter()
    {
        await using var application = new See360Application(options => options.Limits.SignInsPerUser = 3);
        var client = application.Anonymous();
        for (var i = 0; i < 3; i++)
        {
            using var refused = await client.PostAsJsonAsync("/api/session", new { institute = "a", userName = "b", password = "c" });
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using var answer = await client.PostAsJsonAsync("/api/session", new { institute = "a", userName = "b", password = "c" });

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Requests_MoreThanTheSessionsLimit_Are429()
    {
        await using var application = new See360Application(options => options.Limits.PerSession = 5);
        var client = await application.SignedInAs("musterstadt", Jana, Role.Advisor);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await StatusAsync(client));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.OK));
    }

    [Fact]
    public void Cookie_OfAnyContent_IsNoSessionAndNoError() => Prop
        .ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var client = _application.Anonymous();
            client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", "see360=" + Uri.EscapeDataString(text.Get));
            using var answer = client.GetAsync("/api/session").Result;
            return answer.StatusCode == HttpStatusCode.Unauthorized;
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public async Task Cookie_WithOneByteChanged_IsNoSession()
    {
        var client = await SignInAsync();
        using var answer = await client.GetAsync("/api/session");
        var cookie = answer.RequestMessage!.Headers.GetValues("Cookie").Single();
        foreach (var at in Enumerable.Range(7, cookie.Length - 7).Where(i => i % 29 == 0))
        {
            var forged = cookie[..at] + (cookie[at] == 'A' ? 'B' : 'A') + cookie[(at + 1)..];
            var thief = _application.Anonymous();
            thief.DefaultRequestHeaders.Add("Cookie", forged);
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief));
        }
    }

    [Fact]
    public void Body_OfAnyContent_Is4xxAndWritesAtMostACountedTry() => Prop
        .ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var writes = _application.Records.Writes;
            foreach (var path in new[] { "/api/session", "/api/activation", "/api/activation/check" })
            {
                using var content = new ByteArrayContent(bytes ?? []);
                content.Headers.ContentType = new("application/json");
                using var answer = _application.Anonymous().PostAsync(path, content).Result;
                Assert.InRange((int)answer.StatusCode, 400, 499);
            }

            Assert.Equal(writes, _application.Records.Writes);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void ActivationToken_OfAnyContent_Is404AndWritesNothing() => Prop
        .ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (institute, token) =>
        {
            var writes = _application.Records.Writes;
            using var answer = _application.Anonymous().PostAsJsonAsync("/api/activation", new { institute, token, password = "x" }).Result;
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(writes, _application.Records.Writes);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private Task<HttpClient> SignInAsync() => _application.SignedInAs("musterstadt", Jana, Role.Advisor);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/api/session");
        return answer.StatusCode;
    }

    private async Task<string> AnswerAsync(string institute, string userName, string password)
    {
        using var answer = await _application.Anonymous().PostAsJsonAsync("/api/session", new { institute, userName, password });
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
