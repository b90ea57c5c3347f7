using System.Globalization;
using System.Text.Json;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Tests;

// Prints the evaluation of the reference size, so that a test can compare processes with different instruction sets.
var draws = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
var evaluation = Evaluator.Evaluate(
    ReferenceSize.Situation(), ReferenceSize.Scenario(draws: draws), new EvaluationSettings(1), CancellationToken.None);
Console.WriteLine(JsonSerializer.Serialize(evaluation));
