import * as addresses from "../../../api/addresses";
import type { EffectResult, Effects, Level } from "../../../api/report";
import type { SituationDocument } from "../../../api/situation";
import { linksBehind } from "../../../behind";
import { PlotChart } from "../../../charts/PlotChart";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Term } from "../../../components/Term";
import { signed } from "../../../words";
import type { SectionProps } from "../sections";
import { useSituation } from "../useSituation";
import { ConflictMark } from "./ConflictMark";
import { heightOf, optionsOf, withoutDeal, type Course } from "./trajectories";

interface Point extends Level {
  course: Course;
}

const isLast = ({ year, course }: Point) => year === course.trajectory.at(-1)!.year;

const level = (head: string, of: (row: Point) => number): Column<Point> => ({ head, value: of, shown: (row) => signed(of(row), 2) });

const columns: readonly Column<Point>[] = [
  { head: "What follows", value: (row) => `${row.course.name}, year ${row.year}` },
  level("Mean", (row) => row.mean.value),
  level("Low (10 %)", (row) => row.low80.value),
  level("High (90 %)", (row) => row.high80.value),
  { head: "Mean without a deal", value: (row) => (isLast(row) ? row.course.without : ""), shown: (row) => (isLast(row) ? signed(row.course.without, 2) : "") },
  { head: "Above 0", value: (row) => row.course.up },
  { head: "Below 0", value: (row) => row.course.down },
  { head: "Pulled both ways", value: (row) => (row.course.isConflict ? "yes" : "no") },
];

export function TrajectoriesFigure({ effects, citations, scenario, inputs }: SectionProps & { effects: Effects; citations: readonly string[] }) {
  const situation = useSituation(scenario).body?.document;
  const courses = coursesOf(effects, situation);
  const [still, moving] = [courses.filter((course) => course.isStill), courses.filter((course) => !course.isStill)];
  const isPulled = moving.some((course) => course.isConflict);
  const horizons = [inputs.shortHorizon, inputs.horizon];
  return (
    <Figure
      title="How it unfolds, year by year"
      caption={
        <>
          All on one scale from −1 to +1: 0 is where the status quo stands today, and what is above and below it stands beside each. The line is the <Term of="mean" />, the band holds{" "}
          <Term of="interval">eight of ten draws</Term>; the dots are today and years {inputs.shortHorizon} and {inputs.horizon}. The ring in year {inputs.horizon} is where it would stand without a deal: what lies between it and the last dot is the deal's doing.
        </>
      }
      name={`trajectories-${scenario.id}`}
      columns={columns}
      rows={courses.flatMap((course) => course.trajectory.map((each) => ({ ...each, course })))}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "effects"),
        citations,
        judgements: (read) => linksBehind(read, inputs),
      }}
    >
      {isPulled && (
        <p class="small soft">
          <ConflictMark />: of these, marked ⇅, some paths ask for more and others for less. Small sums may hide large forces.
        </p>
      )}
      {moving.length > 0 && <TrajectoryKey horizon={inputs.horizon} />}
      {moving.length > 0 && (
        <PlotChart
          label={`Trajectories of ${moving.length} effects over ${inputs.horizon} years; the same numbers stand in the table below`}
          of={[effects, situation]}
          height={(width) => heightOf(moving, width)}
          draw={(width) => optionsOf(moving, horizons, width)}
        />
      )}
      {still.length > 0 && <Still courses={still} all={courses.length} horizons={horizons} />}
    </Figure>
  );
}

// Within this much of the status quo on average, and within twice as much in eight of ten draws, an effect hardly moves.
const hardly = 0.05;
const isNear = ({ mean, low80, high80 }: Level) => Math.abs(mean.value) < hardly && low80.value > -2 * hardly && high80.value < 2 * hardly;

/** The strongest at the horizon first. */
function coursesOf(effects: Effects, situation: SituationDocument | undefined): Course[] {
  const course = ([id, effect]: [string, EffectResult]): Course => ({
    id,
    name: effect.name,
    trajectory: effect.trajectory,
    up: situation?.effects[id]?.whenPositive ?? "",
    down: situation?.effects[id]?.whenNegative ?? "",
    isConflict: effect.conflictOfSigns,
    isStill: isNear(effect.short) && isNear(effect.long),
    short: effect.short.mean.value,
    long: effect.long.mean.value,
    without: withoutDeal(effect),
  });
  return Object.entries(effects).map(course).sort((one, other) => Math.abs(other.long) - Math.abs(one.long));
}

/** They are named with their numbers, since a chart each would show a line on the axis. */
function Still({ courses, all, horizons }: { courses: readonly Course[]; all: number; horizons: readonly number[] }) {
  return (
    <div class="still">
      <p class="small soft">
        {courses.length} of {all} hardly {courses.length === 1 ? "moves and has no chart" : "move and have no chart"}: in years {horizons.join(" and ")} {courses.length === 1 ? "its mean lies" : "their means lie"} within {hardly} of the status quo, and
        eight of ten draws within {2 * hardly}. The table has every year.
      </p>
      <ul class="small">
        {courses.map(({ id, name, isConflict, short, long }) => (
          <li key={id}>
            <span class="told">
              {isConflict && "⇅ "}
              {name}
            </span>{" "}
            <span class="numbers">
              {signed(short, 2)}, then {signed(long, 2)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function TrajectoryKey({ horizon }: { horizon: number }) {
  return (
    <ul class="key">
      <li>
        <svg viewBox="0 0 30 14" aria-hidden="true">
          <path d="M0 7h30" stroke="var(--open-soft)" stroke-width="10" />
          <path d="M0 7h30" stroke="var(--accent)" stroke-width="2" />
          <circle cx="26" cy="7" r="3" fill="var(--accent)" />
        </svg>
        with the deal
      </li>
      <li>
        <svg viewBox="0 0 30 14" aria-hidden="true">
          <circle cx="15" cy="7" r="4" fill="var(--raised)" stroke="var(--ink)" stroke-width="1.5" />
        </svg>
        without a deal, in year {horizon}
      </li>
    </ul>
  );
}
