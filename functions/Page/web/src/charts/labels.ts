// Labels that others wrote, in the room that a chart has for them.

/** A text whose words each fit a line of so many characters, so that the chart can break it into lines. */
export function fitting(text: string, characters: number, lines = 4): string {
  const longest = Math.max(4, Math.floor(characters));
  const words = text.split(/\s+/).map((word) => (word.length > longest ? `${word.slice(0, longest - 1)}…` : word));
  const whole = words.join(" ");
  return whole.length > longest * lines ? `${whole.slice(0, longest * lines - 1).trimEnd()}…` : whole;
}

/** A text in lines of so many characters; where it takes more lines than there may be, the last ends in an ellipsis. */
export function broken(text: string, characters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of fitting(text, characters, Infinity).split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), `${kept.at(-1)!.slice(0, Math.max(1, characters - 1))}…`];
}

/** Places for labels beside points of a line, pushed apart until each has its room, in the order of the points. */
export function spread(wanted: readonly number[], room: number, from: number, to: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const places = new Array<number>(wanted.length);
  let next = from;
  for (const { at, index } of order) {
    places[index] = Math.max(at, next);
    next = places[index]! + room;
  }
  let limit = to;
  for (const { index } of order.reverse()) {
    places[index] = Math.min(places[index]!, limit);
    limit = places[index]! - room;
  }
  return places;
}
