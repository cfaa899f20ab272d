using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Callbacks;

public static class CallbacksServices
{
    public static IServiceCollection AddCallbacks(this IServiceCollection services) => services
        .AddSingleton<CallbackRecords>()
        .AddTransient<ListCallbacks>()
        .AddTransient<MarkCallback>();
}
