// The program: Flex Consumption, .NET isolated, one user-assigned identity, no key anywhere.
param name string
param planName string
param location string
param tags object
param identityName string
param storageName string
param dropName string
param vaultName string
param mailHostName string
param insightsName string
param publicOrigin string

@description('Empty: no network.')
param subnetId string

param maximumInstanceCount int
param instanceMemoryMB int
param alwaysReadyHttp int
param workspaceId string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource drop 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dropName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    // The linked static site comes over the public address; what else comes there is refused (web-link.bicep).
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}deployment'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        alwaysReady: alwaysReadyHttp > 0 ? [{ name: 'http', instanceCount: alwaysReadyHttp }] : []
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      // The names are read by See360.Functions; docs/operations.md explains each.
      appSettings: [
        { name: 'AzureWebJobsStorage__accountName', value: storage.name }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
        { name: 'DropStorage__blobServiceUri', value: drop.properties.primaryEndpoints.blob }
        { name: 'DropStorage__queueServiceUri', value: drop.properties.primaryEndpoints.queue }
        { name: 'DropStorage__credential', value: 'managedidentity' }
        { name: 'DropStorage__clientId', value: identity.properties.clientId }
        { name: 'ReportQueue__queueServiceUri', value: storage.properties.primaryEndpoints.queue }
        { name: 'ReportQueue__credential', value: 'managedidentity' }
        { name: 'ReportQueue__clientId', value: identity.properties.clientId }
        { name: 'See360__Tables', value: storage.properties.primaryEndpoints.table }
        { name: 'See360__Blobs', value: storage.properties.primaryEndpoints.blob }
        { name: 'See360__Mail', value: 'https://${mailHostName}' }
        { name: 'See360__BaseUrl', value: publicOrigin }
        { name: 'See360__MasterKey', value: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=master-key)' }
        { name: 'See360__Drop', value: drop.properties.primaryEndpoints.blob }
        { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${identity.properties.clientId};Authorization=AAD' }
      ]
    }
  }
}

// Publishing is done with an Entra identity, never with a user name and a password.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

// Measurements alone: lines of the HTTP, host and sign-in logs can hold addresses, and addresses hold survey links. What the
// program logs itself goes to Application Insights without them.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = app.name
