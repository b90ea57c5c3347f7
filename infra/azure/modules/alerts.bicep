metadata description = 'When somebody has to look. Each alert names the part of RUNBOOK.md that says what to do.'

import { texts } from 'types.bicep'

param name string
param location string
param tags texts
param workspaceId string
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
    name: 'oldest-message'
    title: 'Messages wait too long to be taken'
    runbook: 'throttling'
    severity: 2
    minutes: 15
    query: 'AppMetrics | where Name == "parley.queue.age" | summarize Value = max(Max)'
    threshold: oldestMessageSeconds
  }
  {
    // While nothing is taken, no age is measured either. What was accepted just now may well not have ended yet.
    name: 'standstill'
    title: 'Scenarios are accepted and none comes to an end'
    runbook: 'throttling'
    severity: 1
    minutes: 30
    query: 'AppMetrics | where Name in ("parley.scenarios.accepted", "parley.scenarios.evaluated", "parley.scenarios.failed") | summarize Accepted = sumif(Sum, Name == "parley.scenarios.accepted" and TimeGenerated < ago(10m)), Ended = sumif(Sum, Name != "parley.scenarios.accepted") | project Value = iff(Ended == 0, Accepted, 0.0)'
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
    query: 'AppMetrics | where Name in ("parley.sweeps.accepted", "parley.chunks.evaluated", "parley.chunks.failed") | summarize Accepted = sumif(Sum, Name == "parley.sweeps.accepted" and TimeGenerated < ago(10m)), Done = sumif(Sum, Name != "parley.sweeps.accepted") | project Value = iff(Done == 0, Accepted, 0.0)'
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
  {
    name: 'server-errors'
    title: 'Requests are answered with 5xx'
    runbook: 'throttling'
    severity: 2
    minutes: 15
    query: 'AppRequests | where toint(ResultCode) >= 500 | summarize Value = sum(ItemCount)'
    threshold: 5
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

output actionGroupIds string[] = actionGroups
