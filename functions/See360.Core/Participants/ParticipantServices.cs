using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Participants;

public static class ParticipantServices
{
    public static IServiceCollection AddParticipants(this IServiceCollection services) => services
        .AddSingleton<ParticipantRecords>()
        .AddTransient<ListParticipants>()
        .AddTransient<ShowParticipant>();
}
