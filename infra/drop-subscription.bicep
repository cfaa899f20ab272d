// The last step of a deployment: Event Grid tells the program of dropped files. It asks the address for an answer when the
// subscription is made, so the program has to run by then; and the address holds a key that only the running program has.
targetScope = 'resourceGroup'

@description('The system topic of the drop account: output dropTopicName of main.bicep.')
param dropTopicName string

@description('The main storage account, for what could not be delivered.')
param storageName string

@description('https://APP.azurewebsites.net/runtime/webhooks/blobs?functionName=Host.Functions.DropInbox&code=…')
@secure()
param webhookUrl string

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: dropTopicName
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'drop-inbox'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: webhookUrl
        maxEventsPerBatch: 1
        minimumTlsVersionAllowed: '1.2'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/drop/blobs/'
      enableAdvancedFilteringOnArrays: true
      advancedFilters: [
        {
          // Complete files alone: SFTP also tells of the empty file that it begins with.
          operatorType: 'StringIn'
          key: 'data.api'
          values: ['SftpCommit', 'FlushWithClose', 'PutBlob', 'PutBlockList', 'CopyBlob']
        }
        {
          // What the program writes itself.
          operatorType: 'StringNotContains'
          key: 'subject'
          values: ['/done/', '/rejected/', '/.work/']
        }
        {
          operatorType: 'StringNotEndsWith'
          key: 'subject'
          values: ['.bericht.txt', '.abgelehnt.csv']
        }
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: storage.id
          blobContainerName: 'dead-letters'
        }
      }
    }
  }
}
