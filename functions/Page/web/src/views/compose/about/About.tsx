import type { SituationBrief } from "../../../api/types";
import { Choice } from "../../../components/Choice";
import { Select } from "../../../components/Select";
import { go, link } from "../../../router";
import { useComposing } from "../composing";
import { valueAt } from "../model/pointer";
import { Section } from "../parts/Section";
import { TextField } from "../parts/TextField";
import { PublicationFields } from "./PublicationFields";

const kinds = { constructed: "Constructed", proposal: "Published proposal" } as const;

/** What the scenario is called, of which situation it is, and whose text it renders. */
export function About({ situations }: { situations: readonly SituationBrief[] }) {
  const { document, edit } = useComposing();
  const situation = valueAt(document, "/situation");
  const kind = valueAt(document, "/kind") === "proposal" ? "proposal" : "constructed";
  const choose = (next: keyof typeof kinds) =>
    next === "proposal"
      ? edit("/kind", ["/kind", next], ["/publication", valueAt(document, "/publication") ?? { title: "", author: "", date: "", url: "" }])
      : edit("/kind", ["/kind", next], ["/publication", undefined]);
  return (
    <Section title="What it is">
      <div class="about">
        <Select
          label="Situation (another one begins another draft)"
          options={situations.map(({ id, title }) => [id, title] as const)}
          value={typeof situation === "string" ? situation : ""}
          choose={(id) => go(link(["compose"], { situation: id }))}
        />
        <TextField label="Title" place="/title" isRequired placeholder="What sets it apart" />
        <TextField label="Summary (may be empty)" place="/summary" rows={2} />
        <Choice label="Kind" options={kinds} value={kind} choose={choose} />
        {kind === "proposal" && <PublicationFields />}
      </div>
    </Section>
  );
}
