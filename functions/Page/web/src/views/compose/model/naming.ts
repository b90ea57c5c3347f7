// What the judgement at a JSON Pointer is, in the situation's own names; worded as the engine words the inputs of drivers.
import type { SituationDocument } from "../../../api/situation";

type Path = readonly string[];
type Named = Record<string, { name: string }> | undefined;

const called = (items: Named, id: string | undefined): string => (id !== undefined && items?.[id]?.name) || (id ?? "");

export function nameOf(situation: SituationDocument, path: Path): string {
  const [first, id, ...rest] = path;
  switch (first) {
    case "issues":
      return `Cost of moving ${called(situation.issues, id)}`;
    case "assumptions":
      return `Assumption: ${called(situation.assumptions, id)}`;
    case "links":
      return `${rest[0] === "weight" ? "Weight" : "Threshold"} of the link ${linkName(situation, id)}`;
    case "hazard":
      return `Odds ratio of ${called(situation.hazard?.factors, rest[0])}`;
    case "options":
      return `Option ${called(situation.options, id)}: shift of ${called(rest[1] === "issues" ? situation.issues : situation.effects, rest[2])}`;
    case "baselines":
      return `${id === "noDeal" ? "No deal" : "Status quo"}: ${inBaseline(situation, id, rest)}`;
    case "stakeholders":
      return ofStakeholder(situation, id!, rest);
    default:
      return `/${path.join("/")}`;
  }
}

function ofStakeholder(situation: SituationDocument, id: string, path: Path): string {
  const name = called(situation.stakeholders, id);
  if (path[0] !== "profiles") return `${name}: ${own(situation, id, path)}`;
  return `${name}, profile ${called(situation.stakeholders[id]?.profiles, path[1])}: ${own(situation, id, path.slice(2))}`;
}

function own(situation: SituationDocument, stakeholder: string, [kind, id, member, ...rest]: Path): string {
  if (kind === "preferences") {
    const issue = called(situation.issues, id);
    if (member === "ideal") return `ideal point on ${issue}`;
    if (member === "redLine") return `red line on ${issue}`;
    return member === "shape" ? `shape of the value of ${issue}` : `salience of ${issue}`;
  }
  if (kind === "interactions") return `weight of the interaction ${interaction(situation, stakeholder, id!)}`;
  if (kind === "exposures") {
    return id === "effects" ? `weight of ${called(situation.effects, member)}` : `weight of the outcome of ${called(situation.stakeholders, member)}`;
  }
  return kind === "lossAversion" ? "loss aversion" : [kind, id, member, ...rest].filter((part) => part !== undefined).join("/");
}

function interaction(situation: SituationDocument, stakeholder: string, id: string): string {
  const both = situation.stakeholders[stakeholder]?.interactions?.[id]?.issues;
  return both ? both.map((issue) => called(situation.issues, issue)).join(" with ") : id;
}

function inBaseline(situation: SituationDocument, baseline: string | undefined, [kind, id, member, issue]: Path): string {
  if (kind === "costs") return `cost to ${called(situation.stakeholders, id)}`;
  const outcome = called(situation.baselines[baseline === "noDeal" ? "noDeal" : "statusQuo"].outcomes, id);
  if (member === "odds") return `odds of ${outcome}`;
  return baseline === "statusQuo" ? called(situation.issues, issue) : `${called(situation.issues, issue)} in ${outcome}`;
}

function linkName(situation: SituationDocument, id: string | undefined): string {
  const link = id === undefined ? undefined : situation.links[id];
  if (!link) return id ?? "";
  const { issue, effect, assumption, distance, beyondRedLine, outcome } = link.from;
  const from = issue !== undefined ? called(situation.issues, issue)
    : effect !== undefined ? called(situation.effects, effect)
    : assumption !== undefined ? called(situation.assumptions, assumption)
    : distance !== undefined ? `Distance from ${called(situation.stakeholders, distance)}`
    : beyondRedLine ? `Beyond the red line of ${called(situation.stakeholders, beyondRedLine.stakeholder)} on ${called(situation.issues, beyondRedLine.issue)}`
    : `Outcome of ${called(situation.stakeholders, outcome)}`;
  return `${from} → ${called(situation.effects, link.to)}`;
}
