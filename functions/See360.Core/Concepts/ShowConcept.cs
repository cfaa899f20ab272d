using See360.Core.Decisions;
using See360.Core.Institutes;

namespace See360.Core.Concepts;

/// <param name="Lock">Code of why no mail may leave; null if it may.</param>
/// <param name="History">Newest first; the latest decision is the first.</param>
/// <param name="SendingFrom">From when mails may leave; null: at once, or not at all.</param>
/// <param name="Today">In the institute's zone.</param>
public sealed record ConceptStatus(string? Lock, IReadOnlyList<ConceptDecision> History, DateOnly? SendingFrom, DateOnly Today);

/// <summary>Where the authorisation concept stands, and every decision on it.</summary>
public sealed class ShowConcept(InstituteRecords institutes, ConceptRecords records, TimeProvider clock)
{
    /// <summary>More than a bank decides in decades.</summary>
    private const int Shown = 100;

    public async Task<ConceptStatus> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var now = clock.GetUtcNow();
        var history = await new DecisionLog<ConceptDecision>(records.Decisions)
            .ReadAsync(ConceptRecords.Partition(institute), ConceptRules.Latest(bank), Shown, cancel);
        return new ConceptStatus(ConceptRules.Lock(bank, now), history, bank.ConceptAgreed?.SendingFrom, bank.DayOf(now));
    }
}
