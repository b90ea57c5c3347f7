import { compareLink, fewest, most } from "../compare/selection";
import type { Choice } from "./useChoice";

/** What can be done with the ticked scenarios. It has its room before anything is ticked. */
export function Choosing({ choice }: { choice: Choice }) {
  const { all } = choice;
  return (
    <section class="choosing screen-only" aria-label="Chosen to compare">
      <p class="small soft" role="status">
        {words(all.length)}
      </p>
      {all.length >= fewest && (
        <a class="button button-main" href={compareLink(all.map(({ id }) => id))}>
          Compare {all.length} chosen
        </a>
      )}
      {all.length > 0 && (
        <button type="button" class="button button-quiet" onClick={choice.clear}>
          Choose none
        </button>
      )}
    </section>
  );
}

function words(count: number): string {
  if (count === 0) return "Tick two to four scenarios to compare them.";
  if (count < fewest) return "One is chosen; tick one more. Only scenarios on the same version of its situation can be compared; the others cannot be ticked.";
  return count < most ? `${count} are chosen.` : `${count} are chosen, which is the most.`;
}
