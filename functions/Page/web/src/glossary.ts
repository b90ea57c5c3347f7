// Words of the trade, each in plain words; shown on demand by <Term>.
export const glossary = {
  "acceptance": "The share of the draws in which a stakeholder signs: no red line of its own is crossed, and it is at least as well off as its margin over no deal asks.",
  "base rate": "How often settlements like this one broke on record, before anything about this one is taken into account.",
  "baseline": "What a deal is measured against: no deal, with everything that may then happen, or the status quo as it stands.",
  "conflict of signs": "Some paths push an effect up and others down. The sum may be small although each force is large, and a small change of judgement may turn it.",
  "cost": "How much is computed: draws times what each draw asks for. It is limited per hour and caller.",
  "draw": "One way the uncertain judgements may turn out, taken together. Everything is computed for each of thousands of draws.",
  "engine version": "The version of the model that computed the numbers. Another version may say something else about the same inputs.",
  "impact": "How much better or worse off a stakeholder is, in points of its own scale: a hundred from its worst to its best outcome. Points of different stakeholders cannot be added up.",
  "interval": "Eight of ten draws lie in it; one of ten lies below, one above.",
  "link": "More of one thing leads to more, or to less, of another, by a weight and after some years.",
  "margin": "How many points better than no deal a stakeholder has to be before it signs.",
  "mean": "The average over all draws.",
  "no deal": "What follows if nothing is signed, with the odds of each outcome as the situation judges them.",
  "principals": "Those whose bargain the situation suspects it to be; the others are those it is made about.",
  "probability of gain": "The share of the draws in which a stakeholder is better off than without the deal.",
  "range": "A judgement with its bounds: not below the first number, likeliest at the second, not above the third. Within it, draws are made.",
  "red line": "A bound on an issue that a stakeholder does not cross, however good the rest is.",
  "sampling error": "How far a number may be off because only so many draws were made. It says nothing of whether the judgements are right.",
  "seed": "The number that the draws are made from. The same seed gives the same draws, and so the same result to the last digit.",
  "situation version": "The content of the situation that the scenario was accepted under. A version never changes.",
  "stakeholder": "Someone whom the deal affects, whether or not they are at the table.",
  "status quo": "How things stand on every issue, held as they are.",
  "veto player": "Someone without whose signature there is no deal.",
} as const;

export type Entry = keyof typeof glossary;
