using 'main.bicep'
extends 'common.bicepparam'

// Kept in two regions, closed to all but the app, one instance always there for requests and one for evaluations.
param environmentName = 'prod'
param storageSku = 'Standard_GZRS'
param lockStorage = true
param privateNetwork = true
param maximumInstances = 100
param alwaysReady = [
  { name: 'http', instanceCount: 1 }
  { name: 'function:EvaluateScenario', instanceCount: 1 }
]
param logRetentionDays = 90
param oldestMessageSeconds = 120
param traceShare = '0.1'
param monthlyBudget = 500
