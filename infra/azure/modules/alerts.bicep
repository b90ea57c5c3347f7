metadata description = 'When somebody has to look. Each alert names the part of RUNBOOK.md that says what to do.'

import { texts } from 'types.bicep'

param name string
param location string
param tags texts
param workspaceId string
param appName string
param emails string[]
param moreActionGroupIds string[]
param oldestMessageSeconds int

var rules = [
  {
    name: 'dead-letters'
    title: 'A scenario or a sweep ended as a dead letter'
    runbook: 'poison'
    severity: 1
    minutes: 15
    query: 'AppMetrics | where Name == "parley.dead_letters" | summarize Value = sum(Sum)'
    threshold: 0
  }
  {
    // At one look a message may be on its way through. What stays is there at each.
    name: 'poison-queue'
    title: 'A poison queue does not empty'
    runbook: 'poison-queue'
    severity: 1
    minutes: 10
    query: 'AppMetrics | where Name == "parley.queue.depth" | extend Queue = tostring(Properties["messaging.destination.name"]) | where Queue endswith "-poison" | summarize Least = min(Sum), Looks = count() by Queue | where Looks > 2 | summarize Value = max(Least)'
    threshold: 0
  }
  {
    // The first is measured as messages are taken, the second every minute, also where none is. Those of a sweep wait for each other.
    name: 'oldest-message'
    title: 'Messages wait too long to be taken'
    runbook: 'throttling'
    severity: 2
    minutes: 15
    query: 'AppMetrics | where (Name == "parley.queue.age" and tostring(Properties["messaging.destination.name"]) != "sweeps") or (Name == "parley.queue.oldest" and tostring(Properties["messaging.destination.name"]) == "scenarios") | summarize Value = max(iff(Name == "parley.queue.age", Max, Sum))'
    threshold: oldestMessageSeconds
  }
  {
    // Measured every minute by whatever instance there is; without one, or without telemetry, all other alerts are silent.
    name: 'silence'
    title: 'Nothing is heard of the app'
    runbook: 'silence'
    severity: 1
    minutes: 15
    query: 'AppMetrics | where Name == "parley.queue.depth" | summarize Looks = count() | project Value = iff(Looks == 0, 1.0, 0.0)'
    threshold: 0
  }
  {
    // What was accepted just now may well not have ended yet; and of what was accepted first, the end may lie before this window, since
    // instances send what they have counted at times of their own.
    name: 'standstill'
    title: 'Scenarios are accepted and none comes to an end'
    runbook: 'throttling'
    severity: 1
    minutes: 30
    query: 'AppMetrics | where Name in ("parley.scenarios.accepted", "parley.scenarios.evaluated", "parley.scenarios.failed", "parley.scenarios.stopped") | summarize Accepted = sumif(Sum, Name == "parley.scenarios.accepted" and TimeGenerated between (ago(25m) .. ago(10m))), Ended = sumif(Sum, Name != "parley.scenarios.accepted") | project Value = iff(Ended == 0, Accepted, 0.0)'
    threshold: 0
  }
  {
    name: 'failed-evaluations'
    title: 'Evaluations fail'
    runbook: 'failed-evaluations'
    severity: 2
    minutes: 15
    query: 'AppMetrics | where Name == "parley.scenarios.failed" | summarize Value = sum(Sum)'
    threshold: 5
  }
  {
    name: 'sweeps-standstill'
    title: 'Sweeps are accepted and no chunk of any is evaluated'
    runbook: 'throttling'
    severity: 1
    minutes: 30
    query: 'AppMetrics | where Name in ("parley.sweeps.accepted", "parley.chunks.evaluated", "parley.chunks.failed", "parley.sweeps.stopped") | summarize Accepted = sumif(Sum, Name == "parley.sweeps.accepted" and TimeGenerated between (ago(25m) .. ago(10m))), Done = sumif(Sum, Name != "parley.sweeps.accepted") | project Value = iff(Done == 0, Accepted, 0.0)'
    threshold: 0
  }
  {
    // Lives as long as the sweep, whenever that was accepted; the looks that count it come after at most an hour.
    name: 'stalled-sweeps'
    title: 'A sweep does not go on'
    runbook: 'throttling'
    severity: 2
    minutes: 60
    query: 'AppMetrics | where Name == "parley.sweeps.stalled" | summarize Value = sum(Sum)'
    threshold: 0
  }
  {
    name: 'failed-sweeps'
    title: 'A sweep failed'
    runbook: 'failed-evaluations'
    severity: 2
    minutes: 15
    query: 'AppMetrics | where Name == "parley.sweeps.failed" | summarize Value = sum(Sum)'
    threshold: 0
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'parley'
    enabled: true
    emailReceivers: [for email in emails: { name: email, emailAddress: email, useCommonAlertSchema: true }]
  }
}

var actionGroups = concat(empty(emails) ? [] : [people.id], moreActionGroupIds)

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${name}: ${rule.title}'
      description: 'What to do: infra/azure/RUNBOOK.md#${rule.runbook}'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT${rule.minutes}M'
      autoMitigate: true
      // The tables are there from the first telemetry on.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: 'GreaterThan'
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: actionGroups }
    }
  }
]

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

// The platform counts every answer, also those that it gives while the app cannot; the app's own requests are sampled.
resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-server-errors'
  location: 'global'
  tags: tags
  properties: {
    description: 'Requests are answered with 5xx. What to do: infra/azure/RUNBOOK.md#throttling'
    severity: 2
    enabled: true
    scopes: [app.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'errors'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 5
          // The metric is there from the first answer on.
          skipMetricValidation: true
        }
      ]
    }
    actions: [for actionGroup in actionGroups: { actionGroupId: actionGroup }]
  }
}

output actionGroupIds string[] = actionGroups
