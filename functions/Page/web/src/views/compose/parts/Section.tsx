import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export function Section({ title, intro, tools, children }: { title: string; intro?: ComponentChildren; tools?: ComponentChildren; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="compose-section" aria-labelledby={id}>
      <div class="compose-section-head">
        <h2 id={id}>{title}</h2>
        {tools}
      </div>
      {intro && <p class="soft">{intro}</p>}
      {children}
    </section>
  );
}
