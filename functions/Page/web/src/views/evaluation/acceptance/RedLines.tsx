import type { Blocking, StakeholderAcceptance } from "../../../api/types";
import { Term } from "../../../components/Term";
import { everyOrNone, isCertain, shortShare, whole } from "../../../words";

interface RedLinesProps extends Pick<StakeholderAcceptance, "redLines"> {
  /** Those crossed furthest, each in a share of the draws. */
  blocking: readonly Blocking[];
  draws: number;
  /** Whose they are. */
  of: string;
}

interface Line {
  id: string;
  name: string;
  crossed: number;
  furthest: number;
}

/** Which red lines are crossed, how often, and how often each is the one crossed furthest: mending that one alone need not be enough. */
export function RedLines({ redLines, blocking, draws, of }: RedLinesProps) {
  const furthest = new Map(blocking.map((each) => [each.id, each.share.value]));
  const lines: Line[] = Object.entries(redLines)
    .map(([id, { name, share }]) => ({ id, name, crossed: share.value, furthest: furthest.get(id) ?? 0 }))
    .filter((line) => line.crossed >= 0.1 || line.furthest > 0)
    .sort((one, other) => other.crossed - one.crossed || other.furthest - one.furthest);
  if (lines.length === 0) return null;
  const always = lines.filter((line) => isCertain(line.crossed)).length;
  return (
    <>
      <table class="red-lines">
        <caption>
          By share of the draws<span class="unseen">: red lines of {of} that are crossed</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Term of="red line">Red line</Term>
            </th>
            <th scope="col">crossed in</th>
            <th scope="col">
              <Term of="crossed furthest">furthest in</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" class="told">
                {line.name}
              </th>
              <td data-value={line.crossed}>{often(line.crossed)}</td>
              <td data-value={line.furthest}>{often(line.furthest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(always > 0 || lines.length > 1) && (
        <p class="small">
          {always > 0 && <>{howMany(always, lines.length)} crossed in every one of {whole(draws)} draws. </>}
          {lines.length > 1 && "Each that is crossed would have to be mended."}
        </p>
      )}
    </>
  );
}

/** Of all draws and of none it is said so; in between in steps of 5 %. */
const often = (value: number) => everyOrNone(value) ?? shortShare(value);

function howMany(always: number, all: number): string {
  if (all === 1) return "It is";
  if (always === all) return "All of them are";
  return always === 1 ? "One of them is" : `${always} of them are`;
}
