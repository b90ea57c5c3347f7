// Names of the rows of a chart that diverges from 0: beside the bars where there is room, above them on a phone.
import { broken } from "./labels";

const narrow = 620;
export const nameSize = 13;
export const isNarrow = (width: number) => width < narrow;

/** In two lines at most, in the room that they have. */
export const nameLines = (name: string, beside: number, width: number) => broken(name, ((isNarrow(width) ? width : beside) - 12) / (nameSize * 0.54), 2);

/** On a phone, as many lines as the longest name takes; beside the bars none. */
export const linesAbove = (names: readonly string[], beside: number, width: number) => (isNarrow(width) ? Math.max(...names.map((name) => nameLines(name, beside, width).length), 1) : 0);
