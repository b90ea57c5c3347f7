import { useEffect, useRef } from "preact/hooks";
import type { Narration, Scenario } from "../../api/types";
import { Loaded } from "../../components/Loaded";
import { Loading } from "../../components/States";
import { link, type Route } from "../../router";
import { NotHere } from "../../shell/NotHere";
import { NotAsked } from "./NotAsked";
import { usePart } from "./usePart";
import { useSituation } from "./useSituation";
import { sections, type Section, type SectionProps } from "./sections";

const sectionOf = (route: Route) => sections.find((section) => section.id === (route.path[2] ?? ""));

export function SectionNavigation({ scenario, route }: { scenario: Scenario; route: Route }) {
  const place = useRef<HTMLElement>(null);
  const shown = sectionOf(route);
  // Where they stand in one line that is longer than the screen.
  useEffect(() => place.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }), [shown]);
  return (
    <nav class="sections screen-only" aria-label="Sections of this evaluation" ref={place}>
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <a
              href={link(["scenarios", scenario.id, section.id].filter(Boolean), Object.fromEntries(route.query))}
              aria-current={section === shown ? "page" : undefined}
            >
              {section.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function ShownSection(props: SectionProps) {
  const section = sectionOf(props.route);
  if (!section) return <NotHere />;
  if (section.analysis && !props.inputs.analyses.includes(section.analysis)) return <NotAsked section={section} scenario={props.scenario} inputs={props.inputs} />;
  return (
    <div class="stack section-body">
      <p class="section-lead soft">{section.tells}</p>
      <Prepared section={section} {...props} />
    </div>
  );
}

/** What most sections begin with is read before any is shown: sentences that came later would push the figures below them about. */
function Prepared({ section, ...props }: SectionProps & { section: Section }) {
  const needed = [usePart<Narration>(props.scenario, "narration"), useSituation(props.scenario)];
  if (needed.some(({ body, problem }) => !body && !problem)) return <Loading what="the section" height={40} />;
  return <Loaded key={section.id} load={section.load} what="the section" of={props} />;
}
