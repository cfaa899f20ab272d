using FsCheck;
using FsCheck.Fluent;

namespace See360.Core.Tests.Results;

internal static class Scores
{
    /// <summary>1 to 60 answers on a scale; often all the same, since that is where formulas break.</summary>
    public static Arbitrary<int[]> Arbitrary(int min, int max) => Gen.OneOf(
            Gen.Choose(min, max).NonEmptyListOf().Select(l => l.Take(60).ToArray()),
            Gen.Choose(min, max).SelectMany(_ => Gen.Choose(1, 30), (score, n) => Enumerable.Repeat(score, n).ToArray()))
        .ToArbitrary();
}
