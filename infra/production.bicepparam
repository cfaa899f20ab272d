using './main.bicep'

// Everything that is an invented name here is replaced by your own: docs/deploy-azure.md, step 3.
param environmentName = 'prod'
param publicOrigin = 'https://see360.sparkasse-musterstadt.example'
param storageSku = 'Standard_GZRS'
param dropSku = 'Standard_ZRS'
param sftp = true
param dropAllowedRanges = []
param privateEndpoints = false
param maximumInstanceCount = 100
param instanceMemoryMB = 2048
param alwaysReadyHttp = 1
param logRetentionDays = 365
param alertAddresses = ['betrieb@see360.example', 'bereitschaft@see360.example']
param bounceAlertThreshold = 10
param monthlyBudget = 500
param budgetStart = '2027-01-01'
param institutes = [
  {
    id: 'musterstadt'
    name: 'Sparkasse Musterstadt'
    mailDomain: 'feedback.sparkasse-musterstadt.example'
    mailDomainVerified: false
    mailSenderAllowed: false
    sftpGroup: 1001
    sftpKeys: []
  }
]
param tags = {
  dataClass: 'personal'
}
