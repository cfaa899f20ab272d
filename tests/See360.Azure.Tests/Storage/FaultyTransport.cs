using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace See360.Azure.Tests.Storage;

/// <summary>A way to the emulator on which requests are refused and answers get lost, by a row of chances that a seed decides.</summary>
internal sealed class FaultyTransport(int seed, double refused, double lost) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    /// <summary>True: nothing gets through any more.</summary>
    public bool IsDown { get; set; }

    public int Refused { get; private set; }

    public int Lost { get; private set; }

    public TableServiceClient Tables()
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(this)) };
        options.Retry.MaxRetries = 0;
        return new TableServiceClient(Azurite.SharedConnectionString, options);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (refuse, lose) = Chance();
        if (refuse)
        {
            var status = Refused % 2 == 0 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.TooManyRequests;
            return new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(""), Headers = { { "Retry-After", "1" } } };
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (lose)
        {
            answer.Dispose();
            throw new HttpRequestException("The connection broke before the answer came.");
        }

        return answer;
    }

    private (bool Refuse, bool Lose) Chance()
    {
        lock (_lock)
        {
            var (refuse, lose) = (IsDown || _random.NextDouble() < refused, _random.NextDouble() < lost);
            (Refused, Lost) = (Refused + (refuse ? 1 : 0), Lost + (!refuse && lose ? 1 : 0));
            return (refuse, !refuse && lose);
        }
    }
}

/// <summary>A clock whose pauses are over at once.</summary>
internal sealed class WithoutPauses : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
