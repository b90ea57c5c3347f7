using System.Collections;
using System.Reflection;

namespace Parley.Contracts.Tests;

/// <summary>Copies of a report in which every number ends in other digits, as if its sums had been made in another order.</summary>
internal sealed class Jitter(int seed)
{
    /// <summary>Far more than wider vectors bring about, relative to the number and to 1.</summary>
    private const double Most = 1e-12;

    private readonly Random random = new(seed);

    public T Of<T>(T report) => (T)Any(report)!;

    private object? Any(object? part) => part switch
    {
        double number => number + (Most * (random.Next(3) - 1) * (1 + Math.Abs(number))),
        string or null => part,
        IEnumerable list when list.GetType().IsArray || part is IList => Items((IList)list),
        _ when part.GetType().GetMethod("<Clone>$") is { } clone => Members(clone.Invoke(part, null)!),
        _ when part.GetType() is { IsValueType: true, IsPrimitive: false, IsEnum: false } => Members(part),
        _ => part,
    };

    private Array Items(IList list)
    {
        var type = list.GetType() is { IsArray: true } array ? array.GetElementType()! : list.GetType().GetGenericArguments()[0];
        var copy = Array.CreateInstance(type, list.Count);
        for (var place = 0; place < list.Count; place++)
            copy.SetValue(Any(list[place]), place);
        return copy;
    }

    private object Members(object copy)
    {
        foreach (var member in copy.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(member => member.CanWrite && member.GetIndexParameters().Length == 0))
            member.SetValue(copy, Any(member.GetValue(copy)));
        return copy;
    }
}
