// The pages: static files, with the Functions below /api of the same origin (web-link.bicep).
param name string
param location string
param tags object
param workspaceId string

resource site 'Microsoft.Web/staticSites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    // Linking Functions of one's own needs Standard.
    name: 'Standard'
    tier: 'Standard'
  }
  properties: {
    allowConfigFileUpdates: true
    // A preview would have no API: linked Functions serve the production environment alone.
    stagingEnvironmentPolicy: 'Disabled'
    publicNetworkAccess: 'Enabled'
  }
}

// No HTTP log: the address of a survey page is a survey link.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = site.name
output hostName string = site.properties.defaultHostname
