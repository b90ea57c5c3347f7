import type { Issue } from "../../../api/situation";
import type { Edit } from "../drafting/useDraft";
import type { Json } from "../model/pointer";
import { points, type Span } from "../model/range";
import { inWords, nextAnchor, snapped } from "../model/scale";
import { withRange, type Term } from "../model/term";
import { Slider } from "../parts/Slider";

interface TermSliderProps {
  issue: Issue;
  place: string;
  term: Term;
  value: Json | undefined;
  statusQuo: Span | undefined;
  edit: Edit;
  isInvalid: boolean;
  describedBy: string;
}

export function TermSlider({ issue, place, term, value, statusQuo, edit, isInvalid, describedBy }: TermSliderProps) {
  const set = (range: Span) => edit(place, [place, withRange(value, range)]);
  const [first, last] = [issue.anchors[0]!, issue.anchors.at(-1)!];
  return (
    <>
      <div class="scale-row">
        <span class="scale-name soft small">This scenario</span>
        <Slider
          label={issue.name}
          place={place}
          range={term.range!}
          domain={points}
          isOpen={term.kind === "open"}
          words={(at) => inWords(issue.anchors, at)}
          snap={(at) => snapped(issue.anchors, at)}
          leap={(at, direction) => nextAnchor(issue.anchors, at, direction)}
          {...(statusQuo && { before: statusQuo })}
          ticks={issue.anchors.map(({ at }) => at)}
          {...{ isInvalid, describedBy, set }}
        />
        <span />
      </div>
      <div class="scale-row scale-ends">
        <span class="told">
          {first.at}: {first.text}
        </span>
        <span class="told">
          {last.at}: {last.text}
        </span>
      </div>
    </>
  );
}
