import * as addresses from "../../api/addresses";
import type { Sweep, SweepDocument } from "../../api/sweep";
import type { Situation } from "../../api/types";
import { useResource } from "../../api/use";
import { Empty, Loading, ProblemNotice } from "../../components/States";
import { isOpen, StatusBadge } from "../../components/StatusBadge";
import { Delete } from "../../components/Delete";
import { Term } from "../../components/Term";
import { Unknown } from "../../components/Unknown";
import { link } from "../../router";
import { useTitle } from "../../shell/title";
import type { ViewProps } from "../../views";
import { when, whole } from "../../words";
import { Results } from "./Results";
import { Standing } from "./Standing";
import { WholeTable } from "./WholeTable";

export function SweepView({ route }: ViewProps) {
  const id = route.path[1]!;
  const sweep = useResource<Sweep>(addresses.sweep(id));
  const inputs = useResource<SweepDocument>(addresses.sweepInputs(id));
  const situation = useResource<Situation>(sweep.body ? addresses.situationVersion(sweep.body.situation) : null);
  useTitle(sweep.body?.title ?? "Sweep");
  const problem = sweep.problem ?? inputs.problem ?? situation.problem;
  const retry = () => [sweep, inputs, situation].forEach((each) => each.problem && each.reload());
  if (sweep.problem?.status === 404) return <Unknown what="sweep" id={id} list={link(["sweeps"])} />;
  if (!sweep.body || !inputs.body || !situation.body)
    return problem ? (
      <div class="stack">
        <h1>Sweep</h1>
        <ProblemNotice problem={problem} retry={retry} />
      </div>
    ) : (
      <Loading what="the sweep" height={60} />
    );
  return (
    <article class="stack">
      <Header sweep={sweep.body} inputs={inputs.body} />
      <div class="actions screen-only">
        <Delete
          what="sweep"
          loss={`“${sweep.body.title}” and all its variants are gone for everybody, and cannot be brought back.`}
          address={addresses.sweep(id)}
          next={link(["sweeps"])}
          changed={sweep.reload}
        />
      </div>
      {sweep.problem && <ProblemNotice problem={sweep.problem} retry={sweep.reload} />}
      <Standing sweep={sweep.body} changed={sweep.reload} />
      {sweep.body.summary ? (
        <Results sweep={sweep.body} summary={sweep.body.summary} inputs={inputs.body} situation={situation.body.document} route={route} />
      ) : (
        !isOpen(sweep.body.status) && <NoSummary sweep={sweep.body} />
      )}
    </article>
  );
}

/** Of what has ended. */
function NoSummary({ sweep: { id, progress } }: { sweep: Sweep }) {
  if (progress.variantsDone === 0)
    return (
      <Empty>
        <strong>There is nothing to show</strong>
        <p>It ended before any variant was evaluated.</p>
      </Empty>
    );
  return (
    <Empty>
      <strong>What it comes to cannot be read</strong>
      <p>
        The summary of {whole(progress.variantsDone)} evaluated variants is damaged, and no picture is drawn without it. The numbers of each variant are there to be saved.
      </p>
      <div class="row">
        <WholeTable id={id} variants={progress.variants} />
      </div>
    </Empty>
  );
}

function Header({ sweep, inputs }: { sweep: Sweep; inputs: SweepDocument }) {
  const facts: [preact.ComponentChildren, string][] = [
    ["Of", inputs.base.title],
    [<Term of="variant">Variants</Term>, whole(sweep.progress.variants)],
    [<Term of="draw">Draws of each</Term>, whole(inputs.draws ?? 0)],
    [<Term of="situation version">Situation</Term>, `${sweep.situation.id}, version ${sweep.situation.version}`],
    [<Term of="engine version">Engine</Term>, sweep.engineVersion ? `version ${sweep.engineVersion}` : "–"],
    ["Finished", sweep.finishedAt ? when(sweep.finishedAt) : "not yet"],
  ];
  return (
    <header class="stack heading">
      <div class="opening">
        <div class="row">
          <StatusBadge status={sweep.status} />
          <span class="small soft">Sweep</span>
        </div>
        <h1 class="told">{sweep.title}</h1>
      </div>
      <dl class="facts">
        {facts.map(([name, words], place) => (
          <div key={place}>
            <dt>{name}</dt>
            <dd class="told">{words}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
