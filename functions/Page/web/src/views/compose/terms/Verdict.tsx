import type { Span } from "../model/range";
import type { PointedProblem } from "../../../api/types";
import { liking, othersCrossed, untold, verdictOf, type Liking, type Stance } from "../model/stances";
import { ProblemLine } from "../parts/ProblemLine";

interface VerdictProps {
  /** Of the line in which the problems stand. */
  id: string;
  term: Span | undefined;
  /** Then there is no term to judge. */
  isOutOfOrder: boolean;
  statusQuo: Span | undefined;
  /** Everyone with a preference here, and those who are drawn. */
  stances: readonly Stance[];
  shown: readonly Stance[];
  isLeft: boolean;
  problems: readonly PointedProblem[];
}

const signs = { inside: "✓", maybe: "?", crossed: "✕" } as const;

/** In words whose red lines a term crosses and whom it pleases; what is wrong with it takes the place of the latter. */
export function Verdict({ id, term, isOutOfOrder, statusQuo, stances, shown, isLeft, problems }: VerdictProps) {
  const verdict = term && verdictOf(term, stances);
  const others = term ? othersCrossed(term, stances) : [];
  return (
    <div class="verdict">
      {isOutOfOrder && <p class="verdict-lines">{untold}</p>}
      {verdict && (
        <p class={`verdict-lines verdict-${verdict.worst}`}>
          <span aria-hidden="true">{signs[verdict.worst]}</span> <span class="told">{isLeft ? `Left as it is: ${lower(verdict.text)}` : verdict.text}</span>
          {others.length > 0 && <span class="soft told"> Not needed for the deal, but crossed too: {few(others)}.</span>}
        </p>
      )}
      {problems.length > 0 ? <ProblemLine id={id} problems={problems} /> : <span id={id} class="soft told">{term && statusQuo && !isLeft && pleased(shown, term, statusQuo)}</span>}
    </div>
  );
}

function pleased(stances: readonly Stance[], term: Span, statusQuo: Span): string {
  const who = (asked: Liking) => stances.filter(({ ideal }) => liking(term, statusQuo, ideal) === asked).map(({ name }) => name);
  const [nearer, farther] = [who("nearer"), who("farther")];
  if (nearer.length + farther.length === 0) return "About as far from everyone's ideal point as now.";
  return [nearer.length ? `Nearer to what ${few(nearer)} would like than now.` : "", farther.length ? `Farther for ${few(farther)}.` : ""].filter(Boolean).join(" ");
}

const most = 3;

/** So many names that the line keeps its room, whatever is dragged. */
function few(names: readonly string[]): string {
  const told = names.slice(0, most);
  const rest = names.length - told.length;
  return new Intl.ListFormat("en-GB").format(rest > 0 ? [...told, `${rest} more`] : told);
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
