import { useEffect, useMemo } from "preact/hooks";
import * as addresses from "../../api/addresses";
import type { SituationBrief } from "../../api/types";
import { useResource } from "../../api/use";
import { Await } from "../../components/Await";
import { replace } from "../../router";
import { useTitle } from "../../shell/title";
import type { ViewProps } from "../../views";
import { Composition } from "./Composition";
import { readDraft } from "./drafting/drafts";
import { addressOf, placeOf, type Place } from "./drafting/place";
import { useStart } from "./drafting/useStart";

export function ComposeView({ route }: ViewProps) {
  useTitle("Compose");
  const place = placeOf(route);
  const situations = useResource<{ situations: SituationBrief[] }>(addresses.situations);
  return (
    <div class="stack">
      <div class="opening">
        <h1>Compose a scenario</h1>
        <p>Terms of a settlement, issue by issue, with those who care about them in view.</p>
      </div>
      <Await of={situations} what="the situations" height={60}>
        {({ situations: all }) => (place ? <Begun key={addressOf(place)} place={place} route={route} situations={all} /> : <FromScratch situations={all} />)}
      </Await>
    </div>
  );
}

/** Without a word of what to start from: an empty draft of the situation that was added last. */
function FromScratch({ situations }: { situations: readonly SituationBrief[] }) {
  const last = situations.at(-1)?.id;
  useEffect(() => {
    if (last) replace(addressOf({ kind: "blank", situation: last }));
  }, [last]);
  return last ? null : <p class="notice">There is no situation yet to compose a scenario of.</p>;
}

function Begun({ place, route, situations }: ViewProps & { place: Place; situations: readonly SituationBrief[] }) {
  const draft = useMemo(() => readDraft(place), []);
  const start = useStart(place, draft?.start);
  return (
    <Await of={start} what="what it starts from" height={60}>
      {(body) => <Composition {...{ place, route, situations, draft }} start={body} />}
    </Await>
  );
}
