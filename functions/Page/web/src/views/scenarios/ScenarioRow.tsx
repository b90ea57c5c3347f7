import { Fragment } from "preact";
import * as addresses from "../../api/addresses";
import type { ListedScenario, Scenario } from "../../api/types";
import { useResource } from "../../api/use";
import { isOpen, StatusBadge } from "../../components/StatusBadge";
import { Term } from "../../components/Term";
import { link } from "../../router";
import { likelihood, shareOrNone, when } from "../../words";
import type { Choice } from "./useChoice";

interface ScenarioRowProps {
  listed: ListedScenario;
  situation: string;
  choice: Choice;
}

const alien = "It rests on another situation, or another version of it, than what is chosen, and cannot be compared with it.";

/** One scenario of the list; one that has not ended is followed until it has. */
export function ScenarioRow({ listed, situation, choice }: ScenarioRowProps) {
  const followed = useResource<Scenario>(isOpen(listed.status) ? addresses.scenario(listed.id) : null);
  const scenario = followed.body ?? listed;
  const isAlien = !choice.fits(listed);
  return (
    <li class="scenario">
      <label class="scenario-pick screen-only" title={isAlien ? alien : undefined}>
        <input type="checkbox" checked={choice.has(listed)} disabled={!choice.has(listed) && (choice.isFull || isAlien)} onChange={() => choice.turn(listed)} />
        <span class="unseen">Choose “{listed.title}” to compare{isAlien && `. ${alien}`}</span>
      </label>
      <div class="scenario-main">
        <div class="scenario-title">
          <a class="told clamp" href={link(["scenarios", scenario.id])}>
            {scenario.title}
          </a>
        </div>
        <p class="small soft told">
          {scenario.kind === "proposal" ? "Published proposal" : "Constructed"} · {situation}
        </p>
      </div>
      <Result scenario={scenario} />
      <div class="scenario-state">
        <StatusBadge status={scenario.status} />
        <p class="small soft numbers">
          <time dateTime={scenario.acceptedAt}>{when(scenario.acceptedAt)}</time>
        </p>
      </div>
    </li>
  );
}

function Result({ scenario: { summary } }: { scenario: ListedScenario }) {
  if (!summary) return <p class="small soft">no result yet</p>;
  const { gaining, losing, open, unaffected, jointAcceptance } = summary;
  return (
    <p class="small">
      {gaining !== undefined && losing !== undefined && (
        <>
          {open === undefined && (
            <>
              <Term of="by the mean">By the mean</Term>:{" "}
            </>
          )}
          <Counts of={[`${gaining} ▲ better`, `${losing} ▼ worse off`, ...(open === undefined ? [] : [`${open} open`]), ...(unaffected ? [`${unaffected} hardly affected`] : [])]} />
          <br />
        </>
      )}
      {jointAcceptance !== undefined && (
        <span class="soft">
          All sign: {likelihood(jointAcceptance)} ({shareOrNone(jointAcceptance)})
        </span>
      )}
    </p>
  );
}

/** One after the other; no line breaks within one. */
function Counts({ of: counts }: { of: readonly string[] }) {
  return (
    <>
      {counts.map((count, place) => (
        <Fragment key={place}>
          {place > 0 && " "}
          <span class="unbroken">
            {count.split(/([▲▼])/).map((part) => (/[▲▼]/.test(part) ? <span aria-hidden="true">{part}</span> : part))}
            {place < counts.length - 1 && ","}
          </span>
        </Fragment>
      ))}
    </>
  );
}
