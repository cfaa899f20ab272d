namespace See360.Testing;

/// <summary>The exports and org charts under tests/fixtures.</summary>
public static class Fixtures
{
    private static readonly string Folder = Find();

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Folder, .. parts]);

    public static Stream Open(params ReadOnlySpan<string> parts) => File.OpenRead(Path(parts));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "See360.sln")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("See360.sln is not above the tests."), "tests", "fixtures");
    }
}
