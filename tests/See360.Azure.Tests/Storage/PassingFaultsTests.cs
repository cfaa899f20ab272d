using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using See360.Azure.Storage;
using See360.Core.Storage;

namespace See360.Azure.Tests.Storage;

[Collection(OnAzurite.Name)]
public sealed class PassingFaultsTests(Azurite azurite)
{
    public static TheoryData<Exception, bool> Faults => new()
    {
        { new TaskCanceledException("No answer in time."), true },
        { new HttpIOException(HttpRequestError.ResponseEnded), true },
        { new AuthenticationFailedException("No token."), true },
        { new CredentialUnavailableException("No endpoint."), true },
        { new AggregateException(new TaskCanceledException(), new RequestFailedException(503, "")), true },
        { new AggregateException(new AggregateException(new HttpIOException(HttpRequestError.ResponseEnded))), true },
        { new AggregateException(new TaskCanceledException(), new InvalidOperationException()), false },
        { new AggregateException(), false },
        { new RequestFailedException(403, ""), false },
        { new FormatException(), false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task File_TheServiceFails_IsUnavailableIfThatPasses(Exception fault, bool passes)
    {
        var hook = new RequestHook { Before = _ => throw fault };
        var options = hook.On(new BlobClientOptions());
        options.Retry.MaxRetries = 0;
        var store = new BlobFileStore(new BlobServiceClient(azurite.ConnectionString, options).GetBlobContainerClient("files"));

        var thrown = await Record.ExceptionAsync(() => store.OpenAsync("bank/a"));

        Assert.Equal(passes, thrown is StorageUnavailableException);
    }

    [Fact]
    public async Task File_TheCallerGivesUp_IsNoFault()
    {
        using var cancel = new CancellationTokenSource();
        var hook = new RequestHook { Before = _ => cancel.CancelAsync() };
        var store = new BlobFileStore(new BlobServiceClient(azurite.ConnectionString, hook.On(new BlobClientOptions())).GetBlobContainerClient("files"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.OpenAsync("bank/a", cancel.Token));
    }

    [Fact]
    public async Task Write_ItsAnswerBreaksOff_IsRepeatedAndRecognisesItself()
    {
        var answers = 0;
        var hook = new RequestHook();
        var options = hook.On(new TableClientOptions());
        options.Retry.MaxRetries = 0;
        var store = new TableRecordStore(
            new TableServiceClient(azurite.ConnectionString, options), new StorageAttempts(TimeProvider.System), "t" + Guid.NewGuid().ToString("N")[..12]);
        await store.WriteAsync("notes", "bank", [new RecordChange.Insert("first", Body)]);
        hook.After = _ => ++answers == 1 ? throw new HttpIOException(HttpRequestError.ResponseEnded) : Task.CompletedTask;

        var written = await store.WriteAsync("notes", "bank", [new RecordChange.Insert("second", Body)]);

        Assert.True(written.Written);
        Assert.Equal(written.Versions.Single(), (await store.ReadAsync("notes", "bank", "second"))!.Version);
    }

    [Fact]
    public void Blobs_ASilentService_IsGivenUpSoon()
    {
        var options = StorageClients.SoonOver(new BlobClientOptions());

        Assert.Equal((2, TimeSpan.FromSeconds(30)), (options.Retry.MaxRetries, options.Retry.NetworkTimeout));
    }

    [Fact]
    public void Identity_AHostThatNamesIts_IsAskedForNoOther()
    {
        Assert.IsType<ManagedIdentityCredential>(AzureEdition.Identity("00000000-0000-0000-0000-000000000001"));
        Assert.IsType<DefaultAzureCredential>(AzureEdition.Identity(null));
        Assert.IsType<DefaultAzureCredential>(AzureEdition.Identity(""));
    }

    private static byte[] Body => Encoding.UTF8.GetBytes("{}");
}
