using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.ReviewPortals;

public static class ReviewPortalServices
{
    public static IServiceCollection AddReviewPortals(this IServiceCollection services) => services
        .AddSingleton<ReviewPortalRecords>()
        .AddSingleton<ChooseReviewLinks>()
        .AddSingleton<ShowReviewPortals>();
}
