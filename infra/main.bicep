// See360 in one resource group. What each part is for: docs/deploy-azure.md. Keys and secrets are neither made nor shown here.
targetScope = 'resourceGroup'

@description('One bank, as the installation has to know it. Everything else about it is set in the product.')
type Institute = {
  @description('The short name that people sign in with; also the SFTP user and its folder: a–z, 0–9 and hyphen. Not "done" or "rejected": events of such folders are those of the program itself.')
  @minLength(3)
  @maxLength(30)
  id: string

  @description('The bank\'s name; the display name of mails for which no person is named.')
  name: string

  @description('The domain that From addresses are in, delegated by the bank.')
  mailDomain: string

  @description('True once all records of the domain are verified: only then can it be linked.')
  mailDomainVerified: bool

  @description('True once the sending limits were raised: before, no other sender than DoNotReply can be made.')
  mailSenderAllowed: bool

  @description('The SFTP user\'s own group, unlike any other\'s: it owns the bank\'s folder.')
  @minValue(1000)
  sftpGroup: int

  @description('Public SSH keys, e.g. "ssh-ed25519 AAAA…". Empty: no SFTP access.')
  sftpKeys: string[]
}

@description('Short name of the environment, part of every name. Letters and digits, a hyphen at most within; storage accounts get it without hyphens and capitals.')
@minLength(2)
@maxLength(5)
param environmentName string

@description('Short name of the installation, part of every name. Letters and digits, a hyphen at most within; storage accounts get it without hyphens and capitals.')
@minLength(2)
@maxLength(6)
param prefix string = 'see360'

@description('Where data lies and code runs.')
param location string = 'germanywestcentral'

@description('Where the static site is administered; it is served from everywhere. Not every region offers it.')
@allowed(['westeurope', 'centralus', 'eastus2', 'westus2', 'eastasia'])
param staticSiteLocation string = 'westeurope'

@description('Where Communication Services keeps mails and reports at rest. Cannot be changed later.')
@allowed(['Germany', 'Europe', 'France', 'Switzerland', 'Norway', 'UK'])
param mailDataLocation string = 'Germany'

@description('The public origin, without a slash at its end: links in mails begin with it. Empty: the site\'s generated name.')
param publicOrigin string = ''

@description('The banks.')
param institutes Institute[] = []

