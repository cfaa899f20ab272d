using System.Security.Claims;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Users;

namespace See360.Api.Access;

/// <summary>What a page learns of its own session.</summary>
internal sealed class SessionViews(InstituteRecords institutes, OrganisationRecords organisation, IEnumerable<IOutbox> outbox)
{
    public async Task<SessionView> OfAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var institute = await institutes.GetAsync(user.Institute(), cancel);
        var employee = await organisation.EmployeeAsync(institute.Id, user.UserName(), cancel);
        return new SessionView(
            new SessionInstitute(institute.Id, institute.Name, institute.AccentColour, institute.IsDemonstration, institute.TimeZone),
            new SessionUser(user.UserName(), employee?.FullName ?? user.UserName(), [.. Enum.GetValues<Role>().Where(user.Has)]),
            user.Value(SessionClaims.Csrf),
            outbox.Any(),
            PasswordRules.Shortest);
    }
}

/// <param name="Csrf">To be sent as X-See360-Csrf with every request that changes something.</param>
/// <param name="HasOutbox">The page *Postausgang* is there.</param>
internal sealed record SessionView(SessionInstitute Institute, SessionUser User, string Csrf, bool HasOutbox, int MinimumPasswordLength);

/// <param name="TimeZone">IANA name: pages show every time in it, wherever the browser is.</param>
internal sealed record SessionInstitute(InstituteId Id, string Name, string AccentColour, bool IsDemonstration, string TimeZone);

internal sealed record SessionUser(string UserName, string Name, IReadOnlyList<Role> Roles);
