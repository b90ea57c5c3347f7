// What keys do to a slider, as in the ARIA pattern for one with several handles.
import { stepped, type Domain } from "./range";

/** A larger step than one, in either direction. */
export type Leap = (value: number, direction: 1 | -1) => number;

const stepsOfALeap = 10;

/** The value after a key; undefined for one that does nothing here. */
export function afterKey(key: string, value: number, domain: Domain, [least, most]: readonly [number, number], leap?: Leap): number | undefined {
  const by = (steps: number) => stepped(value + steps * domain.step, domain);
  const far: Leap = leap ?? ((_, direction) => by(direction * stepsOfALeap));
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return by(1);
    case "ArrowLeft":
    case "ArrowDown":
      return by(-1);
    case "PageUp":
      return far(value, 1);
    case "PageDown":
      return far(value, -1);
    case "Home":
      return least;
    case "End":
      return most;
    default:
      return undefined;
  }
}