@description('Redundancy of the main storage account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
param storageSku string = 'Standard_ZRS'

@description('Redundancy of the drop account.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param dropSku string = 'Standard_ZRS'

@description('Files by SFTP. It is billed by the hour, whether files come or not: docs/costs.md. Off: the account stays, and nobody gets in.')
param sftp bool = true

@description('Address ranges that may reach the SFTP account, e.g. "203.0.113.0/28". Empty: all, with the key alone.')
param dropAllowedRanges string[] = []

@description('Days after which dropped files and their reports are deleted.')
@minValue(7)
param dropRetentionDays int = 30

@description('Reach storage and vault over private endpoints alone.')
param privateEndpoints bool = false

@description('The most instances that one scaling group may have.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Memory of an instance.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Instances for pages that are always running; 0: the first visitor after a pause waits for a start.')
@minValue(0)
param alwaysReadyHttp int = 0

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Who gets the alerts.')
param alertAddresses string[]

@description('Hard bounces of one sender domain within an hour that raise an alert.')
@minValue(1)
param bounceAlertThreshold int = 10

@description('What the resource group may cost in a month, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int

@description('First day of a month, not in the past when the budget is made: "2027-01-01". Stays as it is afterwards.')
param budgetStart string

@description('Tags on everything.')
param tags object = {}

var allTags = union({ product: 'see360', environment: environmentName }, tags)
var base = '${prefix}-${environmentName}'
// Storage accounts take small letters and digits alone.
var compact = toLower(replace('${prefix}${environmentName}', '-', ''))
var token = take(uniqueString(resourceGroup().id), 6)
var usesNetwork = privateEndpoints || !empty(dropAllowedRanges)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${base}'
  location: location
  tags: allTags
}

module monitor 'modules/monitor.bicep' = {
  name: 'monitor'
  params: {
    base: base
    location: location
    tags: allTags
    retentionDays: logRetentionDays
  }
}

module links 'modules/links.bicep' = {
  name: 'links'
  params: {
    base: base
    location: location
    tags: allTags
    workspaceId: monitor.outputs.workspaceId
  }
}

module monitorWithoutLinks 'modules/monitor.bicep' = {
  name: 'monitor-without-links'
  params: {
    base: base
    location: location
    tags: allTags
    retentionDays: logRetentionDays
    ruleId: links.outputs.ruleId
  }
}

module network 'modules/network.bicep' = if (usesNetwork) {
  name: 'network'
  params: {
    base: base
    location: location
    tags: allTags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: 'st${compact}${token}'
    location: location
    tags: allTags
    sku: storageSku
    closed: privateEndpoints
    workspaceId: monitor.outputs.workspaceId
  }
}

module drop 'modules/drop.bicep' = {
  name: 'drop'
  params: {
    name: 'stdrop${compact}${token}'
    location: location
    tags: allTags
    sku: dropSku
    sftp: sftp
    institutes: institutes
    allowedRanges: dropAllowedRanges
    closed: privateEndpoints
    functionsSubnetId: network.?outputs.?functionsSubnetId ?? ''
    retentionDays: dropRetentionDays
    workspaceId: monitor.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: 'kv-${base}-${token}'
    location: location
    tags: allTags
    closed: privateEndpoints
    workspaceId: monitor.outputs.workspaceId
  }
}

module mail 'modules/mail.bicep' = {
  name: 'mail'
  params: {
    base: base
    token: token
    tags: allTags
    dataLocation: mailDataLocation
    institutes: institutes
    workspaceId: monitor.outputs.workspaceId
  }
}

module site 'modules/web.bicep' = {
  name: 'web'
  params: {
    name: 'stapp-${base}'
    location: staticSiteLocation
    tags: allTags
    workspaceId: monitor.outputs.workspaceId
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  params: {
    name: 'func-${base}-${token}'
    planName: 'plan-${base}'
    location: location
    tags: allTags
    identityName: identity.name
    storageName: storage.outputs.name
    dropName: drop.outputs.name
    vaultName: vault.outputs.name
    mailHostName: mail.outputs.hostName
    insightsName: monitor.outputs.insightsName
    publicOrigin: empty(publicOrigin) ? 'https://${site.outputs.hostName}' : publicOrigin
    subnetId: network.?outputs.?functionsSubnetId ?? ''
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyHttp: alwaysReadyHttp
    workspaceId: monitor.outputs.workspaceId
  }
  dependsOn: [access]
}

module siteLink 'modules/web-link.bicep' = {
  name: 'web-link'
  params: {
    siteName: site.outputs.name
    functionsName: functions.outputs.name
    functionsLocation: location
  }
}

module access 'modules/access.bicep' = {
  name: 'access'
  params: {
    principalId: identity.properties.principalId
    storageName: storage.outputs.name
    dropName: drop.outputs.name
    vaultName: vault.outputs.name
    mailName: mail.outputs.name
    insightsName: monitor.outputs.insightsName
  }
}

module events 'modules/events.bicep' = {
  name: 'events'
  params: {
    base: base
    location: location
    tags: allTags
    storageName: storage.outputs.name
    dropName: drop.outputs.name
    mailName: mail.outputs.name
    workspaceId: monitor.outputs.workspaceId
  }
}

module endpoints 'modules/endpoints.bicep' = if (privateEndpoints) {
  name: 'endpoints'
  params: {
    base: base
    location: location
    tags: allTags
    networkId: network.?outputs.?networkId ?? ''
    subnetId: network.?outputs.?endpointsSubnetId ?? ''
    storageName: storage.outputs.name
    dropName: drop.outputs.name
    vaultName: vault.outputs.name
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    base: base
    location: location
    tags: allTags
    workspaceId: monitor.outputs.workspaceId
    mailName: mail.outputs.name
    storageName: storage.outputs.name
    dropName: drop.outputs.name
    topicNames: [events.outputs.dropTopicName, events.outputs.mailTopicName]
    addresses: alertAddresses
    bounceThreshold: bounceAlertThreshold
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

@description('The address of the pages, until a domain of your own is set up.')
output siteHostName string = site.outputs.hostName

output siteName string = site.outputs.name
output functionsName string = functions.outputs.name
output vaultName string = vault.outputs.name
output storageName string = storage.outputs.name
output dropName string = drop.outputs.name
output dropTopicName string = events.outputs.dropTopicName

@description('What the SFTP client connects to.')
output sftpHostName string = drop.outputs.sftpHostName

@description('The records that each bank\'s name server needs, as Communication Services gives them.')
output mailRecords array = mail.outputs.records
