// What happens elsewhere: a file was dropped, a mail was delivered or came back. The subscription for dropped files needs
// the running program and is made after publishing (drop-subscription.bicep).
param base string
param location string
param tags object
param storageName string
param dropName string
param mailName string
param workspaceId string

var queueSender = 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = {
      name: 'dead-letters'
    }
  }

  resource queues 'queueServices' existing = {
    name: 'default'

    resource reports 'queues' existing = {
      name: 'mail-reports'
    }
  }
}

resource drop 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dropName
}

resource mail 'Microsoft.Communication/communicationServices@2025-05-01' existing = {
  name: mailName
}

resource dropTopic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-drop-${base}'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: drop.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource mailTopic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-mail-${base}'
  location: 'global'
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: mail.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

resource reportAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage::queues::reports
  name: guid(storage::queues::reports.id, mailTopic.id, queueSender)
  properties: {
    principalId: mailTopic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueSender)
  }
}

resource mailDeadLetterAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage::blobs::deadLetters
  name: guid(storage::blobs::deadLetters.id, mailTopic.id, blobContributor)
  properties: {
    principalId: mailTopic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
  }
}

resource dropDeadLetterAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage::blobs::deadLetters
  name: guid(storage::blobs::deadLetters.id, dropTopic.id, blobContributor)
  properties: {
    principalId: dropTopic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
  }
}

// Delivered, bounced, suppressed. Opening and clicking are not tracked, so there is nothing else to subscribe to.
resource reports 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: mailTopic
  name: 'mail-reports'
  dependsOn: [reportAccess, mailDeadLetterAccess]
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    deliveryWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      destination: {
        endpointType: 'StorageQueue'
        properties: {
          resourceId: storage.id
          queueName: 'mail-reports'
          queueMessageTimeToLiveInSeconds: 604800
        }
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived']
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

resource dropDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: dropTopic
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource mailDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: mailTopic
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output dropTopicName string = dropTopic.name
output mailTopicName string = mailTopic.name
