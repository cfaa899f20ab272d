// Private endpoints, and the names under which they are found inside the network.
param base string
param location string
param tags object
param networkId string
param subnetId string
param storageName string
param dropName string
param vaultName string

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource drop 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dropName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

var suffix = environment().suffixes.storage
var zoneNames = [
  'privatelink.blob.${suffix}'
  'privatelink.queue.${suffix}'
  'privatelink.table.${suffix}'
  'privatelink.vaultcore.azure.net'
]

// zone: its place in zoneNames.
var targets = [
  { name: 'storage-blob', resourceId: storage.id, group: 'blob', zone: 0 }
  { name: 'storage-queue', resourceId: storage.id, group: 'queue', zone: 1 }
  { name: 'storage-table', resourceId: storage.id, group: 'table', zone: 2 }
  { name: 'drop-blob', resourceId: drop.id, group: 'blob', zone: 0 }
  { name: 'drop-queue', resourceId: drop.id, group: 'queue', zone: 1 }
  { name: 'vault', resourceId: vault.id, group: 'vault', zone: 3 }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zoneName in zoneNames: {
    name: zoneName
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zoneName, index) in zoneNames: {
    parent: zones[index]
    name: 'link-${base}'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for target in targets: {
    name: 'pep-${base}-${target.name}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: subnetId
      }
      privateLinkServiceConnections: [
        {
          name: target.name
          properties: {
            privateLinkServiceId: target.resourceId
            groupIds: [target.group]
          }
        }
      ]
    }
  }
]

resource groups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (target, index) in targets: {
    parent: endpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: 'zone'
          properties: {
            privateDnsZoneId: zones[target.zone].id
          }
        }
      ]
    }
  }
]
