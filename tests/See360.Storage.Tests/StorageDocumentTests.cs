using System.Reflection;
using System.Text.RegularExpressions;
using See360.Core;
using See360.Core.Storage;
using See360.Testing;

namespace See360.Storage.Tests;

/// <summary>docs/storage.md says what the code does: each table of the one is in the other, with its body, and with the
/// features that write and read it.</summary>
public sealed partial class StorageDocumentTests
{
    [Fact]
    public void Document_ListsTheTablesOfTheCodeAndNoOther() =>
        Assert.Equal(Tables().Values.Select(t => t.Name).Order(StringComparer.Ordinal), Rows().Select(r => r.Table).Order(StringComparer.Ordinal));

    [Fact]
    public void Move_KnowsTheTablesOfTheCodeAndNoOther() => Assert.Equal(Tables().Values.Select(t => t.Name).Order(StringComparer.Ordinal), RecordTables.All);

    [Fact]
    public void Document_NamesTheBodyOfEachTable()
    {
        var bodies = Tables().Values.ToDictionary(t => t.Name, t => t.Body);

        Assert.All(Rows(), row => Assert.Equal((row.Table, bodies.GetValueOrDefault(row.Table)), (row.Table, row.Body)));
    }

    [Fact]
    public void Document_NamesTheFeaturesThatWriteAndReadEachTable()
    {
        var uses = TableUse.Of(Tables().ToDictionary(t => t.Key, t => t.Value.Name));

        var code = Rows().Select(row => Line(row.Table, Features(uses, row.Table, writes: true), Features(uses, row.Table, writes: false)));
        Assert.Equal(string.Join('\n', code), string.Join('\n', Rows().Select(row => Line(row.Table, row.WrittenBy, row.ReadBy))));
    }

    private static string Line(string table, string writtenBy, string readBy) => $"{table}: {writtenBy} / {readBy}";

    private static string Features(HashSet<(string Table, string Feature, bool Writes)> uses, string table, bool writes) =>
        string.Join(", ", uses.Where(u => u.Table == table && u.Writes == writes).Select(u => u.Feature).Distinct().Order(StringComparer.Ordinal));

    private static List<Row> Rows() =>
    [
        .. from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "storage.md"))
           where line.StartsWith("| `", StringComparison.Ordinal)
           let cells = Cell().Split(line)
           select new Row(cells[1].Trim(' ', '`'), cells[4].Trim(' ', '`'), Named(cells[5]), Named(cells[6])),
    ];

    /// <summary>The features in a cell: its words in backticks.</summary>
    private static string Named(string cell) =>
        string.Join(", ", cell.Split('`').Where((_, i) => i % 2 == 1).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The properties of type <see cref="Table{T}"/>, by their getter, wherever they are: their owners are made from a store alone.</summary>
    private static Dictionary<MethodInfo, (string Name, string Body)> Tables() => (
        from type in typeof(CoreServices).Assembly.GetTypes()
        from property in type.GetProperties()
        where property.PropertyType is { IsGenericType: true } held && held.GetGenericTypeDefinition() == typeof(Table<>)
        let table = property.GetValue(Activator.CreateInstance(type, new InMemoryRecordStore()))
        let name = (string)table.GetType().GetProperty(nameof(Table<>.Name))!.GetValue(table)!
        select (property.GetMethod!, name, property.PropertyType.GetGenericArguments()[0].Name)).ToDictionary(t => t.Item1, t => (t.name, t.Name));

    /// <summary>A bar that is not escaped.</summary>
    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cell();

    private sealed record Row(string Table, string Body, string WrittenBy, string ReadBy);
}
