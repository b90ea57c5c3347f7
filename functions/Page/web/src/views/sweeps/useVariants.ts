import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { get, Refusal } from "../../api/client";
import type { Sweep, VariantsPage } from "../../api/sweep";
import type { Problem } from "../../api/types";
import { isOpen } from "../../components/StatusBadge";

/** More are not read into the page: a picture of them would be a blot. Of more, every so many-th is; the table of the interface has them all. */
export const mostRead = 20_000;

/** Numbers that a page of the interface goes over. */
const span = 10_000;

export interface ReadVariants {
  page?: VariantsPage;
  /** Why not all of it was read, or nothing newer; what was read stays. */
  problem?: Problem;
  /** How many are there; more than were read, where they are very many. */
  done: number;
  /** Every page was read, so that what was read is spread over all that is there. */
  isThrough: boolean;
  reload(): void;
}

type State = Omit<ReadVariants, "reload">;

/**
 * The variants that are there. While a sweep runs only the pages that had gaps are read again. All are read anew when it has ended, and
 * when fewer are there than before: another engine evaluates them again then. A reading that was refused is tried again when its answer says so.
 */
export function useVariants({ id, status, engineVersion, progress }: Sweep): ReadVariants {
  const [state, setState] = useState<State>({ done: 0, isThrough: false });
  const newest = useRef(progress);
  newest.current = progress;
  const engines = useFalls(progress.variantsDone);
  const wake = useRef<() => void>(() => undefined);
  useEffect(() => {
    const leaving = new AbortController();
    const reader = new Reader(id, newest, leaving.signal, setState);
    wake.current = () => void reader.read();
    return () => {
      leaving.abort();
      reader.stop();
    };
  }, [id, isOpen(status), engineVersion, engines]);
  useEffect(() => wake.current(), [id, isOpen(status), engineVersion, engines, progress.variantsDone]);
  const reload = useCallback(() => wake.current(), []);
  return { ...state, reload };
}

/** How often a number has fallen. */
function useFalls(value: number): number {
  const seen = useRef({ value, falls: 0 });
  seen.current = { value, falls: seen.current.falls + (value < seen.current.value ? 1 : 0) };
  return seen.current.falls;
}

class Reader {
  private readonly pages = new Map<number, VariantsPage>();
  private isReading = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly id: string,
    private readonly newest: { readonly current: Sweep["progress"] },
    private readonly leaving: AbortSignal,
    private readonly set: (change: (before: State) => State) => void,
  ) {}

  async read(): Promise<void> {
    if (this.isReading) return; // It goes on, and looks again when it is through.
    this.stop();
    this.isReading = true;
    try {
      for (let done = -1; done !== this.newest.current.variantsDone && !this.leaving.aborted; ) {
        done = this.newest.current.variantsDone;
        await this.readGaps();
        if (!this.leaving.aborted) this.show(done);
      }
    } catch (failure) {
      if (this.leaving.aborted) return;
      if (!(failure instanceof Refusal)) throw failure;
      this.refused(failure);
    } finally {
      this.isReading = false;
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Reads the pages that are not whole yet. */
  private async readGaps(): Promise<void> {
    const { variants } = this.newest.current;
    const step = Math.ceil(variants / mostRead);
    const each = Math.floor(span / step);
    for (let from = 0; from < variants; from += each * step) {
      const whole = Math.min(each, Math.ceil((variants - from) / step));
      if (this.pages.get(from)?.variants.length === whole) continue;
      this.pages.set(from, (await get<VariantsPage>(addresses.variants(this.id, from, each, step), this.leaving)).body);
    }
  }

  private show(done: number): void {
    this.set(() => ({ page: this.together()!, done, isThrough: true }));
  }

  /** What was read until then is shown where it is more than before, with the reason why it is not all. */
  private refused({ problem, retryAfter }: Refusal): void {
    const read = this.together();
    const isMore = (page: VariantsPage | undefined) => read && read.variants.length > (page?.variants.length ?? 0);
    this.set((before) => ({ ...before, ...(isMore(before.page) && { page: read, done: this.newest.current.variantsDone, isThrough: false }), problem }));
    if (retryAfter !== undefined) this.timer = setTimeout(() => void this.read(), Math.max(retryAfter, 1) * 1000);
  }

  private together(): VariantsPage | undefined {
    const pages = [...this.pages.entries()].sort(([one], [other]) => one - other).map(([, page]) => page);
    return pages[0] && { ...pages[0], variants: pages.flatMap((page) => page.variants) };
  }
}
