// What is written down of requests, without survey links and search words. The program does so for its own spans; the Functions host
// describes each request, too, and with its whole address: a survey link is a key, a search is a name. Taken out before it is stored.
param base string
param location string
param tags object
param workspaceId string

var withoutLinks = 'iif({0} contains "/api/survey/" or {0} contains "/api/unsubscribe/", "(survey link)", tostring(split({0}, "?")[0]))'

resource rule 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: 'dcr-${base}-links'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    dataSources: {}
    destinations: {
      logAnalytics: [
        {
          name: 'workspace'
          workspaceResourceId: workspaceId
        }
      ]
    }
    dataFlows: [
      {
        streams: ['Microsoft-Table-AppRequests']
        destinations: ['workspace']
        transformKql: 'source | extend Url = ${format(withoutLinks, 'Url')}, Name = ${format(withoutLinks, 'Name')}'
      }
      {
        streams: ['Microsoft-Table-AppDependencies']
        destinations: ['workspace']
        transformKql: 'source | extend Data = ${format(withoutLinks, 'Data')}, Name = ${format(withoutLinks, 'Name')}'
      }
    ]
  }
}

output ruleId string = rule.id
