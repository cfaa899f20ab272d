namespace See360.Azure.Tests;

/// <summary>The emulator of Azure Storage: one process for all tests of this assembly, started when it is first needed. Tests
/// do not meet in it: each has tables and containers with names of its own.</summary>
public sealed class Azurite
{
    private static readonly Lazy<Task<AzuriteProcess>> _process = new(AzuriteProcess.StartAsync);

    public static string SharedConnectionString => _process.Value.GetAwaiter().GetResult().ConnectionString;

    public string ConnectionString => SharedConnectionString;
}

/// <summary>For tests that want the emulator to themselves among each other.</summary>
[CollectionDefinition(Name)]
public sealed class OnAzurite : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
