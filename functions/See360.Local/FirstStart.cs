using System.Diagnostics;
using See360.Core.Concepts;
using See360.Core.Decisions;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Surveys;
using See360.Core.Users;
using See360.Local.Demonstration;

namespace See360.Local;

/// <summary>What a start does before the product is ready: the demonstration on an empty folder, or a bank of one's own.</summary>
internal sealed class FirstStart(string dataFolder, IServiceProvider services)
{
    /// <summary>There while the demonstration is being made: a start that finds it begins again.</summary>
    private readonly string _marker = MarkerIn(dataFolder);

    private readonly InstituteRecords _institutes = services.GetRequiredService<InstituteRecords>();

    /// <summary>On an empty folder, unless the command line says otherwise.</summary>
    public async Task<bool> WantsDemonstrationAsync(LocalOptions options) =>
        !options.Empty && options.NewInstitute is null && (await _institutes.AllAsync()).Count == 0;

    public static bool IsUnfinished(string dataFolder) => File.Exists(MarkerIn(dataFolder));

    /// <summary>Removes a half-made demonstration. Must run before the stores are opened.</summary>
    public static void CleanUp(string dataFolder)
    {
        if (!IsUnfinished(dataFolder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(dataFolder, "see360.db*"))
        {
            File.Delete(file);
        }

        var files = Path.Combine(dataFolder, "files");
        if (Directory.Exists(files))
        {
            Directory.Delete(files, recursive: true);
        }
    }

    /// <param name="pastYears">With the two years before the weeks that it lives through.</param>
    public async Task DemonstrateAsync(TextWriter output, bool pastYears = true)
    {
        var watch = Stopwatch.StartNew();
        await File.WriteAllTextAsync(_marker, "");
        await output.WriteAsync("Making the demonstration bank:");
        await new DemonstrationBank(services).BuildAsync(week => output.Write($" {week}"), pastYears);
        File.Delete(_marker);
        await output.WriteLineAsync($" ({watch.Elapsed.TotalSeconds:F0} s)");
    }

    /// <summary>Creates the institute if it is not there, and sets what the command line names.</summary>
    public async Task CreateAsync(NewInstitute wanted, TextWriter output)
    {
        var id = wanted.Id;
        var all = await _institutes.AllAsync();
        CheckNumber(wanted, all);
        await _institutes.Institutes.UpdateAsync(InstituteRecords.Partition, id.ToString(), known =>
        {
            var institute = known ?? Institute.With(id, wanted.Number ?? all.Select(i => i.Number).DefaultIfEmpty(0).Max() + 1, wanted.Name ?? id.ToString());
            return institute with
            {
                Name = wanted.Name ?? institute.Name,
                MailDomain = wanted.MailDomain ?? institute.MailDomain,
            };
        });
        if (wanted.ConceptAgreedBy is { } with
            && await services.GetRequiredService<AgreeConcept>().RunOnceAsync(id, with) is { Step: ConceptStep.Withdrawn })
        {
            await output.WriteLineAsync("The agreement on the concept has been withdrawn on the page Freigaben. A new one is recorded there.");
        }

        foreach (var survey in await services.GetRequiredService<CreateDefaultSurveys>().CreateAsync(id))
        {
            if (wanted.ApproveSurveys)
            {
                await services.GetRequiredService<ApproveSurvey>().ApproveOnceAsync(id, survey.Id, DecidedBy.Operator);
            }
        }

        if (wanted.Admin is { } admin)
        {
            await InviteAsync(id, admin, output);
        }
    }

    /// <summary>Links that are out lead to a bank by its number: it is given once, to one bank.</summary>
    /// <exception cref="FormatException">Another bank has it, or this one has another.</exception>
    private static void CheckNumber(NewInstitute wanted, IReadOnlyList<Institute> all)
    {
        if (wanted.Number is not { } number)
        {
            return;
        }

        if (all.FirstOrDefault(i => i.Id == wanted.Id) is { } known && known.Number != number)
        {
            throw new FormatException($"--number: {known.Id} has the number {known.Number}, and keeps it because it stands in survey links.");
        }

        if (all.FirstOrDefault(i => i.Id != wanted.Id && i.Number == number) is { } other)
        {
            throw new FormatException($"--number: {other.Id} has the number {number}. Take another one.");
        }
    }

    /// <summary>The same command may start the product every day: a link is sent until its owner has chosen a password.</summary>
    private async Task InviteAsync(InstituteId institute, string admin, TextWriter output)
    {
        switch (await services.GetRequiredService<UserRecords>().FindAsync(institute, admin.Trim().ToLowerInvariant()))
        {
            case { PasswordHash: not null } or { Locked: not null }:
                return;
            case null:
                await services.GetRequiredService<CreateUser>().RunAsync(institute, admin, [Role.SalesManagement]);
                break;
        }

        await services.GetRequiredService<InviteUser>().RunAsync(institute, admin);
        var where = services.GetService<IOutbox>() is null ? "" : $" The mail is in {Path.Combine(dataFolder, "outbox", institute.ToString())}.";
        await output.WriteLineAsync($"The first user of {institute} has been sent an activation link.{where}");
    }

    public async Task WelcomeAsync(string address, TextWriter output)
    {
        await output.WriteLineAsync($"See360 is ready: {address}");
        if ((await _institutes.FindAsync(DemonstrationPeople.Institute)) is not { IsDemonstration: true } bank)
        {
            return;
        }

        await output.WriteLineAsync($"""

            Demonstration: {bank.Name}, everything in it is invented.
              Institute         {bank.Id}
              Sales management  {DemonstrationPeople.SalesManagement}
              Advisor           {DemonstrationPeople.Advisor}
              Password          {DemonstrationPeople.Password}

            Ctrl+C ends it.
            """);
    }

    private static string MarkerIn(string dataFolder) => Path.Combine(dataFolder, "demonstration.building");
}
