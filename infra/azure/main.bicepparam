using 'main.bicep'
// The file that azd looks for.
extends 'dev.bicepparam'
