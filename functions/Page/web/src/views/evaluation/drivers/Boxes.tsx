import type { Box, DrivenOutput } from "../../../api/drivers";
import { Term } from "../../../components/Term";
import { place } from "../../../scale";
import { share } from "../../../words";
import { casesOf } from "./output";

/** Under which judgements the cases of interest come about, in words. */
export function Boxes({ driven }: { driven: DrivenOutput }) {
  const { boxes } = driven;
  return (
    <section class="stack card boxes">
      <h3>
        When is it so? <Term of="box">Boxes</Term> for <span class="told">{casesOf(driven)}</span>
      </h3>
      {"reason" in boxes ? <p>{boxes.reason}</p> : boxes.boxes.map((box, at) => <BoxWords key={at} box={box} all={boxes.share.value} />)}
    </section>
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
