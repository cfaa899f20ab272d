// Where banks drop their exports by SFTP: an account of its own, so that its network rules and its users concern nothing else.
param name string
param location string
param tags object
param sku string

@description('Whether anybody may come by SFTP.')
param sftp bool

param institutes array
param allowedRanges string[]

@description('Functions come over a private endpoint; banks still come from allowedRanges.')
param closed bool

@description('Functions come from here if ranges are named. Empty: no network.')
param functionsSubnetId string

param retentionDays int
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    isHnsEnabled: true
    isSftpEnabled: sftp
    isLocalUserEnabled: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: closed || !empty(allowedRanges) ? 'Deny' : 'Allow'
      ipRules: [for allowed in allowedRanges: { value: allowed, action: 'Allow' }]
      virtualNetworkRules: empty(functionsSubnetId) ? [] : [{ id: functionsSubnetId, action: 'Allow' }]
    }
  }
}

// Versioning is not to be had with a hierarchical namespace; soft delete is.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 7
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'drop'
  properties: {
    publicAccess: 'None'
  }
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {}
}

// A container permission holds for the whole container, so with one a bank could read another bank's exports. Nobody has
// one: a user's rights come from the ACL of the folder that its group owns (docs/deploy-azure.md, "SFTP").
resource users 'Microsoft.Storage/storageAccounts/localUsers@2024-01-01' = [
  for institute in institutes: if (sftp && !empty(institute.sftpKeys)) {
    parent: account
    name: institute.id
    dependsOn: [container]
    properties: {
      homeDirectory: 'drop/${institute.id}'
      allowAclAuthorization: true
      groupId: institute.sftpGroup
      permissionScopes: []
      hasSharedKey: false
      hasSshKey: true
      hasSshPassword: false
      sshAuthorizedKeys: map(institute.sftpKeys, line => { description: 'by parameter', key: line })
    }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'exports-and-reports'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['drop/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: retentionDays
                }
              }
            }
          }
        }
      ]
    }
  }
}

// Who came by SFTP, and what was read, written and deleted.
resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageRead', enabled: true }
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: queues
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageWrite', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output name string = account.name
output sftpHostName string = '${account.name}.blob.${environment().suffixes.storage}'
