using See360.Core.Decisions;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Texts;

namespace See360.Api.Decisions;

/// <summary>Who has decided, as people know them.</summary>
internal sealed class DecidedByNames(OrganisationRecords organisation)
{
    private static readonly LocalizedText s_operator = new("Betrieb, beim Start des Programms", "Operator, when the program was started");

    /// <returns>By user name; who is no employee is called by the user name.</returns>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(
        InstituteId institute, IEnumerable<IDecision> decisions, Language language, CancellationToken cancel)
    {
        var names = new Dictionary<string, string>();
        foreach (var user in decisions.Select(d => d.By).Distinct())
        {
            names[user] = user == DecidedBy.Operator
                ? s_operator.In(language)
                : (await organisation.EmployeeAsync(institute, user, cancel))?.FullName ?? user;
        }

        return names;
    }
}
