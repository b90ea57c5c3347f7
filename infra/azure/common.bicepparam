using none

// What depends on the tenant and the people, not on the environment.
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '00000000-0000-0000-0000-000000000000')
param allowedApplications = filter(split(readEnvironmentVariable('ALLOWED_APPLICATIONS', ''), ','), id => !empty(id))
param operatorsGroupId = readEnvironmentVariable('OPERATORS_GROUP_ID', '')
param alertEmails = filter(split(readEnvironmentVariable('ALERT_EMAILS', ''), ','), address => !empty(address))
param budgetStart = readEnvironmentVariable('BUDGET_START', '0000-00-00')
