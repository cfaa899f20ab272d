// What a person is told of: a cycle that fails, mails that come back or wait, messages nobody could work on, a store that does
// not take what it is given, answers that fail, money. What each of them asks for: docs/operations.md.
param base string
param location string
param tags object
param workspaceId string
param mailName string
param storageName string
param dropName string
param topicNames string[]
param addresses string[]
param bounceThreshold int
param monthlyBudget int
param budgetStart string

resource mail 'Microsoft.Communication/communicationServices@2025-05-01' existing = {
  name: mailName
}

resource accounts 'Microsoft.Storage/storageAccounts@2024-01-01' existing = [
  for name in [storageName, dropName]: {
    name: name
  }
]

resource topics 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = [
  for name in topicNames: {
    name: name
  }
]

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

// Each query counts rows; more than the threshold raise the alert. What the product logs names no person, so neither do the alerts.
var logAlerts = [
  {
    name: 'cycle-failed'
    title: 'See360: a weekly cycle failed'
    text: 'The cycle is taken up again by itself; docs/operations.md says what to look at.'
    severity: 1
    threshold: 2
    // A try may fail: the next one comes after seconds. Several within a quarter of an hour are no chance.
    query: 'AppTraces | where tostring(Properties.EventName) == "FunctionFailed" and tostring(Properties.Function) in ("StartDue", "TakeTurn", "Housekeeping")'
  }
  {
    name: 'wave-stopped'
    title: 'See360: a wave of mails was stopped because too many came back'
    text: 'Sales management sees it on the page Woche and decides there.'
    severity: 1
    threshold: 0
    query: 'AppTraces | where tostring(Properties.EventName) == "WaveStopped"'
  }
  {
    name: 'drop-failed'
    title: 'See360: a dropped file could not be worked on'
    text: 'The file is still in the drop container; docs/operations.md says how to have it tried again.'
    severity: 2
    threshold: 0
    query: 'AppTraces | where tostring(Properties.EventName) == "FunctionFailed" and tostring(Properties.Function) == "DropInbox"'
  }
  {
    name: 'poison-message'
    title: 'See360: a message was given up'
    text: 'It lies in a queue whose name ends in -poison, of the main storage account or of the drop account.'
    severity: 2
    threshold: 0
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and Uri contains "-poison/"'
  }
  {
    name: 'event-undeliverable'
    title: 'See360: an event could not be delivered'
    text: 'Dropped files or delivery reports wait. What was given up lies in the container dead-letters.'
    severity: 2
    threshold: 0
    query: 'union isfuzzy=true AegDeliveryFailureLogs, (AzureDiagnostics | where Category == "DeliveryFailures")'
  }
  {
    name: 'mail-throttled'
    title: 'See360: the mail service asks to wait'
    text: 'Mails leave later, none is lost. If it happens each week, ask for a higher limit (docs/deploy-azure.md, 6).'
    severity: 3
    threshold: 20
    query: 'AppTraces | where tostring(Properties.EventName) == "MailThrottled"'
  }
  {
    name: 'segment-damaged'
    title: 'See360: a file of results was damaged or missing'
    text: 'The figures are right: they were read from the records, and the file is made anew within the hour. docs/operations.md says what to look at.'
    severity: 3
    threshold: 0
    query: 'AppTraces | where tostring(Properties.EventName) == "SegmentDamaged"'
  }
  {
    name: 'answers-failing'
    title: 'See360: pages get errors'
    text: '503: a store does not take what it is given. 500: a bug; its stack is in AppTraces at the same time.'
    severity: 2
    threshold: 5
    query: 'AppRequests | where toint(ResultCode) >= 500 and OperationName startswith "HttpGateway"'
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
            threshold: alert.threshold
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

// Nothing has failed, because nothing has run: a program that does not start, a secret that can't be read, a timer that is off.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-${base}-silence'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'See360: the program gives no sign of life'
    description: 'For half an hour no week was looked at, which happens each five minutes. docs/operations.md says what to look at.'
    enabled: true
    severity: 1
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where tostring(Properties.EventName) == "WeeksLookedAt"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
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

// 100 is all that was asked for. Drops and reports wait in queues meanwhile, cycles are taken up again.
resource unavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for (name, index) in [storageName, dropName]: {
    name: 'alert-${base}-unavailable-${index}'
    location: 'global'
    tags: tags
    properties: {
      description: 'See360: the storage account ${name} has not answered for a quarter of an hour.'
      enabled: true
      severity: 1
      scopes: [accounts[index].id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'availability'
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            metricName: 'Availability'
            operator: 'LessThan'
            threshold: 99
            timeAggregation: 'Average'
            skipMetricValidation: true
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

resource throttled 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for (name, index) in [storageName, dropName]: {
    name: 'alert-${base}-throttled-${index}'
    location: 'global'
    tags: tags
    properties: {
      description: 'See360: the storage account ${name} refuses requests because there are too many.'
      enabled: true
      severity: 2
      scopes: [accounts[index].id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'throttled'
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            metricName: 'Transactions'
            dimensions: [
              {
                name: 'ResponseType'
                operator: 'Include'
                values: ['ServerBusyError', 'ServerTimeoutError', 'ClientThrottlingError', 'ClientAccountRequestThrottlingError']
              }
            ]
            operator: 'GreaterThan'
            threshold: 100
            timeAggregation: 'Total'
            skipMetricValidation: true
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

// Counted by Event Grid, so it comes also if its log does not.
resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for (name, index) in topicNames: {
    name: 'alert-${base}-dead-letters-${index}'
    location: 'global'
    tags: tags
    properties: {
      description: 'See360: events of ${name} were given up. They lie in the container dead-letters.'
      enabled: true
      severity: 2
      scopes: [topics[index].id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT1H'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'dead-letters'
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: 'DeadLetteredCount'
            operator: 'GreaterThan'
            threshold: 0
            timeAggregation: 'Total'
            skipMetricValidation: true
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

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
