import type { Blocking, BlockingKind, StakeholderAcceptance } from "../../../api/types";
import { Term } from "../../../components/Term";
import { inDraws, likelihood, listed, shareOrNone } from "../../../words";
import { RedLines } from "./RedLines";

interface SignerProps {
  id: string;
  acceptance: StakeholderAcceptance;
  draws: number;
  /** Whose signature hangs on its consent. */
  ratifiesFor?: readonly string[] | undefined;
}

/** Whether one would sign, and what keeps it from that. */
export function Signer({ id, acceptance: { name, probability, blocking, redLines }, draws, ratifiesFor }: SignerProps) {
  return (
    <div class="card signer" data-stakeholder={id}>
      <h3 class="told">{name}</h3>
      {ratifiesFor && (
        <p class="small soft told ratifies">
          <Term of="ratifier">Ratifies</Term> for {listed(ratifiesFor)}
        </p>
      )}
      <p class="signer-answer">
        {likelihood(probability.value)}, {inDraws(probability.value, draws)}
      </p>
      <Meter value={probability.value} />
      <RedLines redLines={redLines} blocking={blocking.filter((each) => each.kind === "redLine")} draws={draws} of={name} />
      {kinds.map((kind) => (
        <Blockers key={kind} kind={kind} blocking={blocking.filter((each) => each.kind === kind)} />
      ))}
    </div>
  );
}

const kinds = ["ratifier", "value", "margin"] as const;

interface BlockersProps {
  kind: Exclude<BlockingKind, "redLine">;
  blocking: readonly Blocking[];
}

function Blockers({ kind, blocking }: BlockersProps) {
  if (blocking.length === 0) return null;
  return (
    <div>
      <p class="small soft">
        <Reason kind={kind} />, by share of the draws
      </p>
      <ul class="blockers">
        {blocking.map((each) => (
          <li key={each.id}>
            <span class="told">{each.name}</span>
            <span class="numbers">{shareOrNone(each.share.value)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reason({ kind }: Pick<BlockersProps, "kind">) {
  if (kind === "margin") return <Term of="margin">Gains too little</Term>;
  return <>{kind === "ratifier" ? "Refused by" : "Worse off, most over"}</>;
}

/** As full as the share of the draws, and so empty or full where none or all of them sign; the words beside it say the same. */
function Meter({ value }: { value: number }) {
  return (
    <span class="meter" aria-hidden="true">
      <span style={{ width: `${value * 100}%` }} />
    </span>
  );
}
