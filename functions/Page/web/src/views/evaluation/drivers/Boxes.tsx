import type { Box, DrivenOutput } from "../../../api/drivers";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import type { Evidence } from "../../../components/Origin";
import { Term } from "../../../components/Term";
import { place } from "../../../scale";
import { share } from "../../../words";
import { casesOf } from "./output";

type Limit = Box["limits"][number] & { box: number };

const bound = (head: string, of: (row: Limit) => number | undefined): Column<Limit> => ({ head, value: (row) => of(row) ?? "", shown: (row) => (of(row) === undefined ? "" : written(of(row)!)) });

const columns: readonly Column<Limit>[] = [
  { head: "Judgement", value: (row) => row.name },
  { head: "Box", value: (row) => row.box },
  bound("At least", (row) => row.low),
  bound("At most", (row) => row.high),
  { head: "p-value", value: (row) => row.pValue, shown: (row) => row.pValue.toPrecision(2) },
];

interface BoxesProps {
  driven: DrivenOutput;
  evidence: Evidence;
  name: string;
}

/** Under which judgements the cases of interest come about, in words. */
export function Boxes({ driven, evidence, name }: BoxesProps) {
  const { boxes } = driven;
  const heading = `When is it so? ${casesOf(driven)}`;
  if ("reason" in boxes) {
    return (
      <section class="stack card boxes">
        <h3 class="told">{heading}</h3>
        <p>{boxes.reason}</p>
      </section>
    );
  }
  return (
    <Figure
      title={heading}
      caption={
        <>
          <Term of="box">Boxes</Term>: parts of the ranges of a few judgements, within which it is so much oftener than elsewhere.
        </>
      }
      name={name}
      columns={columns}
      rows={boxes.boxes.flatMap(({ limits }, at) => limits.map((limit) => ({ ...limit, box: at + 1 })))}
      evidence={evidence}
      isInWords
    >
      <div class="stack boxes">
        {boxes.boxes.map((box, at) => (
          <BoxWords key={at} box={box} all={boxes.share.value} />
        ))}
      </div>
    </Figure>
  );
}

function BoxWords({ box: { limits, fresh }, all }: { box: Box; all: number }) {
  return (
    <div class="stack">
      <p>
        It is so in <strong>{share(all)}</strong> of all draws, and in <strong>{share(fresh.density.value)}</strong> of those in which all of this holds:
      </p>
      <ul>
        {limits.map(({ pointer, name, low, high }) => (
          <li key={pointer}>
            <span class="told">{name}</span>: <strong class="numbers">{[low !== undefined && `at least ${written(low)}`, high !== undefined && `at most ${written(high)}`].filter(Boolean).join(" and ")}</strong>
          </li>
        ))}
      </ul>
      <p class="small soft">
        That is {share(fresh.mass.value)} of all draws and holds {share(fresh.coverage.value)} of the cases, on draws that the search has not seen.
      </p>
    </div>
  );
}

const written = (value: number) => (Math.abs(value) >= 10 ? place(value) : value.toPrecision(2)).replace("-", "−");
