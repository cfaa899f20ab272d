using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>Makes a header of the bank's files known, for every file from now on.</summary>
public sealed class AddOwnColumn(ImportRecords imports)
{
    /// <exception cref="BadInput">The name can't be taken, or there is no such column.</exception>
    /// <exception cref="RuleBroken">The name stands for a column already, or there are too many.</exception>
    public Task RunAsync(InstituteId institute, string? name, string? column, CancellationToken cancel = default)
    {
        var own = OwnColumnRules.Check(name, column);
        return imports.OwnColumns.UpdateAsync(ImportRecords.Partition(institute), OwnColumnNames.Participants, stored => Added(stored ?? OwnColumns.None, own), cancel);
    }

    private static OwnColumns Added(OwnColumns stored, OwnColumn own)
    {
        if (stored.Names.TryGetValue(own.Folded, out var column))
        {
            throw new RuleBroken("column-name-taken", new LocalizedText(
                $"Dieser Name ist schon der Spalte „{column}“ zugeordnet. Groß- und Kleinschreibung, Umlaute und Satzzeichen zählen dabei nicht. Entfernen Sie ihn dort, wenn er etwas anderes bedeuten soll.",
                $"This name is assigned to the column \"{column}\" already. Case, umlauts and punctuation don't count. Remove it there if it is to mean something else."));
        }

        return stored.Names.Count < OwnColumnRules.MaxNames ? stored.With(own) : throw OwnColumnRules.TooMany();
    }
}
