using System.Numerics.Tensors;
using Parley.Engine.Binding;
using Parley.Engine.Situations;

namespace Parley.Engine.Bargaining;

/// <summary>
/// Sets the table for the methods that reason about positions: ideal points, influence and salience of everyone who can
/// veto or influence, on the negotiable issues that one of them with influence cares about at the modes. Who has no position
/// on an issue is put where the others' mean lies, and does not pull at it.
/// </summary>
internal sealed class TableReader
{
    private readonly Model model;
    private readonly HashSet<int> mixed;
    private readonly bool[] hasPosition;
    private readonly double[] means;

    public TableReader(Model model)
    {
        this.model = model;
        mixed = [.. model.Quantities.Mixtures.Select(mixture => mixture.Row)];
        Actors = [.. Enumerable.Range(0, model.Stakeholders.Count).Where(s => model.Stakeholders[s].Role != StakeholderRole.Affected)];
        var modes = BargainingSample.AtModes(model.Quantities);
        Issues =
        [
            .. Enumerable.Range(0, model.Issues.Count).Where(k => model.Issues[k].Negotiable
                && Actors.Select(s => model.Stakeholders[s]).Any(of => modes[of.InfluenceRow] > 0
                    && of.Preferences.Any(preference => preference.Issue == k && modes[preference.SalienceRow] > 0))),
        ];
        Table = new BargainingTable(Actors.Count, Issues.Count);
        hasPosition = new bool[Actors.Count * Issues.Count];
        means = new double[Issues.Count];
    }

    /// <summary>Indices of the stakeholders at the table.</summary>
    public IReadOnlyList<int> Actors { get; }

    /// <summary>Indices of the issues on it.</summary>
    public IReadOnlyList<int> Issues { get; }

    /// <summary>As last read.</summary>
    public BargainingTable Table { get; }

    /// <summary>
    /// Points of salience that are all of an actor's attention, as last read: 100, or what those who care about most care in sum where
    /// that is more. Nobody then spends more than all of it, and saliences that are shares of 100 count as they stand.
    /// </summary>
    public double AllAttention { get; private set; }

    public void Read(ReadOnlySpan<double> values)
    {
        AllAttention = 100;
        for (var i = 0; i < Actors.Count; i++)
        {
            var stakeholder = model.Stakeholders[Actors[i]];
            Table.Capability[i] = values[stakeholder.InfluenceRow];
            var salience = Table.SalienceOf(i);
            var position = Table.PositionOf(i);
            salience.Clear();
            foreach (var preference in stakeholder.Preferences)
            {
                if (Place(preference.Issue) is var k and >= 0)
                {
                    salience[k] = values[preference.SalienceRow];
                    position[k] = values[preference.IdealRow];
                    hasPosition[(i * Issues.Count) + k] = !IsAbsent(preference, values);
                }
            }

            AllAttention = Math.Max(AllAttention, TensorPrimitives.Sum<double>(salience));
        }

        TensorPrimitives.Divide(Table.Salience, AllAttention, Table.Salience);
        PlaceTheIndifferent();
    }

    /// <summary>True where a stakeholder with several sets of preferences is judged by one that has none on the issue.</summary>
    private bool IsAbsent(BoundPreference preference, ReadOnlySpan<double> values) =>
        mixed.Contains(preference.SalienceRow) && values[preference.SalienceRow] == 0 && values[preference.IdealRow] == 0;

    /// <summary>
    /// Others measure their distance from everybody: left at 0, who has no position would look like an extremist.
    /// </summary>
    private void PlaceTheIndifferent()
    {
        const double middle = 50;
        CompromiseMean.Compute(Table, means);
        for (var at = 0; at < hasPosition.Length; at++)
        {
            if (!hasPosition[at])
            {
                var mean = means[at % Issues.Count];
                Table.Position[at] = double.IsFinite(mean) ? mean : middle;
            }
        }
    }

    private int Place(int issue)
    {
        for (var k = 0; k < Issues.Count; k++)
        {
            if (Issues[k] == issue)
            {
                return k;
            }
        }

        return -1;
    }
}
