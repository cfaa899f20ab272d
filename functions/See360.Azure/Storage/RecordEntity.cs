using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using See360.Core.Storage;

namespace See360.Azure.Storage;

/// <summary>A record as an entity: the body in binary properties <c>b0</c>, <c>b1</c>, … of 64 KiB each (the most that a
/// property takes), the write that made it in <c>w</c>, the version is the entity's ETag.</summary>
internal static partial class RecordEntity
{
    private const int PropertyBytes = 64 * 1024;
    private const string WriteProperty = "w";

    private static readonly ETag _never = new("W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"");

    public static TableEntity Write(string partition, string row, ReadOnlyMemory<byte> body, Guid write)
    {
        var entity = new TableEntity(partition, row) { [WriteProperty] = write };
        for (var (i, at) = (0, 0); at < body.Length; i++, at += PropertyBytes)
        {
            entity[Name(i)] = body.Slice(at, Math.Min(PropertyBytes, body.Length - at)).ToArray();
        }

        return entity;
    }

    public static StoredRecord Read(TableEntity entity) => new(entity.PartitionKey, entity.RowKey, Body(entity), entity.ETag.ToString());

    public static Guid? WriteOf(TableEntity entity) => entity.GetGuid(WriteProperty);

    /// <summary>The condition of a replace or delete. What no entity ever had as its version must not become a header
    /// (spaces around it would be cut off, <c>*</c> fits everything): then it is one that fits nothing.</summary>
    public static ETag ETag(string version) => ETagText().IsMatch(version) ? new(version) : _never;

    private static byte[] Body(TableEntity entity)
    {
        if (entity.GetBinary(Name(0)) is not { } first)
        {
            return [];
        }

        if (first.Length < PropertyBytes)
        {
            return first;
        }

        using var body = new MemoryStream(2 * PropertyBytes);
        for (var i = 0; entity.GetBinary(Name(i)) is { } part; i++)
        {
            body.Write(part);
        }

        return body.ToArray();
    }

    private static string Name(int part) => "b" + part.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^W/\"datetime'[0-9A-Za-z%:.-]{1,80}'\"$(?!\\n)")]
    private static partial Regex ETagText();
}
