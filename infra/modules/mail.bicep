// Mail: one Email service with the domains that the banks delegated, one Communication Services resource that sends.
param base string
param token string
param tags object
param dataLocation string
param institutes array
param workspaceId string

resource email 'Microsoft.Communication/emailServices@2025-05-01' = {
  name: 'mail-${base}-${token}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

resource domains 'Microsoft.Communication/emailServices/domains@2025-05-01' = [
  for institute in institutes: {
    parent: email
    name: institute.mailDomain
    location: 'global'
    tags: tags
    properties: {
      domainManagement: 'CustomerManaged'
      // No pixel, no link through somebody else's server.
      userEngagementTracking: 'Disabled'
    }
  }
]

// The From address is feedback@ the bank's domain, and recipients see this name: the service takes none with a mail.
resource senders 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-05-01' = [
  for (institute, index) in institutes: if (institute.mailDomainVerified && institute.mailSenderAllowed) {
    parent: domains[index]
    name: 'feedback'
    properties: {
      username: 'feedback'
      displayName: institute.name
    }
  }
]

// A domain that is not verified cannot be linked: the parameter says which are.
resource sending 'Microsoft.Communication/communicationServices@2025-05-01' = {
  name: 'acs-${base}-${token}'
  location: 'global'
  tags: tags
  dependsOn: [domains]
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: map(
      filter(institutes, institute => institute.mailDomainVerified),
      institute => resourceId('Microsoft.Communication/emailServices/domains', email.name, institute.mailDomain)
    )
  }
}

// Requests, with sizes and results. Not the log of delivery states: it names recipients.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: sending
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'EmailSendMailOperational', enabled: true }]
    metrics: [{ category: 'Traffic', enabled: true }]
  }
}

output name string = sending.name
output hostName string = sending.properties.hostName

@description('What the banks\' name servers need.')
output records array = [
  for (institute, index) in institutes: {
    domain: institute.mailDomain
    records: domains[index].properties.verificationRecords
  }
]
