import { useRef } from "preact/hooks";
import { clamp, handleNear, handles, moved, percentOf, reachIn, stepped, type Domain, type Handle, type Span } from "../model/range";
import { afterKey, type Leap } from "../model/keys";
import { plain } from "../model/scale";

export interface SliderProps {
  /** What is set, as a screen reader says it before the value. */
  label: string;
  place: string;
  range: Span;
  domain: Domain;
  /** One handle for what is decided, three for what is open. */
  isOpen: boolean;
  /** A value in words; nothing where the number says it all. */
  words?: (value: number) => string;
  /** Where a handle that is dragged comes to rest. */
  snap?: (value: number) => number;
  /** A larger step, for Page Up and Page Down. */
  leap?: Leap;
  /** Places on the scale that are worded. */
  ticks?: readonly number[];
  /** Drawn behind: what it was before. */
  before?: Span;
  isInvalid?: boolean;
  describedBy?: string;
  set(range: Span): void;
}

/** What is dragged, and how far from its own place it was taken hold of. */
interface Grip {
  handle: Handle;
  offset: number;
}

const names: Record<Handle, string> = { low: "lowest", mode: "likeliest", high: "highest" };

/** A point or a range on a scale, for pointer, touch and keyboard. What is likeliest stands over it in words. */
export function Slider(props: SliderProps) {
  const { label, range, domain, isOpen, words, before, ticks = [], set } = props;
  const track = useRef<HTMLDivElement>(null);
  const grip = useRef<Grip | undefined>(undefined);
  const shown: readonly Handle[] = isOpen ? handles : ["mode"];

  const reachOf = (handle: Handle) => (isOpen ? reachIn(range, handle, domain) : ([domain.from, domain.to] as const));
  const put = (handle: Handle, value: number) => set(isOpen ? moved(range, handle, value, domain) : decided(clamp(value, domain.from, domain.to)));
  const placeUnder = (event: PointerEvent) => {
    const box = track.current!.getBoundingClientRect();
    return domain.from + ((event.clientX - box.left) / box.width) * (domain.to - domain.from);
  };
  const slide = (event: PointerEvent, { handle, offset }: Grip) => {
    const exact = clamp(placeUnder(event) + offset, domain.from, domain.to);
    put(handle, props.snap ? props.snap(exact) : stepped(exact, domain));
  };
  const grab = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const at = placeUnder(event);
    const named = (event.target as HTMLElement).dataset["handle"] as Handle | undefined;
    const handle = named ?? (isOpen ? handleNear(range, at) : "mode");
    grip.current = { handle, offset: named ? range[handle] - at : 0 };
    track.current!.setPointerCapture(event.pointerId);
    track.current!.querySelector<HTMLElement>(`[data-handle=${handle}]`)?.focus();
    if (!named) slide(event, grip.current);
  };
  const drag = (event: PointerEvent) => grip.current && slide(event, grip.current);
  const release = () => {
    grip.current = undefined;
  };

  return (
    <div class="slider">
      {words && <Said value={range.mode} at={percentOf(range.mode, domain)} words={words(range.mode)} longest={longestOf(words, ticks)} />}
      <div class="slider-track" ref={track} onPointerDown={grab} onPointerMove={drag} onPointerUp={release} onPointerCancel={release}>
        <span class="slider-line" />
        {ticks.map((tick) => <span key={tick} class="slider-tick" style={{ left: `${percentOf(tick, domain)}%` }} />)}
        {before && <span class="slider-before" style={stretch(before, domain)} />}
        {isOpen && <span class="slider-span" style={stretch(range, domain)} />}
        {shown.map((handle) => (
          <span
            key={handle}
            role="slider"
            tabIndex={0}
            class={`slider-handle slider-${isOpen ? handle : "point"}`}
            data-handle={handle}
            data-place={isOpen ? `${props.place}/${handle}` : props.place}
            style={{ left: `${percentOf(range[handle], domain)}%` }}
            aria-label={isOpen ? `${label}: ${names[handle]}` : label}
            aria-valuenow={range[handle]}
            aria-valuetext={words ? `${plain(range[handle])}, ${words(range[handle])}` : plain(range[handle])}
            aria-invalid={props.isInvalid}
            aria-describedby={props.describedBy}
            {...limits(reachOf(handle))}
            onKeyDown={(event) => {
              const next = afterKey(event.key, range[handle], domain, reachOf(handle), props.leap);
              if (next === undefined) return;
              event.preventDefault();
              put(handle, next);
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** Over the handle, and within the scale's width. What would take the most room keeps it free, so that nothing moves and nothing is cut. */
function Said({ value, at, words, longest }: { value: number; at: number; words: string; longest: string }) {
  return (
    <div class="slider-said" data-longest={`100 ${longest}`}>
      <p class="told" style={{ left: `clamp(0px, calc(${at}% - var(--said) / 2), calc(100% - var(--said)))` }}>
        <strong class="numbers">{plain(value)}</strong> {words}
      </p>
    </div>
  );
}

/** The most that is said of a place at or between those that are worded. */
function longestOf(words: (value: number) => string, ticks: readonly number[]): string {
  const between = ticks.slice(1).flatMap((tick, place) => [1, 2, 3].map((quarter) => ticks[place]! + (quarter / 4) * (tick - ticks[place]!)));
  return [...ticks, ...between].map(words).reduce((longest, each) => (each.length > longest.length ? each : longest), "");
}

const decided = (value: number): Span => ({ low: value, mode: value, high: value });
const limits = ([least, most]: readonly [number, number]) => ({ "aria-valuemin": least, "aria-valuemax": most });

function stretch({ low, high }: Span, domain: Domain) {
  const [from, to] = [percentOf(Math.min(low, high), domain), percentOf(Math.max(low, high), domain)];
  return { left: `${from}%`, width: `${to - from}%` };
}
