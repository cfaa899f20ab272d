// The network that the program reaches storage and vault through, if it must not be the public one.
param base string
param location string
param tags object

@description('Addresses of the network.')
param networkRange string = '10.36.0.0/16'

@description('The program\'s part: Flex Consumption needs an address for each of its instances.')
param functionsRange string = '10.36.0.0/24'

@description('The part of the private endpoints.')
param endpointsRange string = '10.36.1.0/27'

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${base}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [networkRange]
    }
    subnets: [
      {
        name: 'functions'
        properties: {
          addressPrefix: functionsRange
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
          serviceEndpoints: [{ service: 'Microsoft.Storage' }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: endpointsRange
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource functions 'subnets' existing = {
    name: 'functions'
  }

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

output networkId string = network.id
output functionsSubnetId string = network::functions.id
output endpointsSubnetId string = network::endpoints.id
