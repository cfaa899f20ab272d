using See360.Core.Institutes;
using See360.Core.Results.Facts;
using See360.Core.Results.Tables;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Tests.Results.Facts;
using See360.Testing;

namespace See360.Core.Tests.Results.Tables;

/// <summary>The quick way to read a sheet gives what the slow, obvious one does.</summary>
public sealed class SheetJsonTests
{
    [Fact]
    public async Task Read_AnySheet_IsAsReadTheSlowWay()
    {
        var bank = InstituteId.Parse("musterbank");
        for (var seed = 0; seed < 30; seed++)
        {
            var sheets = new RandomSheets(seed, sheets: 150);
            var plans = await PlansAsync(bank, sheets.Versions);
            foreach (var response in sheets.Responses)
            {
                var slow = StoredSheet.Of("1", response, plans.Known(response.Cycle.Survey, response.Version)!, sheets.Names);

                var quick = StoredSheet.Of(Record(response), response.Cycle, plans, sheets.Names);

                Assert.NotNull(quick);
                Assert.Equal((slow.Mark, slow.Funnel, slow.Fact is null), (quick.Mark, quick.Funnel, quick.Fact is null));
                Assert.Equal(slow.Fact?.Codes ?? [], quick.Fact?.Codes ?? []);
                Assert.Equal(WithoutCodes(slow), WithoutCodes(quick));
                Assert.Equal(slow.Comments, quick.Comments);
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    [InlineData("""{"kind":"customer","version":"1","answers":{},"completedAt":"2026-01-01T00:00:00+00:00"}""")]
    [InlineData("""{"kind":"other","version":1,"answers":{}}""")]
    [InlineData("""{"kind":"customer","version":1,"answers":{"nps":{"score":"9"}},"completedAt":"2026-01-01T00:00:00+00:00"}""")]
    [InlineData("""{"kind":"customer","version":1,"answers":{"nps":{"score":9}},"completedAt":"2026""")]
    public async Task Read_WhatTheProductDoesNotWrite_IsLeftToTheSlowWay(string body)
    {
        var sheets = new RandomSheets(1, sheets: 1);
        var plans = await PlansAsync(InstituteId.Parse("musterbank"), sheets.Versions);
        var cycle = sheets.Responses[0].Cycle with { Survey = sheets.Versions[0].Survey };

        Assert.Null(StoredSheet.Of(
            new StoredRecord("p", "2026-W46-i0003-0000017", System.Text.Encoding.UTF8.GetBytes(body), "1"), cycle, plans, new FactNames()));
    }

    private static FactBlockBuilder.Sheet WithoutCodes(StoredSheet sheet) => (sheet.Fact ?? default) with { Codes = null! };

    private static StoredRecord Record(Core.Responses.Response response) => new("p", response.Participant.ToString(), RecordJson.Write(response), "1");

    private static async Task<SheetPlans> PlansAsync(InstituteId bank, List<SurveyVersion> versions)
    {
        var surveys = new SurveyRecords(new InMemoryRecordStore());
        var plans = new SheetPlans(bank, surveys);
        foreach (var version in versions)
        {
            await surveys.Versions.InsertAsync(SurveyRecords.VersionPartition(bank, version.Survey), SurveyRecords.VersionRow(version.Number), version);
            await plans.OfAsync(version.Survey, version.Number, default);
        }

        return plans;
    }
}
