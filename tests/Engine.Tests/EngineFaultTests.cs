using Parley.Engine.Evaluating;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests;

public sealed class EngineFaultTests
{
    [Fact]
    public void An_error_in_the_engine_says_what_it_was_at_and_keeps_its_cause()
    {
        var situation = Situation([Issue("issue")], [Stakeholder("party", Preference("issue", Point(80), Point(10)))]);

        // No engine runs on so many threads.
        var fault = Assert.Throws<EngineFaultException>(() =>
            Evaluator.Evaluate(situation, Scenario(), new EvaluationSettings(-7), TestContext.Current.CancellationToken));

        Assert.Equal("the sample", fault.Where);
        Assert.IsType<ArgumentOutOfRangeException>(fault.InnerException);
    }
}
