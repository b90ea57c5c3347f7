using System.Text.Json;
using Parley.Contracts.Checking;

namespace Parley.Contracts.Tests;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_value_of_every_enum_has_its_name_for_a_word_as_the_schemas_say()
    {
        HasAll(Vocabulary.Roles);
        HasAll(Vocabulary.Directions);
        HasAll(Vocabulary.Sides);
        HasAll(Vocabulary.Kinds);
        HasAll(Vocabulary.Analyses);
        HasAll(Vocabulary.BargainingMethods);
        HasAll(Vocabulary.BargainingVerdicts);
        HasAll(Vocabulary.Blocking);
        HasAll(Vocabulary.Restraints);
        HasAll(Vocabulary.Origins);
        HasAll(Vocabulary.Contributions);
        HasAll(Vocabulary.Baselines);
        HasAll(Vocabulary.ComparedHorizons);
        HasAll(Vocabulary.ComparedFigures);
        HasAll(Vocabulary.ReversalCauses);
        HasAll(Vocabulary.ReversalVerdicts);
        HasAll(Vocabulary.OfferConstraints);
        HasAll(Vocabulary.OfferKinds);
    }

    private static void HasAll<T>(Words<T> words)
        where T : struct, Enum => Assert.Equal(Enum.GetValues<T>().Select(value => JsonNamingPolicy.CamelCase.ConvertName($"{value}")), Enum.GetValues<T>().Select(value => words[value]));
}
