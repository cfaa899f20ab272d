using See360.Core.Results.Facts;
using See360.Core.Results.Slices;

namespace See360.Core.Results.Views;

/// <summary>The sheets that a slice is compared with.</summary>
internal static class ComparedCount
{
    /// <param name="here">What was counted of the slice itself.</param>
    /// <returns>Null: nothing is compared.</returns>
    public static FactCount<TKey>? Of<TKey>(Sliced sliced, Grouping<TKey> grouping, FactCount<TKey> here)
        where TKey : notnull
    {
        if (sliced.Compared is not { } compared)
        {
            return null;
        }

        // The rest is all but the slice, and all can be counted without asking whose each sheet is.
        return sliced.Slice.Compare == Comparison.Institute
            ? FactPass.Run(sliced.Table.Facts, compared.Filter with { Advisors = null, Units = null }, grouping).Without(here)
            : FactPass.Run(sliced.Table.Facts, compared.Filter, grouping);
    }
}
