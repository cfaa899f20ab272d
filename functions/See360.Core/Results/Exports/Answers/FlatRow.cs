using See360.Core.Results.Facts;

namespace See360.Core.Results.Exports;

/// <summary>An answer sheet: where it stands in the columns of its block. A batch of a confidential survey is made of sheets that nobody gave.</summary>
internal readonly record struct FlatRow(FactBlock Block, int Row, AnswerLayout Layout);
