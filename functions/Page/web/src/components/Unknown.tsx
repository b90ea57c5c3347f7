import { useTitle } from "../shell/title";
import { Empty } from "./States";

interface UnknownProps {
  /** What was looked for, in a word: scenario, sweep. */
  what: string;
  id: string;
  /** Where all of them are. */
  list: string;
}

/** Nothing has this id, and asking again would not help. */
export function Unknown({ what, id, list }: UnknownProps) {
  useTitle(`No such ${what}`);
  return (
    <div class="stack" role="alert">
      <h1>There is no such {what}</h1>
      <Empty>
        <p>
          No {what} has the id <code class="told">{id}</code>. It may have been deleted, or the address was changed on its way.
        </p>
        <a class="button" href={list}>
          All {what}s
        </a>
      </Empty>
    </div>
  );
}
