import type { Bargaining } from "../../../api/bargaining";
import { Await } from "../../../components/Await";
import { Moves } from "../bargaining/Moves";
import { OutcomesFigure } from "../bargaining/OutcomesFigure";
import { RoundsFigure } from "../bargaining/RoundsFigure";
import { issueIn } from "../bargaining/rounds";
import { unbroken } from "../../../words";
import type { SectionProps } from "../sections";
import { usePart } from "../usePart";
import { useSituation } from "../useSituation";
import { Verdict } from "../Verdict";

export function BargainingSection(props: SectionProps) {
  const bargaining = usePart<Bargaining>(props.scenario, "bargaining");
  const situation = useSituation(props.scenario);
  return (
    <div class="stack-l">
      <Verdict scenario={props.scenario} on="bargaining" />
      <Await of={bargaining} what="where bargaining would end" height={60}>
        {(read) => (
          <Await of={situation} what="the scales" height={60}>
            {({ document }) => (
              <>
                <OutcomesFigure {...props} bargaining={read} situation={document} />
                <RoundsFigure {...props} bargaining={read} situation={document} />
                <Moves bargaining={read} issue={issueIn(props.route, read)} />
                <Exchanges bargaining={read} />
                <ul class="small soft">
                  {read.notes.map((note) => (
                    <li key={note} class="told">
                      {note}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Await>
        )}
      </Await>
    </div>
  );
}

function Exchanges({ bargaining: { exchanges } }: { bargaining: Bargaining }) {
  if (exchanges.length === 0) return null;
  return (
    <details class="card">
      <summary>What they could trade, pair by pair ({exchanges.length})</summary>
      <ul class="small">
        {exchanges.map(({ text }) => (
          <li key={text} class="told">
            {unbroken(text)}
          </li>
        ))}
      </ul>
    </details>
  );
}
