using System.Runtime.CompilerServices;

namespace See360.Hosts.Tests.Web;

/// <summary>Where the framework buffers forms in this process: it looks once, so it is said before any test runs.</summary>
internal static class UploadBuffers
{
    public static string Folder { get; } = Directory.CreateTempSubdirectory("see360-buffers-").FullName;

    [ModuleInitializer]
    internal static void Say()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", Folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
    }
}
