using See360.Core;
using See360.Core.Storage;
using See360.Testing;

namespace See360.Storage.Tests;

public sealed class StorageDocumentTests
{
    [Fact]
    public void Document_ListsEveryTableOfTheCode() => Assert.Empty(TablesOfTheCode().Except(TablesOfTheDocument()));

    [Fact]
    public void Document_ListsNoTableTwice() => Assert.Equal(TablesOfTheDocument().Distinct(), TablesOfTheDocument());

    private static IEnumerable<string> TablesOfTheDocument() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "storage.md"))
        where line.StartsWith("| `", StringComparison.Ordinal)
        orderby line.Split('`')[1]
        select line.Split('`')[1];

    /// <summary>The properties of type <see cref="Table{T}"/>, wherever they are: their owners are made from a store alone.</summary>
    private static IEnumerable<string> TablesOfTheCode() =>
        from type in typeof(CoreServices).Assembly.GetTypes()
        from property in type.GetProperties()
        where property.PropertyType is { IsGenericType: true } held && held.GetGenericTypeDefinition() == typeof(Table<>)
        let table = property.GetValue(Activator.CreateInstance(type, new InMemoryRecordStore()))
        let name = (string)table.GetType().GetProperty(nameof(Table<>.Name))!.GetValue(table)!
        orderby name
        select name;
}
