using See360.Core.Results.Slices;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Core.Results.Reports;

/// <param name="Unit">Whose sum it is about; null: the institute.</param>
internal sealed record ReportRecipient(ResultReader Reader, string? Unit);

/// <summary>Who gets a report, and about whom.</summary>
internal static class ReportRecipients
{
    /// <summary>Everybody with one of the roles who can sign in: the mail shows nothing that his pages don't.</summary>
    public static IEnumerable<ReportRecipient> Of(ReportSchedule schedule, IEnumerable<User> users, OrganisationChart chart)
    {
        foreach (var user in users.Where(u => u.MaySignIn && u.Roles.Any(schedule.Roles.Contains)).OrderBy(u => u.UserName, StringComparer.Ordinal))
        {
            var reader = new ResultReader(chart.Institute.Id, user.UserName, [.. user.Roles.Where(schedule.Roles.Contains)], Language.De);
            if (ResultScope.Of(reader, chart).Comments == CommentScope.Institute)
            {
                yield return new ReportRecipient(reader, null);
            }
            else if (ResultScope.Headed(user.UserName, chart.Employees.GetValueOrDefault(user.UserName), chart.Units).FirstOrDefault() is { } unit)
            {
                yield return new ReportRecipient(reader, unit == chart.Top ? null : unit);
            }
        }
    }
}
