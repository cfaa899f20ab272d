using './main.bicep'

// One invented bank, small and cheap: for trying a change before the banks get it.
param environmentName = 'test'
param storageSku = 'Standard_LRS'
param dropSku = 'Standard_LRS'
param sftp = true
param maximumInstanceCount = 40
param instanceMemoryMB = 512
param alwaysReadyHttp = 0
param logRetentionDays = 30
param alertAddresses = ['betrieb@see360.example']
param monthlyBudget = 100
param budgetStart = '2027-01-01'
param institutes = [
  {
    id: 'musterstadt'
    name: 'Sparkasse Musterstadt'
    mailDomain: 'feedback-test.sparkasse-musterstadt.example'
    mailDomainVerified: false
    mailSenderAllowed: false
    sftpGroup: 1001
    sftpKeys: []
  }
]
param tags = {
  dataClass: 'invented'
}
