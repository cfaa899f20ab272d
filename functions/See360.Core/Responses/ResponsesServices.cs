using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Responses;

public static class ResponsesServices
{
    public static IServiceCollection AddResponses(this IServiceCollection services)
    {
        services.AddSingleton<ResponseRecords>();
        services.AddSingleton<ResponseFeed>();
        services.AddSingleton<SurveyLookup>();
        services.AddSingleton<SurveyLinks>();
        services.AddSingleton<OpenSurvey>();
        services.AddSingleton<ShowPhoto>();
        services.AddSingleton<RecordOpening>();
        services.AddSingleton<SaveAnswers>();
        services.AddSingleton<CompleteResponse>();
        services.AddSingleton<RequestCallback>();
        services.AddSingleton<ObjectToSurveys>();
        return services;
    }
}
