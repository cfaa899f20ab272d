using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace See360.Azure.Tests.Hosting;

/// <summary>Requests of a size or shape that nobody sends by mistake, through the gateway: refused with a problem, and the next one is
/// answered as ever.</summary>
public sealed class OversizedTests : IAsyncDisposable
{
    private readonly GatewayApplication _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Body_WithoutALength_IsCutOffAt413()
    {
        using var content = new StreamContent(new Endless(20_000_000)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session") { Content = content, Headers = { TransferEncodingChunked = true } };

        await AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, request);
    }

    [Theory]
    [InlineData("/api/session"), InlineData("/api/survey/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/complete"), InlineData("/api/unsubscribe/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Body_LargerThanAllowed_Is413(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[300 * 1024]) };

        await AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, request);
    }

    [Fact]
    public async Task Body_NestedWithoutEnd_Is400()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session")
        {
            Content = new StringContent("{\"institute\":" + new string('[', 100_000), Encoding.UTF8, "application/json"),
        };

        await AssertProblemAsync(HttpStatusCode.BadRequest, request);
    }

    [Fact]
    public async Task Headers_Thousands_Are431()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        for (var n = 0; n < 2_000; n++)
        {
            request.Headers.Add($"X-Bomb-{n}", "0123456789");
        }

        await AssertProblemAsync(HttpStatusCode.RequestHeaderFieldsTooLarge, request);
    }

    [Theory]
    [InlineData("Cookie"), InlineData("If-None-Match"), InlineData("Accept-Language"), InlineData("X-See360-Csrf")]
    public async Task Header_OneOfSixtyKilobytes_Is431(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.TryAddWithoutValidation(name, new string('a', 60_000));

        await AssertProblemAsync(HttpStatusCode.RequestHeaderFieldsTooLarge, request);
    }

    [Fact]
    public async Task Path_OfFortyKilobytes_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/survey/" + new string('a', 40_000));

        await AssertProblemAsync(HttpStatusCode.RequestHeaderFieldsTooLarge, request);
    }

    [Fact]
    public async Task Cookie_OfManyPieces_IsNoSession()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        request.Headers.Add("Cookie", "see360=chunks-9999; " + string.Join("; ", Enumerable.Range(1, 200).Select(n => $"see360C{n}=AAAA")));

        await AssertProblemAsync(HttpStatusCode.Unauthorized, request);
    }

    private async Task AssertProblemAsync(HttpStatusCode expected, HttpRequestMessage request)
    {
        using var client = _app.Client();
        using var answer = await client.SendAsync(request);
        using var after = await client.GetAsync("/api/health");

        Assert.Equal((expected, HttpStatusCode.OK), (answer.StatusCode, after.StatusCode));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>So many bytes that nobody keeps.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _read);
            buffer.AsSpan(offset, read).Fill((byte)' ');
            _read += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
