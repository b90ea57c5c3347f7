import { useId } from "preact/hooks";
import { problemsWithin, useComposing } from "../composing";
import type { Change } from "../drafting/useDraft";
import { valueAt } from "../model/pointer";
import { ProblemLine } from "../parts/ProblemLine";

const analyses = {
  impacts: "Impacts: who would be better or worse off, and by how much",
  acceptance: "Acceptance: who would sign, and what stands in the way",
  effects: "Effects: what follows over the years",
  durability: "Durability: would it hold",
  measures: "Measures: is it lawful, whose interests does it follow",
  stability: "Stability: is it worth anyone's while to break it",
  bargaining: "Bargaining: where would talks end, by five methods",
  drivers: "Drivers: which judgements the answers hang on (costly)",
  counterOffers: "Counter-offers: what small change would make all sign (costly)",
} as const;

/** The control to which a problem of what is asked for leads. */
const places: Readonly<Record<string, string>> = { impacts: "/analyses", drivers: "/drivers", counterOffers: "/counterOffers" };

const usual: readonly string[] = ["impacts", "acceptance", "effects", "durability", "measures"];

/** What is asked for. An analysis that is not takes the settings of its own along, which would be refused without it. */
export function AnalysisChoice() {
  const { document, edit, problems } = useComposing();
  const id = useId();
  const own = ["/analyses", "/drivers", "/counterOffers"].flatMap((place) => problemsWithin(problems, place));
  const stored = valueAt(document, "/analyses");
  const asked = Array.isArray(stored) ? (stored as readonly string[]) : usual;
  const turn = (name: string, isOn: boolean) => {
    const next = isOn ? [...asked, name] : asked.filter((each) => each !== name);
    const known = Object.keys(analyses);
    const inOrder = [...known.filter((each) => next.includes(each)), ...next.filter((each) => !known.includes(each))];
    const own: Change[] = !isOn && (name === "drivers" || name === "counterOffers") ? [[`/${name}`, undefined]] : [];
    edit("/analyses", ["/analyses", inOrder], ...own);
  };
  return (
    <fieldset class="analyses" aria-describedby={id}>
      <legend>What is asked for</legend>
      {Object.entries(analyses).map(([name, words]) => (
        <label key={name} class="check">
          <input type="checkbox" data-place={places[name]} checked={asked.includes(name)} onChange={({ currentTarget }) => turn(name, currentTarget.checked)} />
          {words}
        </label>
      ))}
      <ProblemLine id={id} problems={own} />
    </fieldset>
  );
}
