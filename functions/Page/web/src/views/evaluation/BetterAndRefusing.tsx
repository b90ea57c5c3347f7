import type { Acceptance, Blocking, Impacts, StakeholderAcceptance } from "../../api/types";
import { Term } from "../../components/Term";
import { courseOf } from "../../course";
import { everyOrNone, inDraws, isUnlikely, listed, points, share } from "../../words";
import { intervalsOf } from "./ImpactsFigure";
import { ratifiersOf } from "../../ratifying";
import type { SectionProps } from "./sections";
import { useSituation } from "./useSituation";

// What is a reason less often than this is not what a refusal rests on, unless no reason is more frequent.
const often = 0.1;
// Those beyond are counted; each has its row on the stakeholder's card.
const most = 4;

/** Those who would be better off by the deal and refuse it all the same: why, in the report's own reasons. */
export function BetterAndRefusing({ impacts, acceptance, inputs, scenario }: SectionProps & { impacts: Impacts; acceptance: Acceptance }) {
  const ids = refusingOf(impacts, acceptance);
  const ratifiers = ratifiersOf(useSituation(scenario).body?.document, acceptance.vetoPlayers);
  const isNeeded = (id: string) => acceptance.vetoPlayers.includes(id) || ratifiers.has(id);
  const [needed, others] = [ids.filter(isNeeded), ids.filter((id) => !isNeeded(id))];
  if (ids.length === 0) return null;
  const sentences = (of: readonly string[]) => of.map((id) => <Sentence key={id} id={id} of={acceptance.stakeholders[id]!} mean={impacts[id]!.noDeal.mean.value} draws={inputs.draws} />);
  return (
    <section class="stack refusing" aria-labelledby="refusing">
      <h2 id="refusing">Better off, and yet not signing</h2>
      <p class="soft">
        To gain is not enough to sign: none of its <Term of="red line">red lines</Term> may be crossed, and the <Term of="margin" /> that it asks for has to be met.
      </p>
      {needed.length > 0 && <ul>{sentences(needed)}</ul>}
      {others.length > 0 && (
        <details class="screen-only">
          <summary>
            {needed.length > 0 && "Also "}
            {others.length} whose consent is not needed
          </summary>
          <ul>{sentences(others)}</ul>
        </details>
      )}
      {others.length > 0 && (
        <p class="print-only told">
          {needed.length > 0 && "Also "}
          {listed(others.map((id) => acceptance.stakeholders[id]!.name))}, whose consent is not needed.
        </p>
      )}
    </section>
  );
}

function refusingOf(impacts: Impacts, { stakeholders }: Acceptance): string[] {
  return intervalsOf(impacts, "noDeal").filter((row) => courseOf(row) === "better" && stakeholders[row.id] && isUnlikely(stakeholders[row.id]!.probability.value)).map(({ id }) => id);
}

function Sentence({ id, of, mean, draws }: { id: string; of: StakeholderAcceptance; mean: number; draws: number }) {
  return (
    <li class="told" data-refusing={id}>
      <strong>{of.name}</strong> would be better off than with no deal ({points(mean)} points on average) and yet refuse {inDraws(1 - of.probability.value, draws)}: {reasonsOf(of).join("; ")}.
    </li>
  );
}

/** The refusals' own reasons, the most frequent first; red lines by how often they are crossed at all, since each would have to be mended. */
function reasonsOf({ blocking, redLines }: StakeholderAcceptance): string[] {
  const others = blocking.filter((each) => each.kind !== "redLine");
  const least = Math.min(often, Math.max(...[...Object.values(redLines), ...others].map((each) => each.share.value)));
  const lines = Object.values(redLines).filter((line) => line.share.value >= least).sort((one, other) => other.share.value - one.share.value);
  const crossed = lines.slice(0, most).map((line) => `“${line.name}” (${left[line.term]}${briefly(line.share.value)})`);
  if (lines.length > most) crossed.push(`${lines.length - most} more`);
  const told = others.filter((each) => each.share.value >= least).map((each) => `${reasonFor(each)} (${briefly(each.share.value)})`);
  return [...(lines.length > 0 ? [`the deal lies beyond its red ${lines.length > 1 ? "lines" : "line"} on ${listed(crossed)}`] : []), ...told];
}

const briefly = (value: number) => `in ${everyOrNone(value) ?? `${share(value)} of draws`}`;

const left = { agreed: "", open: "left open, ", statusQuo: "left as it is, " } as const;

function reasonFor({ kind, name }: Blocking): string {
  if (kind === "ratifier") return `its consent hangs on ${name}, which refuses`;
  return kind === "margin" ? "it gains less than the margin that it asks for" : `it would be worse off after all, most over “${name}”`;
}
