using System.Text.Json;
using See360.Core.Responses;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Tests.Responses;

/// <summary>tests/fixtures/journeys.json is the truth that the server and the survey page share; the page's own tests
/// run the same vectors.</summary>
public sealed class JourneyVectorsTests
{
    private static readonly Vectors s_vectors = JsonSerializer.Deserialize<Vectors>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "journeys.json")), RecordJson.Options)!;

    public static TheoryData<string> Names => [.. s_vectors.Journeys.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Journey_OfVector_IsAsWritten(string name)
    {
        var vector = s_vectors.Journeys.Single(v => v.Name == name);

        var journey = Journey.Of(s_vectors.Surveys[vector.Survey], vector.Answers);

        Assert.Equal(vector.Path, journey.Path);
        Assert.Equal(vector.Next, journey.Next);
        Assert.Equal(vector.Complete, journey.IsComplete);
        Assert.Equal(vector.OffPath, journey.OffPath);
    }

    private sealed record Vectors(Dictionary<string, Question[]> Surveys, Vector[] Journeys);

    private sealed record Vector(
        string Name, string Survey, Dictionary<string, Answer> Answers, string[] Path, string? Next, bool Complete, string[] OffPath);
}
