namespace See360.Core.Results.Facts;

/// <summary>What a column of answers holds. One object for all blocks of a version, so that plans can be kept by it.</summary>
/// <param name="Choice">Of <see cref="ColumnPart.Chosen"/>: which choice, by its place; its answers are yes (2) and no (3).</param>
public sealed record FactColumn(AskedQuestion Asked, ColumnPart Part = ColumnPart.Answer, int Choice = 0);

public enum ColumnPart
{
    /// <summary>The score, the present level, or the choice.</summary>
    Answer,

    /// <summary>Of a level question: the wanted level.</summary>
    Desired,

    /// <summary>Of a multiple choice: whether this choice is among the chosen ones.</summary>
    Chosen,
}
