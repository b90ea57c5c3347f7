import type { EffectResult } from "../../../api/report";
import { signed } from "../../../words";
import { ConflictMark } from "./ConflictMark";
import { withoutDeal } from "./trajectories";

/** Where an effect stands at the horizon, what of it is the deal's doing, and the paths that lead there. */
export function Paths({ effect, horizon }: { effect: EffectResult; horizon: number }) {
  const { name, long, againstNoDeal, conflictOfSigns, paths, unexplained } = effect;
  return (
    <div class="paths" aria-live="polite">
      <p>
        In year {horizon}, <strong class="told">{name}</strong> stands at <strong class="numbers">{signed(long.mean.value, 2)}</strong>, counted from today. Without a deal it would stand at{" "}
        <span class="numbers">{signed(withoutDeal(effect), 2)}</span>: against no deal it moves by <span class="numbers">{signed(againstNoDeal.value, 2)}</span>. {conflictOfSigns && <ConflictMark />}
      </p>
      {paths.length > 0 && <p class="small soft">The paths explain where it stands, {signed(long.mean.value, 2)}; they are parts of that. The largest:</p>}
      <ol>
        {paths.map((path) => (
          <li key={path.links.join()}>
            <span class="told">{path.text}</span> <strong class="numbers">{signed(path.contribution.value, 2)}</strong>
          </li>
        ))}
      </ol>
      {Math.abs(unexplained) >= 0.005 && <p class="small soft">Not explained by any path: {signed(unexplained, 2)}</p>}
    </div>
  );
}
