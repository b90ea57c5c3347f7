import * as addresses from "../../api/addresses";
import type { SituationBrief } from "../../api/types";
import { useResource } from "../../api/use";

export interface Situations {
  all: readonly SituationBrief[];
  titleOf(id: string): string;
}

export function useSituations(): Situations {
  const { body } = useResource<{ situations: SituationBrief[] }>(addresses.situations);
  const all = body?.situations ?? [];
  return { all, titleOf: (id) => all.find((situation) => situation.id === id)?.title ?? id };
}
