using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;

namespace Parley.Engine.Valuing;

/// <summary>
/// What the terms themselves are worth: v_ik(x) = 1 − (|x − p_ik| / max(p_ik, 100 − p_ik))^γ_ik per issue, v_a·v_b per
/// interaction, weighted by salience over the sum of all of a stakeholder's weights.
/// </summary>
internal sealed class IssueValues
{
    private readonly Model model;
    private readonly Components components;
    private readonly bool[] valued;
    private readonly int worlds;
    private readonly DrawMatrix partial;
    private readonly DrawMatrix products;
    private readonly DrawMatrix scratch = new(1);

    public IssueValues(Model model, Components components)
    {
        this.model = model;
        this.components = components;
        worlds = model.Worlds.Count;
        valued = Valued(model);
        partial = new DrawMatrix(model.Stakeholders.Max(s => s.Preferences.Count) * worlds);
        products = new DrawMatrix(worlds);
        Values = new DrawMatrix(model.Stakeholders.Count * worlds);
        InverseWeights = new DrawMatrix(model.Stakeholders.Count);
    }

    /// <summary>Σ of issues and interactions per world, before any effect, of the stakeholders whose outcome matters to something.</summary>
    public DrawMatrix Values { get; }

    /// <summary>1 / Σ of all weights per stakeholder.</summary>
    public DrawMatrix InverseWeights { get; }

    /// <summary>True for a stakeholder whose outcome is a cause or somebody's concern.</summary>
    public bool Matters(int stakeholder) => valued[stakeholder];

    /// <summary>The row of a stakeholder's value in a world.</summary>
    public int Row(int stakeholder, int world) => (stakeholder * worlds) + world;

    /// <summary>Values every stakeholder in every world and adds the contributions of issues and interactions.</summary>
    public void Compute(DrawMatrix draws, ImpactRows impacts)
    {
        partial.Draws = products.Draws = scratch.Draws = Values.Draws = InverseWeights.Draws = draws.Draws;
        for (var s = 0; s < model.Stakeholders.Count; s++)
        {
            SumWeights(draws, s);
            ValueTerms(draws, model.Stakeholders[s]);
            AddPreferences(draws, s, impacts);
            AddInteractions(draws, s, impacts);
        }

        impacts.CopyToShort();
    }

    /// <summary>Stakeholders whose total is a cause or somebody's concern.</summary>
    private static bool[] Valued(Model model)
    {
        var valued = new bool[model.Stakeholders.Count];
        foreach (var target in model.Stakeholders.SelectMany(s => s.Outcomes).Select(exposure => exposure.Target)
            .Concat(model.Links.Where(link => link.Kind == LinkKind.Outcome).Select(link => link.Source)))
        {
            valued[target] = true;
        }

        return valued;
    }

    private void SumWeights(DrawMatrix draws, int s)
    {
        var sum = InverseWeights[s];
        sum.Clear();
        foreach (var row in model.Stakeholders[s].WeightRows)
        {
            ValueKernels.Add(draws[row], sum);
        }

        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] = Vector256<double>.One / sum[i];
        }
    }

    private void ValueTerms(DrawMatrix draws, BoundStakeholder stakeholder)
    {
        for (var k = 0; k < stakeholder.Preferences.Count; k++)
        {
            var preference = stakeholder.Preferences[k];
            ValueKernels.InverseReach(draws[preference.IdealRow], scratch[0]);
            for (var w = 0; w < worlds; w++)
            {
                var value = partial[(k * worlds) + w];
                var term = model.Worlds[w].TermRows[preference.Issue];
                if (w > 0 && term == model.Worlds[w - 1].TermRows[preference.Issue])
                {
                    partial[(k * worlds) + w - 1].CopyTo(value);
                    continue;
                }

                if (preference.ShapeRow < 0)
                {
                    ValueKernels.PartialValue(draws[term], draws[preference.IdealRow], scratch[0], value);
                }
                else
                {
                    ValueKernels.BentPartialValue(draws[term], draws[preference.IdealRow], scratch[0], draws[preference.ShapeRow], value);
                }
            }
        }
    }

    private void AddPreferences(DrawMatrix draws, int s, ImpactRows impacts)
    {
        var stakeholder = model.Stakeholders[s];
        for (var w = 0; w < worlds; w++)
        {
            Values[Row(s, w)].Clear();
        }

        for (var k = 0; k < stakeholder.Preferences.Count; k++)
        {
            var salience = draws[stakeholder.Preferences[k].SalienceRow];
            AddValues(s, salience, partial, k * worlds);
            impacts.Add(
                s, components.Start(s) + k, salience, InverseWeights[s], draws[stakeholder.LossAversionRow], new WorldValues(partial, k * worlds, 1));
        }
    }

    private void AddInteractions(DrawMatrix draws, int s, ImpactRows impacts)
    {
        var stakeholder = model.Stakeholders[s];
        var start = components.Start(s) + stakeholder.Preferences.Count;
        for (var n = 0; n < stakeholder.Interactions.Count; n++)
        {
            var interaction = stakeholder.Interactions[n];
            for (var w = 0; w < worlds; w++)
            {
                ValueKernels.Multiply(partial[(interaction.First * worlds) + w], partial[(interaction.Second * worlds) + w], products[w]);
            }

            var weight = draws[interaction.WeightRow];
            AddValues(s, weight, products, 0);
            impacts.Add(s, start + n, weight, InverseWeights[s], draws[stakeholder.LossAversionRow], new WorldValues(products, 0, 1));
        }
    }

    private void AddValues(int s, ReadOnlySpan<Vector256<double>> weight, DrawMatrix values, int firstRow)
    {
        if (!valued[s])
        {
            return;
        }

        ValueKernels.Multiply(weight, InverseWeights[s], scratch[0]);
        for (var w = 0; w < worlds; w++)
        {
            ValueKernels.AddScaled(values[firstRow + w], scratch[0], Values[Row(s, w)]);
        }
    }
}
