using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;

namespace Parley.Engine.Valuing;

/// <summary>How far the terms of a world lie from a stakeholder's ideal points.</summary>
internal static class IdealDistance
{
    /// <summary>Σ s·|x − p| / (100·Σ s) over the stakeholder's issues, in scale lengths, 0 to 1.</summary>
    /// <param name="saliences">Scratch.</param>
    public static void Write(
        DrawMatrix draws, BoundStakeholder stakeholder, World world, Span<Vector256<double>> saliences, Span<Vector256<double>> distance)
    {
        distance.Clear();
        saliences.Clear();
        foreach (var preference in stakeholder.Preferences)
        {
            var salience = draws[preference.SalienceRow];
            Add(draws[world.TermRows[preference.Issue]], draws[preference.IdealRow], salience, distance);
            ValueKernels.Add(salience, saliences);
        }

        Divide(saliences, distance);
    }

    /// <summary>distance ← distance + s·|x − p|.</summary>
    public static void Add(
        ReadOnlySpan<Vector256<double>> term,
        ReadOnlySpan<Vector256<double>> ideal,
        ReadOnlySpan<Vector256<double>> salience,
        Span<Vector256<double>> distance)
    {
        term = term[..distance.Length];
        ideal = ideal[..distance.Length];
        salience = salience[..distance.Length];
        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] += salience[i] * Vector256.Abs(term[i] - ideal[i]);
        }
    }

    /// <summary>distance ← distance/(100·saliences).</summary>
    public static void Divide(ReadOnlySpan<Vector256<double>> saliences, Span<Vector256<double>> distance)
    {
        saliences = saliences[..distance.Length];

        // A stakeholder without any salience is at no distance from anything: 0 / tiny, not 0 / 0.
        var hundred = Vector256.Create(100.0);
        var tiny = Vector256.Create(1e-300);
        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] /= Vector256.Max(hundred * saliences[i], tiny);
        }
    }
}
