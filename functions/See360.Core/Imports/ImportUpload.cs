using See360.Core.Institutes;

namespace See360.Core.Imports;

/// <summary>A file that somebody wants to import.</summary>
/// <param name="FileName">As the user knows it; display only.</param>
/// <param name="By">User name, or the name of the drop folder.</param>
/// <param name="Attestation">Who attests that rows with a Kundennummer are existing customers (§ 7(3) UWG), or null.</param>
/// <param name="Columns">The user's own mapping from header to our column name; remembered for the institute's next files.</param>
public sealed record ImportUpload(
    InstituteId Institute,
    string FileName,
    Stream Content,
    string By,
    Attestation? Attestation,
    IReadOnlyDictionary<string, string>? Columns = null);

/// <param name="AlreadyThere">True if these bytes have been imported before: nothing was changed, and
/// <paramref name="Import"/> is the earlier import.</param>
public sealed record ImportRead(Import Import, bool AlreadyThere);
