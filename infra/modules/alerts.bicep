// What a person is told of: a cycle that fails, mails that come back, messages nobody could work on, money.
param base string
param location string
param tags object
param workspaceId string
param mailName string
param addresses string[]
param bounceThreshold int
param monthlyBudget int
param budgetStart string

resource mail 'Microsoft.Communication/communicationServices@2025-05-01' existing = {
  name: mailName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${base}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: take(base, 12)
    emailReceivers: [
      for (address, index) in addresses: {
        name: 'operator-${index}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

// Each query counts rows; one is enough. What the product logs names no person, so neither do the alerts.
var logAlerts = [
  {
    name: 'cycle-failed'
    title: 'See360: a weekly cycle failed'
    text: 'The cycle is taken up again by itself; docs/operations.md says what to look at.'
    severity: 1
    query: 'union isfuzzy=true (AppRequests | where Success == false and (OperationName startswith "WeeklyCycle" or OperationName startswith "Housekeeping")), (AppTraces | where SeverityLevel >= 3 and tostring(Properties.CategoryName) startswith "See360" and tostring(Properties.CategoryName) contains "Cycle")'
  }
  {
    name: 'wave-stopped'
    title: 'See360: a wave of mails was stopped because too many came back'
    text: 'Sales management sees it on the page Woche and decides there.'
    severity: 1
    query: 'AppTraces | where tostring(Properties.EventName) == "WaveStopped"'
  }
  {
    name: 'drop-failed'
    title: 'See360: a dropped file could not be worked on'
    text: 'The file is still in the drop container; docs/operations.md says how to have it tried again.'
    severity: 2
    query: 'AppRequests | where Success == false and OperationName startswith "DropInbox"'
  }
  {
    name: 'poison-message'
    title: 'See360: a message was given up'
    text: 'It lies in a queue whose name ends in -poison, of the main storage account or of the drop account.'
    severity: 2
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and Uri contains "-poison/"'
  }
  {
    name: 'event-undeliverable'
    title: 'See360: an event could not be delivered'
    text: 'Dropped files or delivery reports wait. What was given up lies in the container dead-letters.'
    severity: 2
    query: 'union isfuzzy=true AegDeliveryFailureLogs, (AzureDiagnostics | where Category == "DeliveryFailures")'
  }
]

resource logRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: 'alert-${base}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.title
      description: alert.text
      enabled: true
      severity: alert.severity
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      // A table that nothing was written to yet is not there yet.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]

// Counted by the carrier itself, so it comes also if the program has stopped.
resource bounces 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${base}-bounces'
  location: 'global'
  tags: tags
  properties: {
    description: 'See360: many mails of one bank came back for good within an hour.'
    enabled: true
    severity: 1
    scopes: [mail.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'hard-bounces'
          metricNamespace: 'Microsoft.Communication/CommunicationServices'
          metricName: 'DeliveryStatusUpdate'
          dimensions: [
            {
              name: 'IsHardBounce'
              operator: 'Include'
              values: ['True']
            }
            {
              name: 'SenderDomain'
              operator: 'Include'
              values: ['*']
            }
          ]
          operator: 'GreaterThan'
          threshold: bounceThreshold
          timeAggregation: 'Count'
          // The metric is not there before the first mail.
          skipMetricValidation: true
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'budget-${base}'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: budgetStart
    }
    notifications: {
      halfSpent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 50
        thresholdType: 'Actual'
        contactEmails: addresses
      }
      tooMuchExpected: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: addresses
      }
      spent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: addresses
      }
    }
  }
}
