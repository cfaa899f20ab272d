using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Cycles;

public static class CyclesServices
{
    public static IServiceCollection AddCycles(this IServiceCollection services)
    {
        services.AddSingleton<CycleRecords>();
        services.AddSingleton<CycleBell>();
        services.AddSingleton<Stock>();
        services.AddSingleton<ContactClaims>();
        services.AddSingleton<LastLook>();
        services.AddSingleton<Dispatch>();
        services.AddSingleton<BounceCount>();
        services.AddSingleton<ICycleMails, CycleMails>();
        services.AddSingleton<ICycleUnit, InviteUnit>();
        services.AddSingleton<ICycleUnit, AskSelfImagesUnit>();
        services.AddSingleton<ICycleUnit, RetryUnit>();
        services.AddSingleton<ICycleUnit, RemindUnit>();
        services.AddSingleton<ICycleUnit, NewsletterUnit>();
        services.AddSingleton<Newsletters>();
        services.AddSingleton<ICycleUnit, RetryNewslettersUnit>();
        services.AddSingleton<ICycleUnit, CloseUnit>();
        services.AddSingleton<CycleTurn>();
        services.AddSingleton<CycleLoop>();
        services.AddSingleton<OpenCycles>();
        services.AddSingleton<StartWeek>();
        services.AddSingleton<StartDueWeek>();
        services.AddSingleton<ResumeCycles>();
        services.AddSingleton<Sendable>();
        services.AddSingleton<WeekOverview>();
        services.AddSingleton<RecordDelivery>();
        return services;
    }
}
