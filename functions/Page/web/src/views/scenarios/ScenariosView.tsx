import { useState } from "preact/hooks";
import { useTitle } from "../../shell/title";
import type { ViewProps } from "../../views";
import { Choosing } from "./Choosing";
import { Filters } from "./Filters";
import { ScenarioList } from "./ScenarioList";
import { Submit } from "./Submit";
import { useChoice } from "./useChoice";
import { useSituations } from "./useSituations";

export function ScenariosView({ route }: ViewProps) {
  useTitle("Scenarios");
  const situations = useSituations();
  const [isSubmitting, setSubmitting] = useState(false);
  const choice = useChoice();
  return (
    <div class="stack">
      <div class="opening">
        <h1>Scenarios</h1>
        <p>Terms of a settlement, and what they would mean for everyone concerned.</p>
      </div>
      <div class="row">
        <button type="button" class="button button-main" aria-expanded={isSubmitting} onClick={() => setSubmitting(!isSubmitting)}>
          Evaluate another scenario
        </button>
      </div>
      {isSubmitting && <Submit situations={situations} />}
      <Filters route={route} situations={situations} />
      <Choosing choice={choice} />
      <ScenarioList key={String(route.query)} query={route.query} situations={situations} choice={choice} />
    </div>
  );
}
