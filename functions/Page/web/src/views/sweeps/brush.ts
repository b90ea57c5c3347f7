// The part of the picture that is looked at: limits on two measures, kept in the address.
import { linkWith, replace, type Route } from "../../router";

export interface Limits {
  low?: number | undefined;
  high?: number | undefined;
}

export interface Brush {
  x: Limits;
  y: Limits;
}

const names = { x: ["xLow", "xHigh"], y: ["yLow", "yHigh"] } as const;

export function brushOf({ query }: Route): Brush {
  const read = (name: string) => {
    const text = query.get(name);
    const value = text === null || text === "" ? NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  };
  return { x: { low: read(names.x[0]), high: read(names.x[1]) }, y: { low: read(names.y[0]), high: read(names.y[1]) } };
}

export const isBrushed = ({ x, y }: Brush): boolean => [x.low, x.high, y.low, y.high].some((limit) => limit !== undefined);

export const isWithin = (value: number, { low, high }: Limits): boolean => (low === undefined || value >= low) && (high === undefined || value <= high);

export function setBrush(route: Route, { x, y }: Brush, more: Record<string, string | null> = {}): void {
  const written = (limit: number | undefined) => (limit === undefined ? null : `${limit}`);
  replace(linkWith(route, { [names.x[0]]: written(x.low), [names.x[1]]: written(x.high), [names.y[0]]: written(y.low), [names.y[1]]: written(y.high), ...more }));
}
