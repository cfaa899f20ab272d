using See360.Core.Institutes;
using See360.Core.Organisation;

namespace See360.Core.Users;

/// <summary>Whose activation link it is; changes nothing.</summary>
public sealed class CheckActivation(UserRecords users, InstituteRecords institutes, OrganisationRecords organisation, TimeProvider time)
{
    /// <returns>Null if the link is used, expired, replaced by a newer one, or was never one.</returns>
    public async Task<OpenActivation?> RunAsync(string? institute, string? token, CancellationToken cancel = default)
    {
        if (!InstituteId.TryParse(institute?.Trim().ToLowerInvariant(), out var id) || ActivationToken.Hash(token) is not { } hash
            || (await users.Activations.ReadAsync(UserRecords.Partition(id), hash, cancel))?.Value is not { } activation
            || activation.ExpiresAt <= time.GetUtcNow()
            || await users.FindAsync(id, activation.UserName, cancel) is not { MaySignIn: true } user || user.ActivationHash != hash
            || await institutes.FindAsync(id, cancel) is not { } bank)
        {
            return null;
        }

        var employee = await organisation.EmployeeAsync(id, user.UserName, cancel);
        return new OpenActivation(bank, user.UserName, employee?.FullName ?? user.UserName, activation.ExpiresAt, hash);
    }
}

/// <param name="Hash">Row of the <see cref="Activation"/>.</param>
public sealed record OpenActivation(Institute Institute, string UserName, string Name, DateTimeOffset ExpiresAt, string Hash);
