using See360.Core.Imports;
using See360.Core.Imports.Judging;
using See360.Core.Imports.Reading;
using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Organisation;

/// <summary>Reads a file of units or employees whole: they are thousands at most. The source is kept only while it is
/// being read.</summary>
public sealed class OrganisationFile(SourceArchive archive, InstituteRecords institutes, TimeProvider time)
{
    private const int MaxFieldLength = 200;

    private static readonly ImportLimits Limits = new() { MaxRows = 50_000 };

    /// <exception cref="BadInput">The file as a whole can't be read.</exception>
    internal async Task<(IReadOnlyList<OrganisationRow> Rows, List<OrganisationFault> Faults)> ReadAsync(
        InstituteId institute, ColumnSet columns, int keyColumn, Stream content, CancellationToken cancel)
    {
        var week = IsoWeek.Of(time.GetUtcNow(), (await institutes.GetAsync(institute, cancel)).TimeZone);
        var source = await archive.StoreAsync(institute, week, content, cancel);
        try
        {
            await using var opened = await SourceReader.OpenAsync(source.File, columns, Limits, cancel: cancel);
            var rows = new List<OrganisationRow>();
            var faults = new List<OrganisationFault>();
            await foreach (var row in opened.Rows.WithCancellation(cancel))
            {
                var read = new OrganisationRow(row.Line, [.. columns.Columns.Select((_, column) => row.Field(opened.Places, column))], keyColumn);
                if (row.Shape != RowShape.Fits)
                {
                    faults.Add(read.Fault(OrganisationFaults.Shape));
                }
                else if (read.Fields.Any(field => FieldTexts.Fault(field, MaxFieldLength).Length > 0))
                {
                    faults.Add(read.Fault(OrganisationFaults.BadText));
                }
                else
                {
                    rows.Add(read);
                }
            }

            return rows.Count + faults.Count > 0 ? (rows, faults) : throw FileRefused.NoRecords();
        }
        finally
        {
            await archive.DeleteAsync(source.Name, CancellationToken.None);
        }
    }
}

/// <summary>A row by column.</summary>
internal sealed record OrganisationRow(int Line, string[] Fields, int KeyColumn)
{
    public string this[int column] => FieldTexts.Clean(Fields[column]);

    public OrganisationFault Fault(string code) => Warning(code, OrganisationFaults.Texts[code]);

    public OrganisationFault Warning(string code, LocalizedText text) => new(Line, FieldTexts.Shown(Fields[KeyColumn], 120), code, text);
}
