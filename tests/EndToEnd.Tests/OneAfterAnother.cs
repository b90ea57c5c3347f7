// Each test builds and runs the whole product; on two cores they would only slow each other down.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
