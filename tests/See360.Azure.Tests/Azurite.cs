namespace See360.Azure.Tests;

/// <summary>The emulator of Azure Storage: processes for all tests of this assembly, started when they are first needed. Tests
/// do not meet in them: each has tables and containers with names of its own.</summary>
public sealed class Azurite
{
    private static readonly Lazy<Task<AzuriteProcess>> _process = new(AzuriteProcess.StartAsync);

    /// <summary>A process answers one request after the other, and most requests are those of applications under test.</summary>
    private static readonly Lazy<Task<AzuriteProcess>> _forApplications = new(AzuriteProcess.StartAsync);

    private static int _applications;

    public static string SharedConnectionString => Of(_process);

    /// <summary>In turn that of one process and of the other.</summary>
    public static string NextConnectionString => Of(Interlocked.Increment(ref _applications) % 2 == 0 ? _process : _forApplications);

    public string ConnectionString => SharedConnectionString;

    private static string Of(Lazy<Task<AzuriteProcess>> process) => process.Value.GetAwaiter().GetResult().ConnectionString;
}

/// <summary>For tests that want the emulator to themselves among each other.</summary>
[CollectionDefinition(Name)]
public sealed class OnAzurite : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
