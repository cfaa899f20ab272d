using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Participants;
using See360.Core;
using See360.Core.Organisation;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Api;

/// <summary>*Stammdaten* as they are: the org chart, and everybody in it with their account. For sales management alone.</summary>
internal static class OrganisationApi
{
    private const int LongestWord = 100;
    private const int AtOnce = 25;

    public static void MapOrganisation(this IEndpointRouteBuilder endpoints)
    {
        var organisation = endpoints.MapGroup("/api/organisation").WithTags("Organisation").RequireAuthorization(Policies.SalesManagement);
        organisation.MapGet("units", UnitsAsync);
        organisation.MapGet("people", PeopleAsync);
    }

    private static async Task<Ok<IReadOnlyList<UnitLine>>> UnitsAsync(ClaimsPrincipal user, ShowUnits show, CancellationToken cancel) =>
        TypedResults.Ok(await show.RunAsync(user.Institute(), cancel));

    private static async Task<Ok<Part<PersonView>>> PeopleAsync(
        string? unit,
        string? state,
        string? after,
        [FromHeader(Name = SearchWords.Header)] string? search,
        ClaimsPrincipal user,
        ListPeople list,
        CancellationToken cancel)
    {
        var skip = string.IsNullOrEmpty(after) ? 0
            : int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Bad("after");
        var part = await list.RunAsync(user.Institute(), Filter(SearchWords.Read(search), unit, state), skip, AtOnce, cancel);
        return TypedResults.Ok(new Part<PersonView>(
            [.. part.Items.Select(PersonView.Of)], part.Next?.ToString(CultureInfo.InvariantCulture), part.Total));
    }

    /// <param name="state"><c>present</c> or <c>left</c>, <c>none</c> for those without an account, or an account's state.</param>
    private static PeopleFilter Filter(string words, string? unit, string? state)
    {
        var filter = new PeopleFilter(words, Checked(unit, "unit"));
        return state switch
        {
            null or "" => filter,
            "present" => filter with { Left = false },
            "left" => filter with { Left = true },
            "none" => filter with { NoAccount = true, Left = false },
            _ when char.IsAsciiLetter(state[0]) && Enum.TryParse<AccountState>(state, ignoreCase: true, out var s) && Enum.IsDefined(s) =>
                filter with { Account = s },
            _ => throw Bad("state"),
        };
    }

    private static string? Checked(string? text, string field) =>
        string.IsNullOrEmpty(text) ? null : text.Length <= LongestWord ? text : throw Bad(field);

    private static BadInput Bad(string field) => new(field, "filter-invalid", new LocalizedText(
        "Diesen Filter gibt es nicht. Bitte setzen Sie die Filter zurück.",
        "There is no such filter. Please reset the filters."));
}

/// <param name="Number">Null for an account outside the list of employees.</param>
/// <param name="Role">As the bank writes it in its list.</param>
/// <param name="Photo">Whether there is a photo; it is shown only with the consent.</param>
internal sealed record PersonView(
    string UserName, int? Number, string Name, string Function, string Unit, string UnitName, string Role, bool Active,
    bool Photo, DateTimeOffset? PhotoConsentAt, AccountView? Account)
{
    public static PersonView Of(PersonLine line) => new(
        line.UserName, line.Employee?.Number, line.Employee?.FullName ?? "", line.Employee?.Function ?? "", line.Employee?.Unit ?? "", line.UnitName,
        line.Employee?.Role ?? "", line.Active, line.Employee?.Photo is not null, line.Employee?.PhotoConsentAt,
        line.Account is { } account ? new AccountView(account.State, account.Roles, account.LinkUntil, account.Locked?.At) : null);
}

/// <param name="LinkUntil">Until when an activation link is open; null: none is.</param>
internal sealed record AccountView(AccountState State, IReadOnlyList<Role> Roles, DateTimeOffset? LinkUntil, DateTimeOffset? LockedAt);
