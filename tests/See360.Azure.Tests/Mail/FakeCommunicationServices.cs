using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace See360.Azure.Tests.Mail;

/// <summary>Plays the service's REST API on a free loopback port, and misbehaves as told. It forgets what it has taken before: whoever hands a
/// mail in twice sends it twice.</summary>
internal sealed class FakeCommunicationServices : IAsyncDisposable
{
    private readonly WebApplication _server;

    private FakeCommunicationServices(WebApplication server) => _server = server;

    /// <summary>By operation id.</summary>
    public ConcurrentDictionary<Guid, JsonElement> Taken { get; } = new();

    /// <summary>The header <c>traceparent</c> of each mail.</summary>
    public ConcurrentBag<string> Traces { get; } = [];

    /// <summary>How many mails have left.</summary>
    public int Mails => _mails;

    public int Requests => _requests;

    /// <summary>Called for each mail before it is taken; true: this has answered already.</summary>
    public Func<HttpContext, Task<bool>> Before { get; set; } = _ => Task.FromResult(false);

    /// <summary>Called after a mail was taken and before that is said.</summary>
    public Action<HttpContext> After { get; set; } = _ => { };

    /// <summary>Of every operation that was taken: Running, Succeeded, Failed.</summary>
    public string Status { get; set; } = "Running";

    public object? Error { get; set; }

    public string ConnectionString => $"endpoint={_server.Urls.Single()}/;accesskey={Convert.ToBase64String(new byte[64])}";

    private int _requests;
    private int _mails;

    public static async Task<FakeCommunicationServices> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var fake = new FakeCommunicationServices(server);
        server.MapPost("/emails:send", (Delegate)fake.TakeAsync);
        server.MapGet("/emails/operations/{id:guid}", fake.State);
        await server.StartAsync();
        return fake;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Answers with an error as the service words it.</summary>
    public static Func<HttpContext, Task<bool>> Refuse(int status, string code, string message, string? retryAfter = null) => async http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        await http.Response.WriteAsJsonAsync(new { error = new { code, message } });
        return true;
    };

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        if (!http.Request.Headers.Authorization.ToString().StartsWith("HMAC-SHA256 ", StringComparison.Ordinal))
        {
            return Results.Unauthorized();
        }

        Traces.Add(http.Request.Headers.TraceParent.ToString());
        if (await Before(http))
        {
            return Results.Empty;
        }

        var id = Guid.Parse(http.Request.Headers["Operation-Id"].ToString());
        Interlocked.Increment(ref _mails);
        Taken.TryAdd(id, await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body));
        After(http);
        return http.RequestAborted.IsCancellationRequested ? Results.Empty : Results.Json(new { id, status = "Running" }, statusCode: 202);
    }

    private IResult State(Guid id) => Taken.ContainsKey(id)
        ? Results.Json(new { id, status = Status, error = Error })
        : Results.Json(new { error = new { code = "OperationNotFound", message = "No such operation." } }, statusCode: 404);
}
