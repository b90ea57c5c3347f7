import { link } from "../../../router";
import type { Start } from "../drafting/start";
import { useComposing } from "../composing";
import { isObject, valueAt, type JsonObject } from "../model/pointer";

/** Where the terms came from, and what to do once they are no longer what was published. */
export function Provenance({ start, version }: { start: Start; version: number | undefined }) {
  const { document, edit } = useComposing();
  const publication = valueAt(start.document, "/publication");
  const isChanged = JSON.stringify(valueAt(document, "/terms")) !== JSON.stringify(valueAt(start.document, "/terms"));
  const isStillProposal = valueAt(document, "/kind") === "proposal";
  const makeOwn = () => edit("variation", ["/kind", "constructed"], ["/publication", undefined], ["/title", varied(valueAt(document, "/title"))]);
  if (!start.scenario && !isObject(publication)) return null;
  return (
    <div class="notice">
      {start.scenario && (
        <p>
          It starts from a <a href={link(["scenarios", start.scenario.id])}>scenario that was evaluated</a>.
          {version !== undefined && version !== start.scenario.version &&
            ` The situation has moved on since, from version ${start.scenario.version} to ${version}: what is composed here is judged by the newer one.`}
        </p>
      )}
      {isObject(publication) && <From publication={publication} />}
      {isObject(publication) && isStillProposal && (
        <p class="provenance-next">
          <span>{isChanged ? "Some terms are no longer those that were published." : "Terms that you change make it a variation of your own."}</span>
          <button type="button" class="button button-quiet" onClick={makeOwn}>
            Make it a variation
          </button>
        </p>
      )}
    </div>
  );
}

function From({ publication }: { publication: JsonObject }) {
  const told = (member: string) => (typeof publication[member] === "string" ? publication[member] : "");
  const url = told("url");
  return (
    <>
      <p class="told">
        The terms render “{told("title")}” by {told("author")}, {told("date")}
        {/^https?:\/\//.test(url) && (
          <>
            {" "}
            (<a href={url} rel="noreferrer noopener" target="_blank">text</a>)
          </>
        )}
        . What each rests on stands with it, under “source” and “note”.
      </p>
      {told("note") && <p class="told soft small">{told("note")}</p>}
    </>
  );
}

const varied = (title: unknown) => (typeof title === "string" && title ? `${title}, a variation` : "");
