using System.Runtime.CompilerServices;

namespace See360.Core.Imports.Reading;

/// <summary>Numbers the records behind a header and leaves out what is none: blank lines and closing totals.</summary>
public static class RowStream
{
    /// <param name="reader">Stands behind the header.</param>
    public static async IAsyncEnumerable<SourceRow> ReadAsync(
        IFieldReader reader, int columns, ImportLimits limits, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var ordinal = 0;
        var held = new List<(string[] Fields, int Line)>();
        while (await reader.NextAsync(cancel) is { } fields)
        {
            if (RowRules.IsBlank(fields))
            {
                continue;
            }

            // A total is one only if nothing but totals follows: until then it waits.
            if (held.Count < 10 && RowRules.LooksLikeTotal(fields))
            {
                held.Add((fields, reader.Line));
                continue;
            }

            foreach (var waiting in held)
            {
                yield return Number(waiting.Fields, waiting.Line);
            }

            held.Clear();
            yield return Number(fields, reader.Line);
        }

        SourceRow Number(string[] fields, int line)
        {
            if (++ordinal > limits.MaxRows)
            {
                throw FileRefused.TooManyRows(limits.MaxRows);
            }

            var (fitted, shape) = RowRules.Fit(fields, columns);
            return new SourceRow(ordinal, line, fitted, shape);
        }
    }
}
