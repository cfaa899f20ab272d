using See360.Core.Results.Facts;
using See360.Core.Results.Statistics;

namespace See360.Core.Tests.Results.Facts;

public sealed class PartSumsTests
{
    /// <summary>More sheets than the vectors hold, in slices that end anywhere; up to as many columns as a byte can't hold.</summary>
    [Theory]
    [InlineData(2, 5)]
    [InlineData(25, 10)]
    [InlineData(72, 10)]
    public void Add_AnySlices_AddsUpEverySheetOnce(int members, int highest)
    {
        var random = new Random(members);
        var sums = new PartSums([.. Enumerable.Range(0, members)], highest, parts: 3);
        var expected = new CustomerSums[3];
        foreach (var rows in new[] { 1, 31, 32, 5_000, 9_999, 961, 20_000 })
        {
            var columns = Enumerable.Range(0, members).Select(_ => new byte[FactBlock.Padded(rows)]).ToArray();
            var parts = new int[rows];
            for (var row = 0; row < rows; row++)
            {
                parts[row] = random.Next(3);
                var (count, sum) = (0, 0);
                foreach (var column in columns)
                {
                    // Mostly the highest: that is what overflows.
                    column[row] = random.Next(9) == 0 ? (byte)random.Next(2) : AnswerCode.OfScore(random.Next(4) > 0 ? highest : random.Next(highest + 1));
                    (count, sum) = column[row] >= AnswerCode.First ? (count + 1, sum + AnswerCode.Score(column[row])) : (count, sum);
                }

                expected[parts[row]] += count > 0 ? CustomerSums.Of(count, sum) : default;
            }

            sums.Add(columns, 0, parts);
        }

        Assert.Equal(expected, Enumerable.Range(0, 3).Select(sums.Of));
    }
}
