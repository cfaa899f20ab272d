using System.Net;
using System.Net.Http.Json;
using See360.Core.Users;

namespace See360.Api.Tests;

/// <summary>What every endpoint behind the sign-in must refuse.</summary>
public static class Guarded
{
    /// <summary>Asserts: no session → 401; every other role → 403 (or 404); if the path names something of the
    /// institute, the same role at another institute → 404; and no refusal has written anything.</summary>
    /// <param name="role">Who may; null: everybody who is signed in.</param>
    /// <param name="of">The institute whose thing the path names; null: the path names nothing.</param>
    /// <param name="body">Sent as JSON if given.</param>
    public static async Task AssertGuardedAsync(
        this See360Application application, HttpMethod method, string path, Role? role, string? of = null, object? body = null)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await application.StatusAsync(application.Anonymous(), method, path, body));
        foreach (var other in Enum.GetValues<Role>().Where(r => role is not null && r != role))
        {
            var client = await application.SignedInAs(of ?? "musterstadt", $"{other}@guard.example".ToLowerInvariant(), other);
            Assert.Contains(await application.StatusAsync(client, method, path, body), new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
        }

        if (of is not null)
        {
            var client = await application.SignedInAs("other-" + of, "somebody@guard.example", role is { } r ? [r] : Enum.GetValues<Role>());
            Assert.Equal(HttpStatusCode.NotFound, await application.StatusAsync(client, method, path, body));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(
        this See360Application application, HttpClient client, HttpMethod method, string path, object? body)
    {
        var writes = application.Records.Writes;
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        Assert.Equal(writes, application.Records.Writes);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return answer.StatusCode;
    }
}
