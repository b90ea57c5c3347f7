import * as addresses from "../../api/addresses";
import type { Listing } from "../../api/types";
import { useResource } from "../../api/use";
import { Select } from "../../components/Select";
import { isOpen, StatusBadge } from "../../components/StatusBadge";
import { link, replace } from "../../router";
import { when } from "../../words";
import { compareLink, most } from "./selection";
import { Letter } from "./Letter";
import { isMissing, isThere, type Found } from "./useScenarios";

interface ChosenProps {
  ids: readonly string[];
  found: readonly Found[];
}

export function Chosen({ ids, found }: ChosenProps) {
  return (
    <>
      {ids.length > 0 && (
        <ol class="chosen" aria-label="Chosen scenarios">
          {ids.map((id, place) => (
            <Row key={id} place={place} id={id} found={found.find((each) => each.id === id)} ids={ids} />
          ))}
        </ol>
      )}
      {ids.length < most && <Add ids={ids} found={found} />}
    </>
  );
}

function Row({ place, id, found, ids }: { place: number; id: string; found: Found | undefined; ids: readonly string[] }) {
  const scenario = found && isThere(found) ? found.scenario : undefined;
  const title = scenario?.title ?? id;
  return (
    <li>
      {place < most ? <Letter place={place} /> : <span class="letter letter-hollow">–</span>}
      <div>
        {scenario ? (
          <a class="told clamp" href={link(["scenarios", id])}>
            {title}
          </a>
        ) : (
          <span class="told">{found ? `${id}: ${isMissing(found) ? "not there" : "could not be read"}` : "…"}</span>
        )}
        <p class="small soft told">{scenario ? `${scenario.situation.id}, version ${scenario.situation.version}` : "\u00a0"}</p>
      </div>
      {scenario && (isOpen(scenario.status) || scenario.status === "Failed") && <StatusBadge status={scenario.status} />}
      <button type="button" class="button button-quiet" aria-label={`Take “${title}” away`} onClick={() => replace(compareLink(ids.filter((each) => each !== id)))}>
        <span aria-hidden="true">✕</span>
      </button>
    </li>
  );
}

/** The newest that can go with those that are there: on the same content of the same situation. */
function Add({ ids, found }: ChosenProps) {
  const first = found.find(isThere)?.scenario.situation;
  const listing = useResource<Listing>(`${addresses.scenarios}?limit=100${first ? `&situation=${encodeURIComponent(first.id)}` : ""}`);
  const fitting = (listing.body?.scenarios ?? []).filter(({ id, situation }) => !ids.includes(id) && (!first || situation.hash === first.hash));
  const options = fitting.map(({ id, title, acceptedAt }) => [id, `${title} (${when(acceptedAt)})`] as const);
  return (
    <div class="chosen-add">
      <Select
        label={ids.length === 0 ? "Choose a scenario" : "Add another on the same situation"}
        options={[["", !listing.body ? (listing.problem ? "– the list could not be read –" : "…") : fitting.length ? "– choose –" : "– there is no other –"], ...options]}
        value=""
        choose={(id) => id && replace(compareLink([...ids, id]))}
      />
      <p class="small soft">
        Or tick them in <a href={link(["scenarios"])}>the list of scenarios</a>.
      </p>
    </div>
  );
}
