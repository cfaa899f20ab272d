using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Users;

public static class UserServices
{
    /// <summary>Needs an <see cref="IPasswordHash"/> from the host.</summary>
    public static IServiceCollection AddUsers(this IServiceCollection services) => services
        .AddSingleton<UserRecords>()
        .AddTransient<SignIn>()
        .AddTransient<EndSession>()
        .AddTransient<CreateUser>()
        .AddTransient<InviteUser>()
        .AddTransient<CheckActivation>()
        .AddTransient<ActivateUser>()
        .AddTransient<ChangePassword>()
        .AddTransient<DeactivateUser>()
        .AddTransient<LockUser>()
        .AddTransient<UnlockUser>()
        .AddTransient<EndAllSessions>()
        .AddTransient<ManagementLeft>()
        .AddTransient<SyncUsers>()
        .AddTransient<ListUsers>();
}
