import * as Plot from "@observablehq/plot";
import type { Consent, Offer, Twice } from "../../../api/bargaining";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import type { Role } from "../../../api/types";
import { points, shareOrNone } from "../../../words";
import { named, nameMark, nameRoom } from "../naming";

interface Row {
  id: string;
  role: Role | undefined;
  name: string;
  change: number;
  before?: Twice;
  after?: Twice;
}

const chance = (head: string, of: (row: Row) => number | undefined): Column<Row> => ({ head, value: (row) => of(row) ?? "", shown: (row) => (of(row) === undefined ? "–" : shareOrNone(of(row)!)) });

const columns: readonly Column<Row>[] = [
  { head: "Stakeholder", value: (row) => row.name },
  { head: "Change of impact", value: (row) => row.change, shown: (row) => points(row.change) },
  chance("Would sign it, fresh draws", (row) => row.after?.freshDraws.value),
  chance("Would sign it, draws of the search", (row) => row.after?.fixedDraws.value),
  chance("Would sign the deal, fresh draws", (row) => row.before?.freshDraws.value),
];

interface ChangesProps {
  offer: Offer;
  original: Consent;
  title: string;
  name: string;
  evidence: Evidence;
}

/** Whom an offer does good and whom harm against the deal, and who would then sign. */
export function ChangesFigure({ offer, original, title, name, evidence }: ChangesProps) {
  const rows = Object.entries(offer.changes)
    .map(([id, change]): Row => {
      const [before, after] = [original.stakeholders[id]?.probability, offer.acceptance.stakeholders[id]?.probability];
      return { id, role: offer.acceptance.stakeholders[id]?.role, name: change.name, change: change.points.value, ...(before && { before }), ...(after && { after }) };
    })
    .sort((a, b) => b.change - a.change);
  const asked = rows.filter((row) => row.after);
  const [signers, ratifiers] = [asked.filter((row) => row.role === "veto"), asked.filter((row) => row.role !== "veto")];
  return (
    <Figure title={title} caption="Points that each gains or loses if the deal is changed so, effects included." name={name} columns={columns} rows={rows} evidence={evidence}>
      <PlotChart label={`Changes for ${rows.length} stakeholders; the same numbers stand in the table below`} of={[offer]} height={(width) => rows.length * named(width).row + 36} draw={(width) => options(rows, width)} />
      <p class="small soft">
        Who would sign it, on <Term of="fresh draws" /> (and for the deal as it is):
      </p>
      <ul class="consents">
        {signers.map((row) => <Asked key={row.id} row={row} />)}
        <li>
          All together <strong>{shareOrNone(offer.acceptance.joint.freshDraws.value)}</strong> <span class="soft">({shareOrNone(original.joint.freshDraws.value)})</span>
        </li>
      </ul>
      {ratifiers.length > 0 && (
        <>
          <p class="small soft">
            Who would consent at home as a <Term of="ratifier">ratifier</Term>, which is counted in what its signer does:
          </p>
          <ul class="consents">
            {ratifiers.map((row) => <Asked key={row.id} row={row} />)}
          </ul>
        </>
      )}
    </Figure>
  );
}

/** How often one says yes to the offer, and how often to the deal. */
function Asked({ row }: { row: Row }) {
  return (
    <li>
      <span class="told">{row.name}</span> <strong>{shareOrNone(row.after!.freshDraws.value)}</strong>{row.before && <span class="soft"> ({shareOrNone(row.before.freshDraws.value)})</span>}
    </li>
  );
}

/** What is told as 0 has the colour of neither. */
function toneOf({ change }: Row): string {
  if (points(change) === "0") return "var(--open-soft)";
  return change < 0 ? "var(--worse-soft)" : "var(--better-soft)";
}

function options(rows: readonly Row[], width: number): Plot.PlotOptions {
  const { dy } = named(width);
  const reach = Math.max(...rows.map((row) => Math.abs(row.change)), 1) * 1.3;
  const label = { y: "id", x: "change", text: (row: Row) => points(row.change), dy, fontWeight: 600, fill: "var(--ink)", fontVariant: "tabular-nums" as const };
  return {
    marginTop: 32,
    marginBottom: 4,
    ...nameRoom(width),
    x: { domain: [-reach, reach], axis: null },
    y: { domain: rows.map((row) => row.id), axis: null, padding: 0.3 },
    marks: [
      Plot.ruleX([0], { stroke: "var(--ink)" }),
      Plot.text(["← loses by it"], { frameAnchor: "top", dx: -10, dy: -22, textAnchor: "end", fill: "var(--worse)", fontWeight: 600 }),
      Plot.text(["gains by it →"], { frameAnchor: "top", dx: 10, dy: -22, textAnchor: "start", fill: "var(--better)", fontWeight: 600 }),
      Plot.link(rows, { x1: () => 0, x2: "change", y1: "id", y2: "id", dy, strokeWidth: 11, stroke: toneOf }),
      Plot.text(rows.filter((row) => row.change >= 0), { ...label, dx: 8, textAnchor: "start" }),
      Plot.text(rows.filter((row) => row.change < 0), { ...label, dx: -8, textAnchor: "end" }),
      nameMark(rows, "id", (row) => row.name, width),
    ],
  };
}
