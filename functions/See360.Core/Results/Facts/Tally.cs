using System.Numerics;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Facts;

/// <summary>What a pass has found of one group of columns on one scale: everything that measures are computed of.</summary>
public sealed class Tally
{
    private readonly long[] _counts = new long[AnswerCode.Scores];

    /// <summary>By <see cref="AnswerCode"/>.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>By customer, over all columns of the group; choices and *kann ich nicht beurteilen* are not in it.</summary>
    public CustomerSums Sums { get; private set; }

    /// <summary>*kann ich nicht beurteilen*.</summary>
    public long CannotJudge => _counts[AnswerCode.CannotJudge];

    /// <summary>Answers with this code, e.g. of a choice.</summary>
    public int Of(byte code) => checked((int)_counts[code]);

    /// <summary>Answers by step of the scale.</summary>
    public Distribution Distribution(ScoreScale scale)
    {
        var distribution = new Distribution(scale.Min, scale.Max);
        for (var score = scale.Min; score <= scale.Max; score++)
        {
            distribution.Add(score, Of(AnswerCode.OfScore(score)));
        }

        return distribution;
    }

    public Measure Mean(ScoreScale scale) => Statistics.Mean.Of(Sums, scale.Min, scale.Max);

    internal void Add<TCount>(ReadOnlySpan<TCount> counts)
        where TCount : IBinaryInteger<TCount>
    {
        for (var code = 0; code < _counts.Length; code++)
        {
            _counts[code] += long.CreateChecked(counts[code]);
        }
    }

    internal void Add(CustomerSums sums) => Sums += sums;

    /// <param name="times">1 for other sheets; −1 takes sheets away that are in it.</param>
    internal void Add(Tally other, int times = 1)
    {
        for (var code = 0; code < _counts.Length; code++)
        {
            _counts[code] += other._counts[code] * times;
        }

        Add(other.Sums * times);
    }
}
