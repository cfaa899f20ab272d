using System.Globalization;
using See360.Core.Institutes;

namespace See360.Core.Organisation;

/// <summary>Gives numbers that stand for employees in tokens. Each is given once, also if two imports run at once:
/// whoever inserts the number has it. A crash leaves a gap, never a double.</summary>
public sealed class EmployeeNumbers(OrganisationRecords organisation)
{
    /// <param name="after">The highest number known to be given.</param>
    public async Task<int> NextAsync(InstituteId institute, string userName, int after, CancellationToken cancel = default)
    {
        for (var number = after + 1; ; number++)
        {
            var row = number.ToString("D7", CultureInfo.InvariantCulture);
            if (await organisation.Numbers.InsertAsync(OrganisationRecords.Partition(institute), row, new EmployeeNumber(userName), cancel))
            {
                return number;
            }
        }
    }
}

/// <summary>To whom a number was given.</summary>
public sealed record EmployeeNumber(string UserName);
