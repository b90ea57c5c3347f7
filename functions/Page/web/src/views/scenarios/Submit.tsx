import { link } from "../../router";
import { hasView } from "../../views";
import { FromFile } from "./FromFile";
import { FromShipped } from "./FromShipped";
import type { Situations } from "./useSituations";

export function Submit({ situations }: { situations: Situations }) {
  return (
    <section class="card stack" aria-label="Evaluate another scenario">
      <div class="ways">
        <div class="way">
          <h2>One that comes with Parley</h2>
          <FromShipped situations={situations} />
        </div>
        <div class="way">
          <h2>From a file</h2>
          <FromFile />
        </div>
        {hasView("compose") && (
          <div class="way">
            <h2>From scratch</h2>
            <p>Set the terms issue by issue, with the problems and the cost at hand while you do.</p>
            <a class="button" href={link(["compose"])}>
              Compose a scenario
            </a>
          </div>
        )}
      </div>
    </section>
  );
}
