using System.Security.Cryptography;
using See360.Core.Tokens;

namespace See360.Local;

/// <summary>The installation's secret: 32 random bytes in <c>keys/master.key</c> of the data folder, readable by the
/// owner alone. Whoever loses it loses every open survey link and the meaning of the suppression list.</summary>
internal static class MasterKey
{
    public static SecretKeys In(string dataFolder)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "keys"));
        var file = Path.Combine(folder.FullName, "master.key");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var created = new FileStream(file, options);
            created.Write(RandomNumberGenerator.GetBytes(32));
            created.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(file))
        {
            // It is there already: the usual case from the second start on.
        }

        return new SecretKeys(File.ReadAllBytes(file));
    }
}
