import { useMemo } from "preact/hooks";
import type { SituationDocument } from "../../../api/situation";
import { useComposing } from "../composing";
import { judgementsOf, type ShippedJudgement } from "../model/judgements";
import { isObject, pointer, valueAt, type Json } from "../model/pointer";
import { rangeOf } from "../model/range";
import { focusSoon } from "../parts/focus";
import { Section } from "../parts/Section";
import { Assumption } from "./Assumption";
import { FindJudgement, searchId } from "./FindJudgement";
import { OverrideControl } from "./OverrideControl";

const place = "/assumptions/overrides";

/** What is taken otherwise than the situation judges it: its assumptions, and any other range. */
export function Judgements({ situation }: { situation: SituationDocument }) {
  const { document, edit } = useComposing();
  const all = useMemo(() => judgementsOf(situation), [situation]);
  const ranges = all.filter(({ value }) => typeof value !== "number").length;
  const stored = valueAt(document, place);
  const overrides = isObject(stored) ? stored : {};
  const assumptions = Object.keys(situation.assumptions).map((id) => pointer("assumptions", id, "value"));
  const others = Object.keys(overrides).filter((at) => !assumptions.includes(at));
  const known = new Map(all.map((judgement) => [judgement.pointer, judgement]));
  const begin = (judgement: ShippedJudgement) => {
    const own = place + pointer(judgement.pointer);
    edit(`${own} begun`, [own, ownOf(judgement)]);
    focusSoon(`[role=slider][data-place="${CSS.escape(`${own}/mode`)}"]`);
  };
  const remove = (at: string) => {
    edit(`${place + pointer(at)} gone`, [place + pointer(at), undefined]);
    focusSoon(assumptions.includes(at) ? `[data-shipped="${CSS.escape(at)}"]` : `#${searchId}`);
  };
  const control = (at: string) => <OverrideControl key={at} at={at} shipped={known.get(at)} value={overrides[at]!} place={place + pointer(at)} remove={() => remove(at)} />;
  return (
    <>
      {assumptions.length > 0 && (
        <Section title="Assumptions" intro="What the situation takes to be so, beyond the terms. You may judge it otherwise for this scenario.">
          <ul class="overrides">
            {assumptions.map((at) => (Object.hasOwn(overrides, at) ? control(at) : <Assumption key={at} shipped={known.get(at)!} begin={begin} />))}
          </ul>
        </Section>
      )}
      <Section title="Other judgements" intro={`Any of the situation's ${all.length} judgements may be replaced, ${ranges} ranges and ${all.length - ranges} fixed numbers: what someone wants and how much, how strongly one thing leads to another, how likely an outcome is.`}>
        {others.length > 0 && <ul class="overrides">{others.map(control)}</ul>}
        <FindJudgement all={all} taken={overrides} begin={begin} />
      </Section>
    </>
  );
}

/** The shipped judgement as the reader's own, to be changed; what moves it together with others goes on doing so. */
function ownOf({ value }: ShippedJudgement): Json {
  const { low, mode, high } = rangeOf(value);
  const factor = typeof value === "number" ? undefined : value.factor;
  return { low, mode, high, source: "judgement", ...(factor && { factor }) };
}
