metadata description = 'Parley on Azure Functions Flex Consumption: one app, one storage account, and what watches them.'

targetScope = 'subscription'

import { alwaysReadyInstances, texts } from 'modules/types.bicep'

@description('Name of the environment, part of every name.')
@minLength(2)
@maxLength(12)
param environmentName string

param location string = deployment().location

@description('Client id of the app registration that people and programs sign in to.')
@minLength(36)
@maxLength(36)
param entraClientId string

@description('Client ids of programs that may call the app with tokens of their own, the Azure CLI always being one.')
param allowedApplications string[] = []

@description('What a request without a sign-in gets: a browser is sent to the sign-in page, or everybody gets 401.')
@allowed(['RedirectToLoginPage', 'Return401'])
param unauthenticatedClientAction string = 'RedirectToLoginPage'

@description('Object id of the group that operates the app; it may read tables and queues. Nobody, when empty.')
param operatorsGroupId string = ''

@description('Memory of one instance, in MiB; the cores come with it: a quarter, one or two.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances that are always there, by the group of functions that they serve.')
param alwaysReady alwaysReadyInstances[] = []

@description('The share of traces that Application Insights gets, from 0 to 1.')
param traceShare string = '1'

@description('Settings of the app other than the defaults of local.settings.sample.json, as Section__Name.')
param settings texts = {}

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_RAGRS', 'Standard_GZRS', 'Standard_RAGZRS'])
param storageSku string = 'Standard_ZRS'

@description('True: nobody can delete the storage account while the lock is on it.')
param lockStorage bool = false

@description('True: every read and write of a table is logged, too, not only deletions.')
param auditStorage bool = false

@description('True: the app reaches storage through a virtual network only, and storage is closed to everybody else.')
param privateNetwork bool = false

@description('Days for which telemetry and logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Where alerts and warnings of cost go.')
param alertEmails string[] = []

@description('Action groups that exist already and are told, too.')
param actionGroupIds string[] = []

@description('Seconds that a message may wait before somebody is told.')
param oldestMessageSeconds int = 300

@description('Most that a month may cost, in the currency of the subscription.')
param monthlyBudget int

@description('First day of the month in which the budget began or begins, which can never be changed: budget-start.sh tells it.')
@minLength(10)
@maxLength(10)
param budgetStart string

var tags = { 'azd-env-name': environmentName, product: 'parley' }
var name = 'parley-${environmentName}'

// Names are given here rather than by the modules' outputs, so that a what-if can tell what would change.
var suffix = uniqueString(group.id)
var appName = '${name}-${suffix}'
var storageName = 'parley${suffix}'
var identityName = 'id-${name}'
var workspaceName = 'log-${name}'
var applicationInsightsName = 'appi-${name}'

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${name}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: identityName, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: workspaceName
    applicationInsightsName: applicationInsightsName
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: storageName
    location: location
    tags: tags
    sku: storageSku
    isPrivate: privateNetwork
    isLocked: lockStorage
    workspaceId: monitoring.outputs.workspaceId
    auditAll: auditStorage
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: { name: name, location: location, tags: tags, storageName: storageName }
  dependsOn: [storage]
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    storageName: storageName
    applicationInsightsName: applicationInsightsName
    identityName: identityName
    operatorsGroupId: operatorsGroupId
  }
  dependsOn: [identity, monitoring, storage]
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: appName
    location: location
    tags: tags
    identityName: identityName
    storageName: storageName
    deploymentContainer: storage.outputs.deploymentContainer
    applicationInsightsName: applicationInsightsName
    workspaceId: monitoring.outputs.workspaceId
    subnetId: network.?outputs.appSubnetId
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    alwaysReady: alwaysReady
    traceShare: traceShare
    settings: settings
    entraClientId: entraClientId
    allowedApplications: allowedApplications
    unauthenticatedClientAction: unauthenticatedClientAction
  }
  dependsOn: [roles]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    appName: appName
    emails: alertEmails
    moreActionGroupIds: actionGroupIds
    oldestMessageSeconds: oldestMessageSeconds
  }
  dependsOn: [app]
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: { name: name, location: location, tags: tags, workspaceName: workspaceName }
  dependsOn: [monitoring]
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    name: name
    amount: monthlyBudget
    start: budgetStart
    emails: alertEmails
    actionGroupIds: alerts.outputs.actionGroupIds
  }
}

output RESOURCE_GROUP string = group.name
output FUNCTION_APP string = appName
output APP_ADDRESS string = app.outputs.address
output STORAGE_ACCOUNT string = storageName
output WORKSPACE string = workspaceName
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
