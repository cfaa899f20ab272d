using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace See360.Benchmarks;

/// <summary>One kept connection that sends prepared HTTP/1.1 requests and reads answers of known length or in chunks.
/// Cheap, so that the server is measured and not the client.</summary>
internal sealed class LoopbackClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];

    public static async Task<LoopbackClient> ConnectAsync(Uri address)
    {
        var client = new LoopbackClient();
        await client._socket.ConnectAsync(address.Host, address.Port);
        return client;
    }

    /// <returns>The status of the answer, once all of it has arrived.</returns>
    /// <exception cref="InvalidDataException">The connection ended, or the answer is larger than is read here.</exception>
    public async Task<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var read = 0;
        while (!IsComplete(_buffer.AsSpan(0, read)))
        {
            var more = read < _buffer.Length ? await _socket.ReceiveAsync(_buffer.AsMemory(read)) : 0;
            read += more > 0 ? more : throw new InvalidDataException("No complete answer.");
        }

        return int.Parse(Encoding.ASCII.GetString(_buffer, "HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var headEnd = answer.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return false;
        }

        var body = answer[(headEnd + 4)..];
        var name = "\r\nContent-Length: "u8;
        var at = answer[..headEnd].IndexOf(name);
        if (at < 0)
        {
            return body.EndsWith("0\r\n\r\n"u8);
        }

        var value = answer[(at + name.Length)..(headEnd + 2)];
        return body.Length >= int.Parse(value[..value.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
