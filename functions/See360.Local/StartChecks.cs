using System.Net;
using System.Net.Sockets;
using See360.Local.Storage;

namespace See360.Local;

/// <summary>What would stop the start later, looked at first: the folder and the port. A demonstration takes seconds to
/// make; nobody waits for it to read then that the port is taken.</summary>
internal static class StartChecks
{
    /// <returns>The port to listen on: the one asked for, or a free one for 0.</returns>
    /// <exception cref="FormatException">Says what is in the way and which option helps.</exception>
    public static int Pass(LocalOptions options)
    {
        MustBeWritable(options.DataFolder);
        return FreePort(options.Port);
    }

    private static void MustBeWritable(string folder)
    {
        try
        {
            Folder.Create(folder);
            var probe = Path.Combine(folder, $".write-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"The folder {folder} can't be written. Choose another with --data DIR.", e);
        }
    }

    private static int FreePort(int wanted)
    {
        using var listener = new TcpListener(IPAddress.Loopback, wanted);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException e)
        {
            throw new FormatException($"Port {wanted} can't be used: {e.Message}. Choose another with --port N.", e);
        }
    }
}
