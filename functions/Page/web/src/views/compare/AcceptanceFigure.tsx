import { redLinesBehind } from "../../behind";
import { Term } from "../../components/Term";
import type { Compared } from "./compared";
import { wishesOf } from "./evidence";
import { SharesFigure, type Shared } from "./SharesFigure";

/** Who would sign which. */
export function AcceptanceFigure(compared: Compared) {
  const stakeholders = Object.entries(compared.answer.comparison.pairs[0]!.acceptance.stakeholders);
  const some = (isVeto: boolean): Shared[] =>
    stakeholders
      .filter(([, { role }]) => (role === "veto") === isVeto)
      .map(([id, { name }]) => ({ id, name, take: (pair) => pair.acceptance.stakeholders[id]! }));
  const joint: Shared = { id: "joint", name: "All who must sign", take: (pair) => pair.acceptance.joint };
  return (
    <SharesFigure
      compared={compared}
      title="Who would sign which"
      caption={
        <>
          The share of the draws in which each <Term of="acceptance">signs</Term>: first all <Term of="veto player">who must</Term> together, then each of them,
          then what the others would say.
        </>
      }
      name="compare-acceptance"
      of={[joint, ...some(true), ...some(false)]}
      behind={{ judgements: redLinesBehind, citations: wishesOf(compared) }}
    />
  );
}
