import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { pictureOf, saveCsv, savePng, saveSvg } from "../charts/exporting";
import { DataTable, type Column } from "./DataTable";
import { Origin, type Evidence } from "./Origin";

export interface FigureProps<Row> {
  title: string;
  /** What one sees, in plain words. */
  caption: ComponentChildren;
  /** Of exported files, without an ending. */
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  evidence: Evidence;
  /** Above the chart: choices and the key. */
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every figure: what it shows in words, its numbers as a table, where they come from, and files of it. */
export function Figure<Row>({ title, caption, name, columns, rows, evidence, tools, children }: FigureProps<Row>) {
  const heading = useId();
  const place = useRef<HTMLDivElement>(null);
  const withPicture = (save: (picture: SVGSVGElement, name: string) => void) => () => {
    const picture = pictureOf(place.current, title);
    if (picture) save(picture, name);
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
        <DataTable caption={title} columns={columns} rows={rows} />
      </details>
      <details>
        <summary>Where does this come from?</summary>
        <Origin {...evidence} />
      </details>
      <div class="figure-foot screen-only">
        <span class="soft">Save this figure</span>
        <div class="figure-tools">
          <Save label="CSV" of={title} save={() => saveCsv(columns, rows, name)} />
          <Save label="SVG" of={title} save={withPicture(saveSvg)} />
          <Save label="PNG" of={title} save={withPicture(savePng)} />
        </div>
      </div>
    </figure>
  );
}

function Save({ label, of, save }: { label: string; of: string; save(): void }) {
  return (
    <button type="button" class="button button-quiet" onClick={save} aria-label={`Save “${of}” as ${label}`}>
      ↓ {label}
    </button>
  );
}
