import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { nameOf, pictureOf, saveCsv, savePng, saveSvg } from "../charts/exporting";
import { whole } from "../words";
import { DataTable, type Column } from "./DataTable";
import { Origin, type Evidence } from "./Origin";

export interface FigureProps<Row> {
  title: string;
  /** What one sees, in plain words. */
  caption: ComponentChildren;
  /** Of exported files, without an ending. */
  name: string;
  columns: readonly Column<Row>[];
  /** All of them: a file holds every row. */
  rows: readonly Row[];
  /** So many of them stand in the table. */
  most?: number;
  evidence: Evidence;
  /** What is told in words alone has no picture to save. */
  isInWords?: boolean;
  /** Above the chart: choices and the key. */
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every figure: what it shows in words, its numbers as a table, where they come from, and files of it. */
export function Figure<Row>({ title, caption, name, columns, rows, most = rows.length, evidence, isInWords = false, tools, children }: FigureProps<Row>) {
  const heading = useId();
  const place = useRef<HTMLDivElement>(null);
  const file = nameOf(name, evidence.titles ?? [evidence.scenario.title], evidence.scenario.situation);
  const withPicture = (save: (picture: SVGSVGElement, name: string) => void) => () => {
    const picture = pictureOf(place.current, aboutOf(title, evidence));
    if (picture) save(picture, file);
  };
  return (
    <figure class="figure" aria-labelledby={heading}>
      <figcaption class="figure-head">
        <h2 id={heading}>{title}</h2>
        <p>{caption}</p>
      </figcaption>
      {tools}
      <div ref={place}>{children}</div>
      <details>
        <summary>The numbers as a table</summary>
        <DataTable caption={title} columns={columns} rows={rows.slice(0, most)} />
        {most < rows.length && (
          <p class="soft">
            The first {whole(most)} of {whole(rows.length)} rows; the CSV has them all.
          </p>
        )}
      </details>
      <details>
        <summary>Where does this come from?</summary>
        <Origin {...evidence} />
      </details>
      <div class="figure-foot screen-only">
        <span class="soft">Save this figure</span>
        <div class="figure-tools">
          <Save label="CSV" of={title} save={() => saveCsv(columns, rows, file)} />
          {!isInWords && <Save label="SVG" of={title} save={withPicture(saveSvg)} />}
          {!isInWords && <Save label="PNG" of={title} save={withPicture(savePng)} />}
        </div>
      </div>
    </figure>
  );
}

/** What a picture says of itself where nobody sees the page. */
function aboutOf(title: string, { scenario, titles, inputs }: Evidence) {
  const { situation, engineVersion } = scenario;
  return {
    title,
    scenarios: titles?.map((each, place) => `${"ABCD"[place]}: ${each}`) ?? [scenario.title],
    origin: [`${situation.id}, version ${situation.version}; ${whole(inputs.draws)} draws from seed ${inputs.seed}; engine version ${engineVersion}`, location.href],
  };
}

function Save({ label, of, save }: { label: string; of: string; save(): void }) {
  return (
    <button type="button" class="button button-quiet" onClick={save} aria-label={`Save “${of}” as ${label}`}>
      ↓ {label}
    </button>
  );
}
