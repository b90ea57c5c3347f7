import type { BoxQuality, OutputSummary, SweepOutput } from "../../api/sweep";
import { Term } from "../../components/Term";
import { plain } from "../../outputNames";
import { listed, share } from "../../words";
import { limitWords } from "./limits";
import { isShare, tellerOf } from "./measures";
import type { Swept } from "./Results";

/** Where variants fail, in words: the boxes of terms in which that happens (PRIM). */
export function Boxes(swept: Swept) {
  const { summary } = swept;
  if (summary.outputs.every((output) => !output.boxes)) return null;
  return (
    <section class="stack" aria-labelledby="boxes">
      <h2 id="boxes">Where it goes wrong</h2>
      <p>
        For each output the terms under which variants fail most. <Term of="coverage" /> says how much of the failing a box holds, <Term of="density" /> how surely a
        variant in it fails.
      </p>
      <div class="topics">
        {summary.outputs.map((output, at) => (
          <section class="topic" key={at}>
            <h3 class="told">{plain(output.name)}</h3>
            <Output output={output} {...swept} />
          </section>
        ))}
      </div>
    </section>
  );
}

function Output({ output, ...swept }: Swept & { output: OutputSummary }) {
  const { boxes, failing } = output;
  return (
    <div class="stack">
      <p>
        A variant fails where this is {failure(output.output)}: {share(failing)} of all do.
      </p>
      {boxes && "reason" in boxes && <p class="told">{boxes.reason}</p>}
      {boxes && !("reason" in boxes) && (
        <>
          {boxes.boxes.length === 0 && <p>No box of terms tells those that fail from the others.</p>}
          <ul class="failing-boxes">
            {boxes.boxes.map((box, at) => (
              <li key={at} class="card">
                <p class="told">
                  {at === 0 ? "Most where " : "Also where "}
                  {listed(box.limits.map((limit) => limitWords(limit, swept.inputs.vary[limit.issue], swept.situation)))}.
                </p>
                <Quality quality={box} />
              </li>
            ))}
            {boxes.together && (
              <li class="card">
                <p>All of these together:</p>
                <Quality quality={boxes.together} />
              </li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}

function Quality({ quality: { coverage, density, mass } }: { quality: BoxQuality }) {
  return (
    <dl class="facts">
      <div>
        <dt>
          <Term of="coverage">Coverage</Term>
        </dt>
        <dd data-value={coverage}>{share(coverage)} of those that fail</dd>
      </div>
      <div>
        <dt>
          <Term of="density">Density</Term>
        </dt>
        <dd data-value={density}>{share(density)} inside fail</dd>
      </div>
      <div>
        <dt>Size</dt>
        <dd data-value={mass}>{share(mass)} of all variants</dd>
      </div>
    </dl>
  );
}

function failure(output: SweepOutput): string {
  const { above, below } = output.fails ?? {};
  const told = (value: number) => (isShare(output) ? `${Math.round(value * 100)}\u00a0%` : value === 0 ? "0" : tellerOf(output)(value));
  return above === undefined ? `below ${told(below ?? 0)}` : `above ${told(above)}`;
}
