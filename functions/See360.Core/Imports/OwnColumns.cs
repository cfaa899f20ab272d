namespace See360.Core.Imports;

/// <summary>What an institute calls its columns.</summary>
/// <param name="Names">From the folded header to the name of the column in our templates.</param>
/// <param name="Written">From the folded header to how the bank writes it; older records lack it.</param>
public sealed record OwnColumns(IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string>? Written = null)
{
    public static OwnColumns None { get; } = new(new Dictionary<string, string>());

    public IEnumerable<OwnColumn> All() => Names.Select(name => new OwnColumn(Written?.GetValueOrDefault(name.Key) ?? name.Key, name.Value));

    public OwnColumns With(OwnColumn own) => new(Put(Names, own.Folded, own.Column), Put(Written, own.Folded, own.Name));

    public OwnColumns Without(string folded) => new(Drop(Names, folded), Drop(Written, folded));

    private static Dictionary<string, string> Put(IReadOnlyDictionary<string, string>? of, string key, string value) =>
        new(of ?? new Dictionary<string, string>()) { [key] = value };

    private static Dictionary<string, string> Drop(IReadOnlyDictionary<string, string>? of, string key) =>
        (of ?? new Dictionary<string, string>()).Where(entry => entry.Key != key).ToDictionary();
}
