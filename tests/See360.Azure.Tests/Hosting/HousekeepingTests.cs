using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Cycles;
using See360.Azure.Drop;
using See360.Functions;
using See360.Testing;

namespace See360.Azure.Tests.Hosting;

[Collection(OnAzurite.Name)]
public sealed class HousekeepingTests(Azurite azurite)
{
    [Fact]
    public async Task Run_AStepFails_TheOthersAreDoneAndTheInvocationFails()
    {
        var (store, clock, durable) = (new InMemoryRecordStore(), new FakeClock(), new FakeDurableClient());
        await new TestBank(store, clock).OpenAsync();
        await using var services = new ServiceCollection().AddCoreOn(store, clock).BuildServiceProvider();
        var nowhere = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("n" + Guid.NewGuid().ToString("N"));
        var housekeeping = ActivatorUtilities.CreateInstance<Housekeeping>(
            services,
            ActivatorUtilities.CreateInstance<CycleStarter>(services, nameof(WeeklyCycle.RunCycle)),
            ActivatorUtilities.CreateInstance<DropBlobs>(services, nowhere));

        await Assert.ThrowsAsync<AggregateException>(() => housekeeping.RunAsync(new TimerInfo(), durable, CancellationToken.None));

        Assert.Single(durable.Asked, asked => asked.StartsWith("purge to ", StringComparison.Ordinal));
    }
}
