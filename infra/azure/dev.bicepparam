using 'main.bicep'
extends 'common.bicepparam'

// For trying things out: small, behind the sign-in but not in a network of its own, and nothing runs while nobody asks.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param storageSku = 'Standard_LRS'
param maximumInstances = 5
param monthlyBudget = 50
param settings = {
  Limits__CostPerHour: '24000000000'
  Retention__ScenarioDays: '30'
  Retention__TombstoneDays: '7'
  Retention__DeadLetterDays: '30'
}
