import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Scenario } from "../../api/types";
import { Empty, Loading } from "../../components/States";
import { link, type Route } from "../../router";
import { NotHere } from "../../shell/NotHere";
import { sections, type Section, type SectionProps } from "./sections";

const sectionOf = (route: Route) => sections.find((section) => section.id === (route.path[2] ?? ""));

export function SectionNavigation({ scenario, route }: { scenario: Scenario; route: Route }) {
  return (
    <nav class="sections screen-only" aria-label="Sections of this evaluation">
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <a
              href={link(["scenarios", scenario.id, section.id].filter(Boolean), Object.fromEntries(route.query))}
              aria-current={section === sectionOf(route) ? "page" : undefined}
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
  if (section.analysis && !props.inputs.analyses.includes(section.analysis)) return <NotAsked section={section} />;
  return <Loaded key={section.id} section={section} {...props} />;
}

function Loaded({ section, ...props }: SectionProps & { section: Section }) {
  const [Component, setComponent] = useState<ComponentType<SectionProps>>();
  useEffect(() => {
    let isWanted = true;
    void section.load().then((component) => isWanted && setComponent(() => component));
    return () => {
      isWanted = false;
    };
  }, [section]);
  return Component ? <Component {...props} /> : <Loading what="the section" height={40} />;
}

function NotAsked({ section }: { section: Section }) {
  return (
    <Empty>
      <strong>Nobody asked for this</strong>
      <p>
        The scenario's <code>analyses</code> do not name <code>{section.analysis}</code>. Submit it again with that, and this section has an answer.
      </p>
    </Empty>
  );
}
