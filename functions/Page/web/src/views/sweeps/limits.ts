// The limits of a box, told by the values that were varied: a limit of its own lies between two of them.
import type { SituationDocument } from "../../api/situation";
import type { Varied, VariantBox } from "../../api/sweep";
import { scaleWords } from "../../scale";
import { decimal } from "../../words";

type Limit = VariantBox["limits"][number];

/** So many are named one by one. */
const most = 8;

/** The values that a term took; none are known where it was spread over a range. */
export function valuesOf(varied: Varied | undefined): readonly number[] | undefined {
  if (!varied) return undefined;
  if (!("low" in varied)) return [...varied].sort((one, other) => one - other);
  const { low, high, steps } = varied;
  return steps === undefined ? undefined : Array.from({ length: steps }, (_, at) => (at === steps - 1 ? high : low + (at * (high - low)) / (steps - 1)));
}

export function limitWords({ issue, name, low, high }: Limit, varied: Varied | undefined, situation: SituationDocument): string {
  const scale = situation.issues[issue];
  const inWords = (value: number) => (scale ? ` (${scaleWords(scale, value)})` : "");
  const values = valuesOf(varied);
  const inside = values?.filter((value) => (low ?? -Infinity) <= value && value <= (high ?? Infinity)) ?? [];
  const of = values && inside.length > 0 ? ` of ${among(values)}` : "";
  const at = (value: number) => `${decimal(value)}${of}${inWords(value)}`;
  const [from, to] = inside.length > 0 ? [inside[0]!, inside.at(-1)!] : [low, high];
  if (inside.length === 1) return `“${name}” is ${at(from!)}`;
  if (low === undefined) return `“${name}” is at most ${at(to!)}`;
  return high === undefined ? `“${name}” is at least ${at(from!)}` : `“${name}” is from ${decimal(from!)}${inWords(from!)} to ${at(to!)}`;
}

const among = (values: readonly number[]): string => (values.length <= most ? values.map(decimal).join("/") : `${values.length} values from ${decimal(values[0]!)} to ${decimal(values.at(-1)!)}`);
