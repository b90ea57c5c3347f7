import { useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { post, Refusal } from "../../api/client";
import { forgetKey, isSettled, keyOf } from "../../api/keys";
import type { Problem, Situation } from "../../api/types";
import { useResource } from "../../api/use";
import { ProblemNotice } from "../../components/States";
import { replace } from "../../router";
import { compareLink, letterOf } from "./selection";
import { isMissing, isThere, type Found } from "./useScenarios";

interface RefusedProps {
  problem: Problem;
  found: readonly Found[];
  retry(): void;
}

/** Why they cannot be compared, and what would help. */
export function Refused({ problem, found, retry }: RefusedProps) {
  const missing = found.filter(isMissing);
  const unlike = unlikeFirst(found);
  const ids = found.map((each) => each.id);
  const without = (others: readonly Found[]) => replace(compareLink(ids.filter((id) => !others.some((other) => other.id === id))));
  if (missing.length > 0)
    return (
      <Notice title={missing.length === 1 ? "One of them is not there" : `${missing.length} of them are not there`}>
        <p>{named(missing, found)} may have been deleted, or the address was cut off when it was copied. Its inputs are gone with it, so that nothing can be run again.</p>
        <button type="button" class="button" onClick={() => without(missing)}>
          Go on without {missing.length === 1 ? "it" : "them"}
        </button>
      </Notice>
    );
  if (unlike.length > 0)
    return (
      <Notice title="They do not rest on the same judgements">
        <p>
          {named(unlike, found)} {unlike.length === 1 ? "rests" : "rest"} on another situation, or another version of it, than A. Only scenarios on one version
          of one situation have draws in common, and only those can be told apart from the draws.
        </p>
        <div class="row">
          <Renew found={found} />
          <button type="button" class="button" onClick={() => without(unlike)}>
            Go on without {unlike.length === 1 ? "it" : "them"}
          </button>
        </div>
      </Notice>
    );
  return <ProblemNotice problem={problem} retry={retry} />;
}

function Notice({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <div class="notice notice-problem" role="alert">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** Where all are on one situation, those on former versions can be put to today's. */
function Renew({ found }: { found: readonly Found[] }) {
  const there = found.filter(isThere);
  const situation = there[0]!.scenario.situation.id;
  const current = useResource<Situation>(there.every(({ scenario }) => scenario.situation.id === situation) ? addresses.situation(situation) : null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  if (!current.body) return null;
  const { hash, version } = current.body;
  const renew = async () => {
    setSending(true);
    setProblem(undefined);
    const former = there.filter(({ scenario }) => scenario.situation.hash !== hash);
    try {
      const ids = there.map((each) => (former.includes(each) ? submit(each) : each.id));
      const all = await Promise.all(ids);
      // Only now: where one of them was refused, all are sent again under the keys that they had.
      former.forEach((each) => forgetKey(keyed(each)));
      replace(compareLink(all));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <button type="button" class="button button-main" disabled={isSending} onClick={() => void renew()}>
        {isSending ? "Sending …" : `Evaluate them again on version ${version}, today's, and compare these`}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

type There = Extract<Found, { inputs: unknown }>;

// Two of them may have the same inputs, and stay two.
const keyed = ({ id, inputs }: There) => `${id} ${JSON.stringify(inputs)}`;

async function submit(former: There): Promise<string> {
  const document = keyed(former);
  try {
    return (await post<{ id: string }>(addresses.scenarios, former.inputs, { "Idempotency-Key": keyOf(document) })).body.id;
  } catch (failure) {
    if (failure instanceof Refusal && isSettled(failure)) forgetKey(document);
    throw failure;
  }
}

function unlikeFirst(found: readonly Found[]): Found[] {
  const there = found.filter(isThere);
  const first = there[0]?.scenario.situation;
  return there.filter(({ scenario }) => scenario.situation.id !== first?.id || scenario.situation.hash !== first.hash);
}

function named(some: readonly Found[], all: readonly Found[]): string {
  return some.map((each) => `${letterOf(all.indexOf(each))}${isThere(each) ? ` (“${each.scenario.title}”)` : ""}`).join(" and ");
}
