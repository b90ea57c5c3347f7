import { useId } from "preact/hooks";
import type { Route } from "../../router";
import { whole } from "../../words";
import { brushOf, isBrushed, setBrush } from "./brush";
import type { Measure } from "./measures";

interface BrushFieldsProps {
  x: Measure;
  y: Measure;
  route: Route;
  count: number;
  of: number;
  /** False where there are more, which were not read. */
  isAll: boolean;
}

/** The rectangle in numbers, for those who do not drag. */
export function BrushFields({ x, y, route, count, of, isAll }: BrushFieldsProps) {
  const brush = brushOf(route);
  const field = (axis: "x" | "y", end: "low" | "high", measure: Measure) => (
    <Limit
      key={`${axis}${end}${measure.id}`}
      label={`${axis === "x" ? "Across" : "Up"}, ${end === "low" ? "not below" : "not above"}`}
      value={brush[axis][end]}
      step={measure.isShare ? 0.05 : 1}
      change={(value) => setBrush(route, { ...brush, [axis]: { ...brush[axis], [end]: value } })}
    />
  );
  return (
    <div class="stack screen-only">
      <div class="limits" role="group" aria-label="Limits of the chosen variants">
        {field("x", "low", x)}
        {field("x", "high", x)}
        {field("y", "low", y)}
        {field("y", "high", y)}
      </div>
      <div class="row">
        <p class="small" role="status">
          {isBrushed(brush) ? `${whole(count)} of` : "All"} {whole(of)} variants {!isAll && "that were read "}are chosen.
        </p>
        {isBrushed(brush) && (
          <button type="button" class="button button-quiet" onClick={() => setBrush(route, { x: {}, y: {} })}>
            Choose all
          </button>
        )}
      </div>
    </div>
  );
}

interface LimitProps {
  label: string;
  value: number | undefined;
  step: number;
  change(value: number | undefined): void;
}

function Limit({ label, value, step, change }: LimitProps) {
  const id = useId();
  const read = (text: string) => change(text === "" || !Number.isFinite(Number(text)) ? undefined : Number(text));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="number" step={step} value={value ?? ""} onChange={(event) => read(event.currentTarget.value)} />
    </div>
  );
}
