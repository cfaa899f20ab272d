using Microsoft.Extensions.Options;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Tokens;
using See360.Core.Users;
using See360.Testing;

namespace See360.Core.Tests.Users;

/// <summary>An institute with its users, in memory.</summary>
public sealed class Accounts
{
    public const string Jana = "jana.berg@musterstadt.example";
    public const string Password = "Regenschirm Gabel Tuba";

    public static readonly InstituteId Institute = InstituteId.Parse("musterstadt");

    public Accounts()
    {
        Users = new UserRecords(Store);
        Institutes = new InstituteRecords(Store);
        Organisation = new OrganisationRecords(Store);
        Institutes.Institutes.InsertAsync(
            InstituteRecords.Partition, Institute.ToString(), Core.Institutes.Institute.With(Institute, 1, "Sparkasse Musterstadt")).Wait();
    }

    public InMemoryRecordStore Store { get; } = new();

    public FakeClock Clock { get; } = new();

    public RecordingMailer Mailer { get; } = new();

    public PlainPasswordHash Hash { get; } = new();

    public UserRecords Users { get; }

    public InstituteRecords Institutes { get; }

    public OrganisationRecords Organisation { get; }

    public SignIn SignIn => new(Users, Hash, Clock);

    public CheckActivation Check => new(Users, Institutes, Organisation, Clock);

    public ActivateUser Activate => new(Users, Check, Hash);

    public SyncUsers Sync => new(Users, Organisation);

    public InviteUser Invite
    {
        get
        {
            var links = new MailLinks(
                Options.Create(new MailOptions { BaseUrl = new Uri("https://feedback.musterstadt.example/") }), new SurveyTokens(new SecretKeys(new byte[32])));
            return new InviteUser(Users, Institutes, Organisation, new ActivationMail(new MailTemplates(), links, Clock), Mailer, Clock);
        }
    }

    public async Task<User> UserAsync(string userName = Jana) => (await Users.FindAsync(Institute, userName))!;

    /// <summary>A user who has chosen <see cref="Password"/>.</summary>
    public async Task AddAsync(string userName = Jana, params Role[] roles)
    {
        await new CreateUser(Users).RunAsync(Institute, userName, roles);
        await Users.Users.UpdateAsync(
            UserRecords.Partition(Institute), UserRecords.Row(userName), user => user! with { PasswordHash = Hash.Hash(Password) });
    }

    public Task PutAsync(Employee employee) => Organisation.Employees.UpdateAsync(
        OrganisationRecords.Partition(Institute), OrganisationRecords.EmployeeRow(employee.UserName), _ => employee);

    public Task PutAsync(Unit unit) => Organisation.Units.UpdateAsync(
        OrganisationRecords.Partition(Institute), OrganisationRecords.UnitRow(unit.Number), _ => unit);

    public static Employee Employee(string userName = Jana, string specialism = "", string role = "Mitarbeiter", string unit = "111", bool active = true) =>
        new(userName, 1, Salutation.Frau, "", "Jana", "Berg", "Beraterin", unit, "", specialism, Active: active, Role: role);

    /// <summary>The token in the last activation mail.</summary>
    public string LastToken()
    {
        var text = Mailer.Sent.Last().Text;
        var start = text.IndexOf("#musterstadt/", StringComparison.Ordinal) + "#musterstadt/".Length;
        return text[start..(start + 43)];
    }

    /// <summary>Readable on purpose, and counts how often it was asked.</summary>
    public sealed class PlainPasswordHash : IPasswordHash
    {
        public int Asked { get; private set; }

        public string Hash(string password) => "hash of " + password;

        public PasswordCheck Verify(string? hash, string password)
        {
            Asked++;
            return hash == Hash(password) ? PasswordCheck.Right : PasswordCheck.Wrong;
        }
    }
}
