using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using See360.Core.Storage;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class HealthApiTests
{
    [Fact]
    public async Task Health_EverythingAnswers_IsReady()
    {
        await using var application = new See360Application();

        var health = await application.Anonymous().GetFromJsonAsync<JsonElement>("/api/health");

        Assert.Equal("ready", health.GetProperty("status").GetString());
        Assert.Equal(0, health.GetProperty("failing").GetArrayLength());
    }

    [Fact]
    public async Task Health_TheFilesDoNotAnswer_SaysWhichAndAsksAgainAfterSomeSeconds()
    {
        var files = new FailingFiles();
        await using var application = new See360Application(configure: services => services.AddSingleton<IFileStore>(files));
        var client = application.Anonymous();

        for (var times = 0; times < 3; times++)
        {
            using var answer = await client.GetAsync("/api/health");
            var health = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "failing"), (answer.StatusCode, health.GetProperty("status").GetString()));
            Assert.Equal(["files"], health.GetProperty("failing").EnumerateArray().Select(name => name.GetString()));
        }

        Assert.Equal(1, files.Asked);
        files.Fails = false;
        application.Clock.Advance(TimeSpan.FromSeconds(5));
        using var recovered = await client.GetAsync("/api/health");
        Assert.Equal(HttpStatusCode.OK, recovered.StatusCode);
        Assert.DoesNotContain(application.Log.Lines, line => line.Contains("a secret path", StringComparison.Ordinal));
    }

    private sealed class FailingFiles : IFileStore
    {
        private readonly InMemoryFileStore _files = new();

        public bool Fails { get; set; } = true;

        public int Asked { get; private set; }

        public Task<Stream?> OpenAsync(string name, CancellationToken cancel = default)
        {
            Asked++;
            return Fails ? throw new StorageUnavailableException("a secret path") : _files.OpenAsync(name, cancel);
        }

        public Task WriteAsync(string name, Stream content, CancellationToken cancel = default) => _files.WriteAsync(name, content, cancel);

        public Task DeleteAsync(string name, CancellationToken cancel = default) => _files.DeleteAsync(name, cancel);

        public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancel = default) => _files.ListAsync(prefix, cancel);
    }
}
