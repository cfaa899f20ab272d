using See360.Core.Storage;
using See360.Testing;

namespace See360.Api.Tests;

/// <summary>Where an application under test keeps things: in memory. The tests of other editions run this suite with stores
/// of theirs in place of this file.</summary>
internal static class TestStores
{
    public static IRecordStore Records() => new InMemoryRecordStore();

    public static IFileStore Files() => new InMemoryFileStore();
}
