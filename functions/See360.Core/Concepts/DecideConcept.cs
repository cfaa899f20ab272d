using See360.Core.Decisions;
using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Concepts;

/// <summary>Puts a decision on the concept into effect and keeps the former one.</summary>
internal sealed class DecideConcept(InstituteRecords institutes, ConceptRecords records, TimeProvider clock)
{
    private static readonly LocalizedText s_changed = new(
        "Zum Berechtigungskonzept wurde inzwischen etwas anderes erfasst. Bitte laden Sie die Seite neu und prüfen Sie den Stand.",
        "Something else has been recorded for the authorisation concept meanwhile. Please reload the page and check.");

    /// <param name="seen">Number of the latest decision that the person has seen (0: none); null: whatever it is.</param>
    /// <param name="decide">From the institute, its latest decision and the time to the new decision, without number;
    /// null leaves everything as it is.</param>
    /// <exception cref="RuleBroken">Somebody else has decided in between.</exception>
    public async Task<ConceptDecision?> RunAsync(
        InstituteId institute, int? seen, Func<Institute, ConceptDecision?, DateTimeOffset, ConceptDecision?> decide, CancellationToken cancel)
    {
        var log = new DecisionLog<ConceptDecision>(records.Decisions);
        while (true)
        {
            var read = await institutes.Institutes.ReadAsync(InstituteRecords.Partition, institute.ToString(), cancel)
                ?? throw new InvalidOperationException("The institute is gone.");
            var latest = ConceptRules.Latest(read.Value);
            if (seen is { } number && number != (latest?.Number ?? 0))
            {
                throw new RuleBroken("concept-changed", s_changed);
            }

            if (decide(read.Value, latest, clock.GetUtcNow()) is not { } decision)
            {
                return latest;
            }

            if (latest is not null)
            {
                await log.KeepAsync(ConceptRecords.Partition(institute), latest, cancel);
            }

            decision = decision with { Number = (latest?.Number ?? 0) + 1 };
            if (await institutes.Institutes.ReplaceAsync(InstituteRecords.Partition, read, ConceptRules.Decide(read.Value, decision), cancel))
            {
                return decision;
            }
        }
    }
}
