import type { ShippedJudgement } from "../model/judgements";
import { rangeOf } from "../model/range";
import { rangeInWords } from "./rangeInWords";

/** An assumption as the situation has it. */
export function Assumption({ shipped, begin }: { shipped: ShippedJudgement; begin(judgement: ShippedJudgement): void }) {
  return (
    <li class="card override override-shipped">
      <h3 class="told">{nameOf(shipped)}</h3>
      <p class="numbers">
        {rangeInWords(rangeOf(shipped.value))} <span class="soft">as the situation has it</span>
      </p>
      <button type="button" class="button" data-shipped={shipped.pointer} aria-label={`Judge it otherwise: ${nameOf(shipped)}`} onClick={() => begin(shipped)}>
        Judge it otherwise
      </button>
    </li>
  );
}

const nameOf = ({ name }: ShippedJudgement) => name.replace("Assumption: ", "");
