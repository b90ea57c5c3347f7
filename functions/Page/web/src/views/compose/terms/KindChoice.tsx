import { useId } from "preact/hooks";
import type { TermKind } from "../model/term";

type Choosable = Exclude<TermKind, "unreadable">;

interface KindChoiceProps {
  issue: string;
  place: string;
  kind: TermKind;
  choose(kind: Choosable): void;
}

const kinds: Readonly<Record<Choosable, string>> = { unmentioned: "Not mentioned", decided: "A point", open: "A range" };

/** Whether the scenario says something of an issue, and how firmly. */
export function KindChoice({ issue, place, kind, choose }: KindChoiceProps) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class="unseen">{issue}: what is said</legend>
      {(Object.entries(kinds) as [Choosable, string][]).map(([option, words]) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === kind} data-place={option === "unmentioned" ? place : undefined} onChange={() => choose(option)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
