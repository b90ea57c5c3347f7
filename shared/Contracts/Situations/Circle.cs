namespace Parley.Contracts.Situations;

/// <summary>Circles in who depends on whom.</summary>
internal static class Circle
{
    /// <summary>
    /// One circle for each step that leads back onto the way it was reached by, in order of discovery;
    /// each starts and ends with the same name.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> All(IReadOnlyDictionary<string, IEnumerable<string>> next)
    {
        var circles = new List<IReadOnlyList<string>>();
        var done = new HashSet<string>();
        foreach (var name in next.Keys)
            Visit(name, []);

        return circles;

        void Visit(string name, List<string> way)
        {
            var start = way.IndexOf(name);
            if (start >= 0)
            {
                circles.Add([.. way.Skip(start), name]);
                return;
            }

            if (done.Contains(name) || !next.TryGetValue(name, out var following))
                return;

            way.Add(name);
            foreach (var other in following)
                Visit(other, way);

            way.RemoveAt(way.Count - 1);
            done.Add(name);
        }
    }
}
