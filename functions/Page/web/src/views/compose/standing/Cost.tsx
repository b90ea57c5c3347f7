import type { SituationDocument } from "../../../api/situation";
import { whole } from "../../../words";
import { valueAt, type JsonObject } from "../model/pointer";
import type { Checked } from "./useValidation";

/** What the evaluation would cost, against what one may cost. */
export function Cost({ checked, document, situation }: { checked: Checked; document: JsonObject; situation: SituationDocument | undefined }) {
  const { cost, limit } = checked.validation ?? {};
  const share = cost === undefined || limit === undefined ? undefined : cost / limit;
  return (
    <section aria-label="Cost">
      <h2 class="standing-title">Cost</h2>
      <p class="small standing-cost">
        {share === undefined ? (
          <span class="soft">Said once nothing is wrong.</span>
        ) : (
          <>
            {whole(cost!)} units, {share < 0.01 ? "under 1" : Math.round(share * 100)} % of the {whole(limit!)} that one evaluation may cost
          </>
        )}
      </p>
      <span class="meter" aria-hidden="true">
        <span style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      <details class="small">
        <summary>What is that?</summary>
        <p>
          {situation && <>{product(document, situation)}. </>}
          Drivers, bargaining and counter-offers have samples of their own and cost more, and so does a large web of causes over many years. Fewer draws or
          analyses cost less.
        </p>
      </details>
    </section>
  );
}

function product(document: JsonObject, situation: SituationDocument): string {
  const draws = valueAt(document, "/draws");
  const analyses = valueAt(document, "/analyses");
  const parts = [
    `${whole(typeof draws === "number" ? draws : 10_000)} draws`,
    `${Object.keys(situation.stakeholders).length} stakeholders`,
    `${Object.keys(situation.issues).length} issues`,
    `${Array.isArray(analyses) ? analyses.length : 5} analyses`,
  ];
  return parts.join(" × ");
}
