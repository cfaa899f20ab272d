using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Surveys;

public sealed class SurveyNamesTests
{
    private static readonly List<Survey> s_surveys =
    [
        .. DefaultSurveys.All.Select(d => new Survey(
            d.Id, d.Number!.Value, d.Kind, d.Name!, d.ImportNames!, 1, new SurveyRules(), d.Confidentiality, d.AsksSelfImage, d.SetId)),
    ];

    [Theory]
    [InlineData("Beratung", "beratung")]
    [InlineData(" beratung ", "beratung")]
    [InlineData("BAUFINANZIERUNG", "baufinanzierung")]
    [InlineData("Baufi", "baufinanzierung")]
    [InlineData("Vermögensanlage", "vermoegensanlage")]
    [InlineData("Vermo\u0308gensanlage", "vermoegensanlage")]
    [InlineData("Vermoegens-Anlage", "vermoegensanlage")]
    [InlineData("Vermogensanlage", "vermoegensanlage")]
    [InlineData("Auslandsgeschäft", "auslandsgeschaeft")]
    [InlineData("AUSLANDSGESCHAEFT", "auslandsgeschaeft")]
    [InlineData("Real estate", "immobilien")]
    public void Find_NameInAnySpelling_IsFound(string name, string id) =>
        Assert.Equal(id, SurveyNames.Find(s_surveys, name)?.Id.ToString());

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\ufffe')]
    public void Find_WhatIsNoCharacter_IsPassedOver(char broken) =>
        Assert.Equal("beratung", SurveyNames.Find(s_surveys, $"Bera{broken}tung")?.Id.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("  -- ")]
    [InlineData("Leasing")]
    [InlineData("Beratungen")]
    public void Find_OtherName_IsNull(string name) => Assert.Null(SurveyNames.Find(s_surveys, name));

    [Fact]
    public void Find_ImportNameOfOneAndNameOfAnother_ImportNameWins()
    {
        List<Survey> surveys =
        [
            s_surveys[0] with { Name = new LocalizedText("Filiale", "Branch"), ImportNames = [] },
            s_surveys[1] with { ImportNames = ["Filiale"] },
        ];

        Assert.Equal("baufinanzierung", SurveyNames.Find(surveys, "filiale")?.Id.ToString());
    }

    [Fact]
    public void DefaultSurveys_NoImportName_NamesTwo() =>
        Assert.All(s_surveys, s => Assert.All(s.ImportNames, name => Assert.Single(s_surveys, other => SurveyNames.Find([other], name) is not null)));
}
