using See360.Core.Institutes;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Responses;

public sealed class ReviewLinksTests
{
    private static readonly LocalizedText Label = new("Bewerten", "Review");

    [Fact]
    public void For_AnyScore_NamesTheSameGoogleLinkAtTheSamePlace()
    {
        ReviewLink[] links =
        [
            new("Gute Banken", "https://bewertung.example/", Label, PromotersOnly: false),
            new("Google", "https://g.page/r/abc", Label, PromotersOnly: true),
        ];

        Assert.All(Enumerable.Range(0, 11), score => Assert.Equal(links, For(links, score)));
        Assert.Equal(links, For(links, null));
    }

    [Theory]
    [InlineData("https://www.google.com/maps/place/x")]
    [InlineData("https://search.google.de/local/writereview")]
    [InlineData("https://maps.app.goo.gl/x")]
    [InlineData("https://g.page/r/x/review")]
    [InlineData("https://g.co/kgs/x")]
    public void For_GoogleUnderAnotherName_IsRecognisedByItsAddress(string url) =>
        Assert.Single(For([new ReviewLink("Kartendienst", url, Label, PromotersOnly: true)], 0));

    [Theory]
    [InlineData(8, 0)]
    [InlineData(9, 1)]
    [InlineData(null, 0)]
    public void For_PortalRestrictedToPromoters_AppearsFromNineOn(int? score, int expected) =>
        Assert.Equal(expected, For([new ReviewLink("Gute Banken", "https://bewertung.example/", Label, PromotersOnly: true)], score).Count);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://bewertung.example/")]
    [InlineData("bewertung")]
    public void For_AddressThatIsNotHttps_IsLeftOut(string url) =>
        Assert.Empty(For([new ReviewLink("Portal", url, Label, PromotersOnly: false)], 10));

    private static IReadOnlyList<ReviewLink> For(ReviewLink[] links, int? score)
    {
        var version = new SurveyVersion(
            SurveyId.Parse("beratung"), 1, default, new RatingScale(1, 5, Label, Label), Label, Label, [new Question("nps", QuestionKind.Nps, Label)]);
        var answers = new Dictionary<string, Answer>();
        if (score is not null)
        {
            answers["nps"] = new Answer(score);
        }

        return ReviewLinks.For(links, version, answers);
    }
}
