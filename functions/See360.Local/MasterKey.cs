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
        Keep(dataFolder, RandomNumberGenerator.GetBytes(32));
        return new SecretKeys(Present(dataFolder)!);
    }

    public static byte[]? Present(string dataFolder) => File.Exists(FileIn(dataFolder)) ? File.ReadAllBytes(FileIn(dataFolder)) : null;

    /// <summary>Unless there is one already.</summary>
    public static void Keep(string dataFolder, byte[] key)
    {
        var file = FileIn(dataFolder);
        Folder.Create(Path.GetDirectoryName(file)!);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var created = new FileStream(file, options);
            created.Write(key);
            created.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(file))
        {
            // It is there already: the usual case from the second start on.
        }
    }

    private static string FileIn(string dataFolder) => Path.Combine(dataFolder, "keys", "master.key");
}
