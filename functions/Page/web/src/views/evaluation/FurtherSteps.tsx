import * as addresses from "../../api/addresses";
import type { Scenario } from "../../api/types";
import { Delete } from "../../components/Delete";
import { link } from "../../router";
import { compareLink } from "../compare/selection";

/** Where one goes from a scenario: to a variation of it, beside another one, through its variants, or to its end. */
export function FurtherSteps({ scenario, changed }: { scenario: Scenario; changed(): void }) {
  return (
    <>
      <a class="button button-quiet" href={link(["compose"], { scenario: scenario.id })}>
        Compose a variation
      </a>
      <a class="button button-quiet" href={compareLink([scenario.id])}>
        Compare with another
      </a>
      <a class="button button-quiet" href={link(["sweeps", "new"], { scenario: scenario.id })}>
        Vary its terms
      </a>
      <Delete
        what="scenario"
        loss={`“${scenario.title}” and the results of all its runs are gone for everybody, and cannot be brought back.`}
        address={addresses.scenario(scenario.id)}
        next={link(["scenarios"])}
        changed={changed}
      />
    </>
  );
}
