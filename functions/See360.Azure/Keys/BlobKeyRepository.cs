using System.Xml.Linq;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace See360.Azure.Keys;

/// <summary>The keys of session cookies: a blob each, shared by all instances of the host. Each is encrypted before it comes
/// here (<see cref="MasterKeyEncryptor"/>).</summary>
/// <remarks>Data Protection asks once at the start and once a day, and knows no asynchronous calls.</remarks>
public sealed class BlobKeyRepository(BlobContainerClient container) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = new List<XElement>();
        foreach (var blob in container.GetBlobs(new GetBlobsOptions()))
        {
            elements.Add(XElement.Parse(container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString()));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName) =>
        container.GetBlobClient($"{Guid.NewGuid():N}.xml").Upload(BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)));
}
