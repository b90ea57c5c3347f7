metadata description = 'What a month may cost. A budget tells, it stops nothing: maximumInstances does.'

param name string
param amount int
param start string
param emails string[]
param actionGroupIds string[]

// A budget has to tell somebody.
var roles = empty(emails) ? ['Owner'] : []

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'budget-${name}'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
        contactGroups: actionGroupIds
        contactRoles: roles
      }
      expected: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
        contactGroups: actionGroupIds
        contactRoles: roles
      }
    }
  }
}
