import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Empty, Loading } from "./States";

interface LoadedProps<P> {
  /** Gives the component; always the same function for the same one. */
  load(): Promise<ComponentType<P>>;
  /** In words: "the section". */
  what: string;
  of: P;
  /** Where nothing else of the page would have one. */
  heading?: string;
}

/** A part of the page that is loaded when it is first shown. After a deployment an open page asks for parts that are no longer there. */
export function Loaded<P extends object>({ load, what, of, heading }: LoadedProps<P>) {
  const [state, setState] = useState<{ load: typeof load; component?: ComponentType<P> }>();
  useEffect(() => {
    let isWanted = true;
    const set = (component?: ComponentType<P>) => isWanted && setState({ load, ...(component && { component }) });
    load().then(set, () => set());
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (state?.load !== load) return <Loading what={what} height={40} />;
  const Component = state.component;
  return Component ? <Component {...of} /> : <Gone what={what} heading={heading} />;
}

function Gone({ what, heading }: { what: string; heading: string | undefined }) {
  return (
    <div class="stack" role="alert">
      {heading && <h1>{heading}</h1>}
      <Empty>
        <strong>This tab is older than the page</strong>
        <p>The page was renewed since this tab was opened, or the network is away: {what} could not be loaded. Reloading brings today's page, at the same place.</p>
        <button type="button" class="button button-main" onClick={() => location.reload()}>
          Reload
        </button>
      </Empty>
    </div>
  );
}
