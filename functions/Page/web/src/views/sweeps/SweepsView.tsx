import * as addresses from "../../api/addresses";
import type { ListedSweep, Sweep, SweepListing } from "../../api/sweep";
import { useResource } from "../../api/use";
import { Await } from "../../components/Await";
import { Empty } from "../../components/States";
import { isOpen, StatusBadge } from "../../components/StatusBadge";
import { Term } from "../../components/Term";
import { link, linkWith, type Route } from "../../router";
import { useTitle } from "../../shell/title";
import type { ViewProps } from "../../views";
import { when, whole } from "../../words";
import { Meter } from "./Meter";

export function SweepsView({ route }: ViewProps) {
  useTitle("Sweeps");
  const after = route.query.get("after");
  const listing = useResource<SweepListing>(`${addresses.sweeps}?limit=25${after ? `&after=${encodeURIComponent(after)}` : ""}`);
  return (
    <div class="stack">
      <div class="opening">
        <h1>Sweeps</h1>
        <p>Hundreds of variants of one scenario, to see which terms matter and what can be had together.</p>
      </div>
      <div class="row">
        <a class="button button-main" href={link(["sweeps", "new"])}>
          Start a sweep
        </a>
      </div>
      <Await of={listing} what="the sweeps" height={30}>
        {(read) => <List listing={read} route={route} />}
      </Await>
    </div>
  );
}

function List({ listing: { sweeps, next }, route }: { listing: SweepListing; route: Route }) {
  if (sweeps.length === 0 && !next)
    return (
      <Empty>
        <strong>No sweep has been started yet</strong>
        <p>
          Choose a scenario, say which of its terms may take which values, and every <Term of="variant" /> is judged on the same draws.
        </p>
      </Empty>
    );
  const cursor = next ? new URLSearchParams(next.split("?")[1]).get("after") : null;
  return (
    <>
      <ul class="scenarios" aria-label="Sweeps, newest first">
        {sweeps.map((sweep) => (
          <Row key={sweep.id} listed={sweep} />
        ))}
      </ul>
      {cursor && (
        <a class="button" href={linkWith(route, { after: cursor })}>
          Older sweeps
        </a>
      )}
    </>
  );
}

function Row({ listed }: { listed: ListedSweep }) {
  const followed = useResource<Sweep>(isOpen(listed.status) ? addresses.sweep(listed.id) : null);
  const { status } = followed.body ?? listed;
  return (
    <li class="scenario sweep">
      <div class="scenario-main">
        <div class="scenario-title">
          <a class="told clamp" href={link(["sweeps", listed.id])}>
            {listed.title}
          </a>
        </div>
        <p class="small soft told">{listed.situation.id}</p>
      </div>
      <div class="small">
        {whole(listed.variants)} variants
        {followed.body && isOpen(status) && <Meter progress={followed.body.progress} />}
      </div>
      <div class="scenario-state">
        <StatusBadge status={status} />
        <p class="small soft numbers">
          <time dateTime={listed.acceptedAt}>{when(listed.acceptedAt)}</time>
        </p>
      </div>
    </li>
  );
}
