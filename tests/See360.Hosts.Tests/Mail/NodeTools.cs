using System.Diagnostics;

namespace See360.Hosts.Tests.Mail;

/// <summary>Programs in tests/tools: what mails are checked with that is not ours.</summary>
internal static class NodeTools
{
    /// <summary>Starts a script; the caller ends it by closing its input and by <see cref="Process.Kill()"/>.</summary>
    public static Process Start(string script, params string[] arguments)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException("tests/tools is not installed: run 'npm ci' in tests/tools (./test does it).");
        }

        var start = new ProcessStartInfo("node", [Path.Combine(folder, script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("node did not start: is Node.js 20 or newer installed?");
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "See360.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "tools");
            }
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
