metadata description = 'One page that shows how the app is doing.'

import { texts } from 'types.bicep'

param name string
param location string
param tags texts
param workspaceName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, name)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: '${name}: scenarios, queue, requests, storage'
    sourceId: workspace.id
    serializedData: replace(loadTextContent('workbook.json'), '{workspace}', workspace.id)
  }
}
