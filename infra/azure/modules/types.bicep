@export()
@description('Texts by name: tags, settings.')
type texts = { *: string }

@export()
@description('The group is http, or function:NAME for a function with another trigger.')
type alwaysReadyInstances = { name: string, instanceCount: int }
