import type { SituationDocument } from "../../../api/situation";
import { Choice } from "../../../components/Choice";
import { Term } from "../../../components/Term";
import { linkWith, replace, type Route } from "../../../router";
import { problemsWithin, useComposing } from "../composing";
import { pointer, valueAt } from "../model/pointer";
import { Section } from "../parts/Section";
import { IssueTerm } from "./IssueTerm";
import { UnknownTerms } from "./UnknownTerms";
import { useStandpoints } from "./useStandpoints";

const watched = { needed: "Those who must sign or ratify", all: "Everyone" } as const;

/** One control an issue, with those who care about it drawn on the same scale. */
export function Terms({ situation, route }: { situation: SituationDocument; route: Route }) {
  const { document, start, edit, problems } = useComposing();
  const standpoints = useStandpoints(situation);
  const who = route.query.get("who") === "all" ? "all" : "needed";
  return (
    <Section
      title="Terms"
      tools={
        <Choice label="Shown on the scales" options={watched} value={who} choose={(next) => replace(linkWith(route, { who: next === "all" ? next : null }))} />
      }
      intro={
        <>
          Bars are <Term of="ideal point">ideal points</Term> as ranges with their likeliest place; hatched is what lies beyond a <Term of="red line" />; the dashed box
          on the scale is how things stand now. This compares places on one scale at a time: what weighs more, and what follows, is for the evaluation to say.
        </>
      }
    >
      <ol class="issues">
        {Object.entries(situation.issues).map(([id, issue]) => (
          <IssueTerm
            key={id}
            id={id}
            issue={issue}
            value={valueAt(document, pointer("terms", id))}
            before={valueAt(start, pointer("terms", id))}
            standpoint={standpoints[id]!}
            isEveryoneShown={who === "all"}
            problems={problemsWithin(problems, pointer("terms", id))}
            edit={edit}
          />
        ))}
      </ol>
      <UnknownTerms terms={valueAt(document, "/terms")} situation={situation} />
    </Section>
  );
}
