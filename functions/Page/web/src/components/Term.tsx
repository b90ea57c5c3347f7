import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { glossary, type Entry } from "../glossary";

/** A word with its explanation on demand: by pointer, by touch and by keyboard. */
export function Term({ of, children }: { of: Entry; children?: ComponentChildren }) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  const place = () => {
    if (!word.current || !text.current) return;
    const at = word.current.getBoundingClientRect();
    const width = text.current.offsetWidth;
    const below = at.bottom + text.current.offsetHeight + 12 < innerHeight;
    text.current.style.left = `${Math.max(16, Math.min(at.left, innerWidth - width - 16))}px`;
    text.current.style.top = `${below ? at.bottom + 6 : at.top - text.current.offsetHeight - 6}px`;
  };
  return (
    <>
      <button type="button" class="term" ref={word} popoverTarget={id} aria-describedby={id}>
        {children ?? of}
      </button>
      <span id={id} ref={text} popover="auto" class="term-text" onToggle={place}>
        {glossary[of]}
      </span>
    </>
  );
}
