import type { ComponentChildren } from "preact";
import type { Resource } from "../api/use";
import { Loading, ProblemNotice } from "./States";

interface AwaitProps<T> {
  of: Resource<T>;
  /** In words: "the impacts". */
  what: string;
  /** The room to keep while it is on its way, in rem. */
  height?: number;
  children(body: T): ComponentChildren;
}

/** Shows what was read, or why there is nothing; what is there stays while a newer reading fails. */
export function Await<T>({ of, what, height, children }: AwaitProps<T>) {
  if (of.body !== undefined) return <>{children(of.body)}</>;
  if (of.problem) return <ProblemNotice problem={of.problem} retry={of.reload} />;
  return <Loading what={what} {...(height !== undefined && { height })} />;
}
