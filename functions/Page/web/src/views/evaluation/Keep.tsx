import { useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import type { Scenario } from "../../api/types";

/** What one takes along: the report, the address of what is shown, a brief on paper. */
export function Keep({ scenario, isBrief }: { scenario: Scenario; isBrief: boolean }) {
  const [copied, setCopied] = useState<string>();
  const copy = () =>
    void navigator.clipboard.writeText(location.href).then(
      () => setCopied("The address is copied."),
      () => setCopied(location.href),
    );
  return (
    <div class="keep">
      <a class="button button-quiet" href={addresses.report(scenario.id).replace(/^\//, "")} download={`report-${scenario.id}.json`}>
        ↓ Report as JSON
      </a>
      <button type="button" class="button button-quiet" onClick={copy}>
        Copy the permanent link
      </button>
      <button type="button" class="button button-quiet" onClick={() => print()}>
        {isBrief ? "Print the brief" : "Print this section"}
      </button>
      <span role="status" class="small soft">
        {copied}
      </span>
    </div>
  );
}
