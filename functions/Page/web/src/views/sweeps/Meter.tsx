import type { SweepProgress } from "../../api/sweep";
import { whole } from "../../words";

export function Meter({ progress: { variants, variantsDone } }: { progress: SweepProgress }) {
  return (
    <div class="progress">
      <progress max={variants} value={variantsDone} aria-label="Variants evaluated" />
      <span class="small soft numbers">
        {whole(variantsDone)} of {whole(variants)}
      </span>
    </div>
  );
}
