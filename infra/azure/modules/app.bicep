metadata description = 'The function app, who may call it, and its settings.'

import { alwaysReadyInstances, texts } from 'types.bicep'

param name string
param location string
param tags texts
param identityName string
param storageName string
param deploymentContainer string
param applicationInsightsName string
param workspaceId string
param subnetId string?
param instanceMemory int
param maximumInstances int
param alwaysReady alwaysReadyInstances[]
param traceShare string
param settings texts
param entraClientId string
param allowedApplications string[]
param unauthenticatedClientAction string

// The Azure CLI, so that operators and pipelines can get a token for the app.
var azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

// A name of the platform: the assertion of this identity is taken in place of a client secret.
var assertionSetting = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

// Defaults stand in one place. Only the app's own settings have a section; the others are for machines of developers.
var sample = loadJsonContent('../../../local.settings.sample.json', 'Values')
var defaults = toObject(
  filter(items(sample), setting => contains(setting.key, '__')),
  setting => setting.key,
  setting => setting.value
)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'parley' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: subnetId
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${account.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReady
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(defaults, settings, {
      AzureWebJobsStorage__blobServiceUri: account.properties.primaryEndpoints.blob
      AzureWebJobsStorage__queueServiceUri: account.properties.primaryEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: account.properties.primaryEndpoints.table
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      OTEL_SERVICE_NAME: 'parley'
      OTEL_TRACES_SAMPLER_ARG: traceShare
      Access__RequireCaller: 'true'
      WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
      '${assertionSetting}': identity.properties.clientId
    })
  }

  resource authentication 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: unauthenticatedClientAction
        redirectToProvider: 'azureactivedirectory'
        // For probes, which have no identity; they say that the app lives and nothing else.
        excludedPaths: ['/api/health/live', '/api/health/ready']
      }
      httpSettings: { requireHttps: true }
      login: { tokenStore: { enabled: false } }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: entraClientId
            clientSecretSettingName: assertionSetting
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: {
            allowedAudiences: [entraClientId, 'api://${entraClientId}']
            defaultAuthorizationPolicy: {
              allowedApplications: union([entraClientId, azureCli], allowedApplications)
            }
          }
        }
      }
    }
    dependsOn: [appSettings]
  }

  // Nobody deploys with a password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'parley'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'FunctionAppLogs', enabled: true }
      { category: 'AppServiceAuthenticationLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output address string = 'https://${app.properties.defaultHostName}'
