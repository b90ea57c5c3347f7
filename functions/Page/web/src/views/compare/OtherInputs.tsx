import type { Inputs } from "../../api/types";
import { listed } from "../../words";
import { nameOf } from "../compose/model/naming";
import { namesOf } from "../compose/model/pointer";
import { letterOf } from "./selection";
import type { Compared } from "./compared";

type Assumptions = NonNullable<Inputs["assumptions"]>;

/** Judgements that only some of them put in place of the situation's; they, too, make a difference. */
export function OtherInputs({ scenarios, situation }: Compared) {
  const assumptions = scenarios.map(({ inputs }) => otherThan(situation, inputs.assumptions ?? {}));
  if (new Set(assumptions.map((each) => JSON.stringify(each))).size < 2) return null;
  return (
    <div class="small">
      <p>They differ in what they assume, which counts in the differences below:</p>
      <ul>
        {assumptions.map((each, place) => (
          <li key={place}>
            {letterOf(place)}: <Assumed assumptions={each} situation={situation} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Without what is the situation's own, though the scenario says so too. */
function otherThan({ hazard }: Compared["situation"], { baseClass, ...others }: Assumptions): Assumptions {
  return { ...others, ...(baseClass !== undefined && baseClass !== hazard?.baseClass && { baseClass }) };
}

function Assumed({ assumptions: { baseClass, overrides = {}, profiles = {} }, situation }: { assumptions: Assumptions; situation: Compared["situation"] }) {
  const pointers = Object.keys(overrides);
  const others = Object.keys(profiles).map((id) => situation.stakeholders[id]?.name ?? id);
  const told = [
    ...(others.length > 0 ? [`other preferences of ${listed(others)}`] : []),
    ...(baseClass ? [`lasting judged from the record of “${situation.hazard?.classes[baseClass]?.name ?? baseClass}”`] : []),
  ];
  if (pointers.length + told.length === 0) return <>the situation's own judgements throughout</>;
  return (
    <>
      {told.length > 0 && <span class="told">{told.join("; ")}</span>}
      {told.length > 0 && pointers.length > 0 && "; "}
      {pointers.length > 0 && `${pointers.length === 1 ? "a judgement of its own" : `${pointers.length} judgements of its own`}: `}
      {pointers.map((pointer, at) => (
        <span key={pointer}>
          {at > 0 && "; "}
          <span class="told">{nameOf(situation, namesOf(pointer))}</span>
        </span>
      ))}
    </>
  );
}
