using See360.Api;
using See360.Core;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSee360Core().AddSee360Api().AddSingleton<Readiness>().AddSingleton(TimeProvider.System);

var app = builder.Build();
app.UseSee360();
app.MapSee360();
app.Services.GetRequiredService<Readiness>().Declare();
await app.RunAsync();
