using System.Security.Cryptography;
using See360.Core.Tokens;
using See360.Local.Storage;

namespace See360.Local;

/// <summary>The installation's secret: 32 random bytes in <c>keys/master.key</c> of the data folder, readable by the
/// owner alone. Whoever loses it loses every open survey link and the meaning of the suppression list.</summary>
internal static class MasterKey
{
    public static SecretKeys In(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "keys");
        Folder.Create(folder);
        var file = Path.Combine(folder, "master.key");
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
