import type { Acceptance, Impacts, Narration, Scenario } from "../../../api/types";
import type { Resource } from "../../../api/use";
import { Await } from "../../../components/Await";
import { Loading } from "../../../components/States";
import { Term } from "../../../components/Term";
import { courseOf, type Course } from "../../../course";
import { link } from "../../../router";
import { inDraws, likelihood, whole } from "../../../words";
import { BetterAndRefusing } from "../BetterAndRefusing";
import { ImpactsFigure, intervalsOf } from "../ImpactsFigure";
import { LawNote } from "../measures/LawNote";
import { isLaw, isShortened, onPaper } from "../onPaper";
import { Sentences } from "../Sentences";
import { sections, type SectionProps } from "../sections";
import { usePart } from "../usePart";
import { TermsOnPaper } from "../terms/TermsOnPaper";
import { citationsOf } from "../citations";

/** The evaluation on one page: the answers, the picture, the sentences. */
export function Brief(props: SectionProps) {
  const narration = usePart<Narration>(props.scenario, "narration");
  const has = (analysis: string) => props.inputs.analyses.includes(analysis);
  return (
    <div class="stack-l">
      <div class="answers">
        {has("acceptance") && <JointAnswer {...props} />}
        {has("impacts") && <ImpactAnswers {...props} />}
      </div>
      <TermsOnPaper {...props} />
      {has("impacts") && (has("acceptance") ? <GainAndConsent {...props} narration={narration.body} /> : <Picture {...props} narration={narration.body} />)}
      <section class="stack brief-words" aria-labelledby="in-words">
        <h2 id="in-words">In words</h2>
        <Await of={narration} what="the sentences" height={30}>
          {(read) => (
            <>
              <Topics scenario={props.scenario} verdicts={read.verdicts} />
              <p class="small soft note">{read.note}</p>
              <OnPaper {...props} isShortened={isShortened(read.verdicts)} />
            </>
          )}
        </Await>
      </section>
    </div>
  );
}

interface TopicsProps {
  scenario: Scenario;
  verdicts: Narration["verdicts"];
}

function Topics({ scenario, verdicts }: TopicsProps) {
  const printed = onPaper(verdicts);
  return (
    <div class="topics">
      {Object.entries(verdicts).map(([topic, sentences]) => (
        <section key={topic} class={`topic ${sentences.some(({ text }) => printed.has(text)) ? "" : "screen-only"}`} data-topic={topic}>
          <h3>
            <SectionLink scenario={scenario} analysis={topic} />
          </h3>
          <div class="stack-s">
            <Sentences scenario={scenario} sentences={sentences} printed={printed} />
            {sentences.some(isLaw) && <LawNote scenario={scenario} />}
          </div>
        </section>
      ))}
    </div>
  );
}

/** To the figures behind the sentences. */
function SectionLink({ scenario, analysis }: { scenario: Scenario; analysis: string }) {
  const section = sections.find((each) => each.analysis === analysis);
  return section ? <a href={link(["scenarios", scenario.id, section.id])}>{section.title}</a> : <>{analysis}</>;
}

/** What a reader of the printed brief needs to come back. */
function OnPaper({ scenario, inputs, isShortened }: SectionProps & { isShortened: boolean }) {
  return (
    <p class="small soft print-only">
      {isShortened && "Shortened to two pages: of most subjects only the first sentences. All of them stand in the evaluation. "}
      Evaluation {scenario.id} by engine version {scenario.engineVersion} of {scenario.situation.id}, version {scenario.situation.version} ({scenario.situation.hash.slice(0, 12)}), {whole(inputs.draws)} draws
      from seed {inputs.seed}: the same inputs give the same numbers. {location.href}
    </p>
  );
}

function JointAnswer({ scenario, inputs }: SectionProps) {
  const acceptance = usePart<Acceptance>(scenario, "acceptance");
  return (
    <div class="answer" aria-busy={isOnItsWay(acceptance)}>
      <span class="small soft">
        Would all <Term of="veto player">who must sign</Term> do so?
      </span>
      <strong>{acceptance.body ? sentenceCase(likelihood(acceptance.body.joint.value)) : awaited(acceptance)}</strong>
      <span class="small">{acceptance.body ? sentenceCase(inDraws(acceptance.body.joint.value, inputs.draws)) : reasonOf(acceptance)}</span>
    </div>
  );
}

const courses: Readonly<Record<Course, string>> = {
  better: "▲ Better off than with no deal",
  worse: "▼ Worse off than with no deal",
  open: "Open whether better or worse off",
  still: "Hardly affected",
};

function ImpactAnswers({ scenario }: SectionProps) {
  const impacts = usePart<Impacts>(scenario, "impacts");
  const rows = impacts.body && intervalsOf(impacts.body, "noDeal");
  const named = (course: Course) => rows?.filter((row) => courseOf(row) === course) ?? [];
  // Hardly affected is seldom anybody.
  const told = (["better", "worse", "open", "still"] as const).filter((course) => course !== "still" || named(course).length > 0);
  return (
    <>
      {told.map((course) => (
        <div key={course} class="answer" aria-busy={isOnItsWay(impacts)}>
          <span class="small soft">{courses[course]}</span>
          <strong>{rows ? `${named(course).length} of ${rows.length}` : awaited(impacts)}</strong>
          <span class="small told">{rows ? named(course).map((row) => row.name).join(", ") || "nobody" : reasonOf(impacts)}</span>
        </div>
      ))}
    </>
  );
}

/** Who gains and yet refuses stands above the picture of gains: shown before both are there, the one would push the other about. */
function GainAndConsent(props: SectionProps & { narration: Narration | undefined }) {
  const impacts = usePart<Impacts>(props.scenario, "impacts");
  const acceptance = usePart<Acceptance>(props.scenario, "acceptance");
  if (isOnItsWay(impacts) || isOnItsWay(acceptance)) return <Loading what="who gains and who would sign" height={40} />;
  return (
    <>
      <Await of={acceptance} what="who would sign">
        {(read) => impacts.body && <BetterAndRefusing {...props} impacts={impacts.body} acceptance={read} />}
      </Await>
      <Picture {...props} />
    </>
  );
}

function Picture({ narration, ...props }: SectionProps & { narration: Narration | undefined }) {
  const impacts = usePart<Impacts>(props.scenario, "impacts");
  return (
    <Await of={impacts} what="the impacts" height={40}>
      {(read) => <ImpactsFigure {...props} impacts={read} citations={citationsOf(narration?.verdicts["impacts"])} />}
    </Await>
  );
}

const isOnItsWay = ({ body, problem }: Resource<unknown>) => body === undefined && !problem;

// In place of an answer that is not there, and why it is not.
const awaited = ({ problem }: Resource<unknown>) => (problem ? "–" : "…");
const reasonOf = ({ problem }: Resource<unknown>) => problem?.title ?? "…";

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
