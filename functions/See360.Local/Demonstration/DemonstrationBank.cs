using See360.Core;
using See360.Core.Concepts;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Storage;
using See360.Core.Users;
using See360.Local.Mail;

namespace See360.Local.Demonstration;

/// <summary>Makes the demonstration bank on an empty store, on a clock of its own, through the product's own use cases.</summary>
internal sealed class DemonstrationBank(IServiceProvider host)
{
    /// <param name="pastYears">With <see cref="DemonstrationHistory"/>.</param>
    public async Task BuildAsync(Action<string> progress, bool pastYears, CancellationToken cancel = default)
    {
        var now = host.GetRequiredService<TimeProvider>().GetUtcNow();
        var lived = now.AddDays(-7 * (DemonstrationExports.Weeks + 1));
        var since = lived.AddDays(-7 * DemonstrationHistory.Weeks);
        var clock = new DemonstrationClock(since);
        await using var services = Services(clock);
        var bank = DemonstrationPeople.Bank(since);
        await services.GetRequiredService<InstituteRecords>().Institutes.InsertAsync(InstituteRecords.Partition, bank.Id.ToString(), bank, cancel);
        await services.GetRequiredService<AgreeConcept>().RunAsync(
            bank.Id, DemonstrationPeople.Agreement(bank.DayOf(since)), DemonstrationPeople.SalesManagement, seen: 0, cancel);
        await OrganisationAsync(services, bank.Id, cancel);
        await new DemonstrationSurveys(services).CreateAsync(bank.Id, cancel);
        if (pastYears)
        {
            await new DemonstrationHistory(services, bank).RunAsync(IsoWeek.Of(now, bank.TimeZone), cancel);
        }

        clock.MoveTo(lived);
        await new DemonstrationWeeks(services, clock).RunAsync(bank, now, progress, cancel);
        await UsersAsync(services, bank.Id, cancel);
    }

    /// <summary>Core once more, on the host's stores and secrets, with a clock and a carrier of its own.</summary>
    private ServiceProvider Services(TimeProvider clock) => new ServiceCollection()
        .AddSee360Core()
        .AddSingleton(host.GetRequiredService<IRecordStore>())
        .AddSingleton(host.GetRequiredService<IFileStore>())
        .AddSingleton(host.GetRequiredService<Core.Tokens.SecretKeys>())
        .AddSingleton(host.GetRequiredService<IPasswordHash>())
        .AddSingleton(host.GetRequiredService<Microsoft.Extensions.Options.IOptions<MailOptions>>())
        .AddSingleton<IMailer>(new DeliveredMailer(host.GetRequiredService<IMailer>() as OutboxMailer))
        .AddSingleton(clock)
        .AddLogging()
        .BuildServiceProvider();

    private static async Task OrganisationAsync(IServiceProvider services, InstituteId institute, CancellationToken cancel)
    {
        await using var units = DemonstrationExports.Units();
        await using var employees = DemonstrationExports.Employees();
        Applied(await services.GetRequiredService<ImportUnits>().RunAsync(institute, units, preview: false, cancel));
        Applied(await services.GetRequiredService<ImportEmployees>().RunAsync(institute, employees, preview: false, cancel: cancel));
    }

    private static void Applied(OrganisationImport import)
    {
        if (!import.Applied)
        {
            throw new InvalidOperationException($"The demonstration's organisation has faults: {import.Faults[0].Code}.");
        }
    }

    /// <summary>Everybody's password is the printed one; it is hashed once, because a good hash takes its time.</summary>
    private static async Task UsersAsync(IServiceProvider services, InstituteId institute, CancellationToken cancel)
    {
        await services.GetRequiredService<SyncUsers>().RunAsync(institute, cancel);
        var hash = services.GetRequiredService<IPasswordHash>().Hash(DemonstrationPeople.Password);
        var users = services.GetRequiredService<UserRecords>();
        foreach (var user in await users.Users.ListAsync(UserRecords.Partition(institute), cancel: cancel))
        {
            await users.Users.UpdateAsync(UserRecords.Partition(institute), UserRecords.Row(user.UserName), u => u! with { PasswordHash = hash }, cancel);
        }
    }
}
