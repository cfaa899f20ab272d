using System.Globalization;
using See360.Core.Imports.Reading;
using See360.Core.Institutes;
using See360.Core.Users;

namespace See360.Core.Organisation;

/// <summary>Everybody who works for the bank or can sign in, by last name, with their account. Reads the institute's
/// units, employees and accounts whole: thousands at most, as every import does.</summary>
public sealed class ListPeople(OrganisationRecords organisation, UserRecords users, TimeProvider time)
{
    public const int MostAtOnce = 100;

    /// <param name="skip">How many have been shown before.</param>
    public async Task<PeoplePart> RunAsync(
        InstituteId institute, PeopleFilter filter, int skip = 0, int take = 50, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var units = await organisation.UnitsAsync(institute, cancel);
        var employees = await organisation.EmployeesAsync(institute, cancel);
        var accounts = (await users.Users.ListAsync(UserRecords.Partition(institute), cancel: cancel)).ToDictionary(u => u.UserName);
        var words = filter.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(TextFolding.Fold).Where(word => word.Length > 0).ToList();

        // An account can stand outside the list of employees: the operator made it.
        var found = employees.Keys.Union(accounts.Keys)
            .Select(name => Line(name, employees.GetValueOrDefault(name), accounts.GetValueOrDefault(name), units, now))
            .Where(line => Fits(line, filter, units) && words.TrueForAll(Searched(line).Contains))
            .OrderBy(line => TextFolding.Fold(line.Employee?.LastName ?? line.UserName), StringComparer.Ordinal)
            .ThenBy(line => TextFolding.Fold(line.Employee?.FirstName ?? ""), StringComparer.Ordinal)
            .ThenBy(line => line.UserName, StringComparer.Ordinal)
            .ToList();
        var part = found.Skip(skip).Take(Math.Clamp(take, 1, MostAtOnce)).ToList();
        return new PeoplePart(part, skip + part.Count < found.Count ? skip + part.Count : null, found.Count);
    }

    private static PersonLine Line(string userName, Employee? employee, User? user, Dictionary<string, Unit> units, DateTimeOffset now) => new(
        userName, employee, employee is null ? "" : units.GetValueOrDefault(employee.Unit)?.Name ?? "",
        user is null ? null : new PersonAccount(
            AccountStates.Of(user, now), user.Roles, user is { MaySignIn: true, ActivationHash: not null } ? user.ActivationUntil : null, user.Locked));

    private static bool Fits(PersonLine line, PeopleFilter filter, Dictionary<string, Unit> units) =>
        (filter.Left is null || filter.Left == !line.Active)
        && (filter.Account is null || filter.Account == line.Account?.State)
        && (!filter.NoAccount || line.Account is null)
        && (filter.Unit is null || (line.Employee is { } employee && UnitTree.Upwards(employee.Unit, units).Contains(filter.Unit)));

    /// <summary>Folded, with a blank between the parts, so that a word is not found across two of them.</summary>
    private static string Searched(PersonLine line) => string.Join(' ', new[]
    {
        line.UserName, line.Employee?.FirstName, line.Employee?.LastName, line.Employee?.Function, line.UnitName, line.Employee?.Unit,
        line.Employee?.Number.ToString(CultureInfo.InvariantCulture),
    }.Select(part => TextFolding.Fold(part ?? "")));
}

/// <param name="Next">How many to skip for the next part; null: this was the last one.</param>
/// <param name="Total">How many the filter fits.</param>
public sealed record PeoplePart(IReadOnlyList<PersonLine> Items, int? Next, int Total);

/// <param name="Employee">Null for an account outside the list of employees.</param>
/// <param name="Account">Null for an employee without one: neither a specialism nor a role gives one.</param>
public sealed record PersonLine(string UserName, Employee? Employee, string UnitName, PersonAccount? Account)
{
    public bool Active => Employee?.Active ?? Account?.State != AccountState.Inactive;
}

/// <param name="LinkUntil">Until when an activation link is open, also while a password is there; null: none is.</param>
public sealed record PersonAccount(AccountState State, IReadOnlyList<Role> Roles, DateTimeOffset? LinkUntil, AccountLock? Locked);
