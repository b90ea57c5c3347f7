import { useEffect, useRef } from "preact/hooks";
import { Loaded } from "../components/Loaded";
import { useRoute, type Route } from "../router";
import { views } from "../views";
import { Masthead } from "./Masthead";
import { NotHere } from "./NotHere";

export function App() {
  const route = useRoute();
  const view = views.find((each) => each.matches(route.path));
  const main = useFocusOnArrival(route);
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => skip(event, main.current)}>
        Skip to the content
      </a>
      <Masthead route={route} />
      <main id="main" tabIndex={-1} ref={main}>
        {view ? <Loaded load={view.load} what="the page" of={{ route }} heading={view.label ?? "Parley"} /> : <NotHere />}
      </main>
      <footer class="colophon">
        <p>
          Every magnitude is a judgement given as a range with its source; every number here follows from those and is no forecast. All of it is
          also answered over HTTP: <a href="api/openapi.json">description of the interface</a>.
        </p>
      </footer>
    </>
  );
}

/** Whoever follows a link to another place reads on from its beginning; a setting of the same place moves nothing. */
function useFocusOnArrival(route: Route) {
  const main = useRef<HTMLElement>(null);
  const place = route.path.join("/");
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    first.current = false;
  }, [place]);
  return main;
}

// The hash is taken by the addresses of the page.
function skip(event: Event, main: HTMLElement | null): void {
  event.preventDefault();
  main?.focus();
}
