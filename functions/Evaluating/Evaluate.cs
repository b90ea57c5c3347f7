using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Functions.Evaluating;

/// <summary>The engine as workers call it: <see cref="Evaluator.Evaluate"/>, unless a test wants one that is slow or broken.</summary>
public delegate Evaluation Evaluate(Situation situation, Scenario scenario, EvaluationSettings settings, CancellationToken cancellation);
