using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace See360.Benchmarks;

/// <summary>Chromium by its own protocol (DevTools), with nothing else in its pages: a browser driver puts scripts and a
/// world of its own into each, which a slow processor spends a tenth of a second on.</summary>
internal sealed class Chrome : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";

    private readonly string _profile = Directory.CreateTempSubdirectory("see360-chromium-").FullName;
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _answers = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private Process _process = null!;
    private Task _reading = Task.CompletedTask;
    private int _id;

    /// <summary>Session, method and parameters of each event.</summary>
    public event Action<string, string, JsonNode>? Happened;

    public static async Task<Chrome> StartAsync()
    {
        var chrome = new Chrome();
        var program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.First(File.Exists);
        chrome._process = Process.Start(new ProcessStartInfo(program,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--remote-debugging-port=0", "--user-data-dir=" + chrome._profile, "about:blank",
        ])
        { RedirectStandardError = true })!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        chrome._process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Announcement, StringComparison.Ordinal) == true)
            {
                listening.TrySetResult(new Uri(line.Data[Announcement.Length..]));
            }
        };
        chrome._process.BeginErrorReadLine();
        await chrome._socket.ConnectAsync(await listening.Task.WaitAsync(TimeSpan.FromSeconds(60)), CancellationToken.None);
        chrome._reading = chrome.ReadAsync();
        return chrome;
    }

    /// <param name="session">Of a page; empty for the browser.</param>
    public async Task<JsonNode> CallAsync(string session, string method, object? parameters = null)
    {
        var id = Interlocked.Increment(ref _id);
        var answer = _answers[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = JsonSerializer.SerializeToNode(parameters ?? new { }) };
        if (session.Length > 0)
        {
            message["sessionId"] = session;
        }

        await _oneAtATime.WaitAsync();
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        _oneAtATime.Release();
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        _socket.Dispose();
        _oneAtATime.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                message.Write(buffer.AsSpan(0, part.Count));
                if (!part.EndOfMessage)
                {
                    continue;
                }

                Take(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!);
                message.SetLength(0);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The browser is being closed.
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is not { } id)
        {
            Happened?.Invoke((string?)message["sessionId"] ?? "", (string)message["method"]!, message["params"]!);
        }
        else if (_answers.TryRemove((int)id, out var answer))
        {
            if (message["error"] is { } error)
            {
                answer.SetException(new InvalidOperationException(error.ToJsonString()));
            }
            else
            {
                answer.SetResult(message["result"]!);
            }
        }
    }
}
