import { useEffect, useMemo, useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import type { Situation, SituationBrief } from "../../api/types";
import { useResource } from "../../api/use";
import { Loading, ProblemNotice } from "../../components/States";
import type { Route } from "../../router";
import { About } from "./about/About";
import { OtherDrafts } from "./about/OtherDrafts";
import { Provenance } from "./about/Provenance";
import { Settings } from "./about/Settings";
import { ComposingContext } from "./composing";
import type { Draft } from "./drafting/drafts";
import type { Place } from "./drafting/place";
import type { Start } from "./drafting/start";
import { useDraft, type Drafting } from "./drafting/useDraft";
import { BaseClass } from "./judging/BaseClass";
import { Judgements } from "./judging/Judgements";
import { Profiles } from "./judging/Profiles";
import { textOf } from "./model/history";
import { DocumentPane } from "./standing/DocumentPane";
import { Standing } from "./standing/Standing";
import { useValidation } from "./standing/useValidation";
import { Terms } from "./terms/Terms";

interface CompositionProps {
  place: Place;
  route: Route;
  situations: readonly SituationBrief[];
  start: Start;
  draft: Draft | undefined;
}

const nothing: readonly never[] = [];

/** A draft with all its controls. The document is what is composed; every control reads it and changes it. */
export function Composition({ place, route, situations, start, draft }: CompositionProps) {
  const drafting = useDraft(place, start, draft);
  const { document } = drafting.version;
  const text = textOf(drafting.version);
  const checked = useValidation(text);
  const id = typeof document["situation"] === "string" ? document["situation"] : "";
  const read = useResource<Situation>(id ? addresses.situation(id) : null);
  const situation = read.body?.document;
  // What nobody has filled in yet is not held against the one who has only just come.
  const [isAsked, setAsked] = useState(false);
  const isUntouched = !isAsked && !drafting.undo && !drafting.redo && document["title"] === "";
  const problems = useMemo(() => (checked.validation?.problems ?? nothing).filter(({ pointer }) => !isUntouched || pointer !== "/title"), [checked.validation, isUntouched]);
  const composing = useMemo(() => ({ document, start: start.document, edit: drafting.edit, problems }), [document, start, drafting.edit, problems]);
  useSteps(drafting);
  return (
    <ComposingContext.Provider value={composing}>
      <div class="compose">
        <div class="compose-main">
          <Provenance start={start} version={read.body?.version} />
          <OtherDrafts place={place} />
          <About situations={situations} />
          {situation ? (
            <>
              <Terms situation={situation} route={route} />
              <Profiles situation={situation} />
              <BaseClass situation={situation} />
              <Judgements situation={situation} />
            </>
          ) : read.problem ? (
            <ProblemNotice problem={read.problem} retry={read.reload} />
          ) : (
            id && <Loading what="the situation" height={60} />
          )}
          <Settings />
          <DocumentPane drafting={drafting} />
        </div>
        <Standing text={text} drafting={drafting} checked={checked} situation={situation} isUntouched={isUntouched} ask={() => setAsked(true)} />
      </div>
    </ComposingContext.Provider>
  );
}

/** Ctrl+Z and Ctrl+Y where no text is edited, which has steps of its own. */
function useSteps({ undo, redo }: Drafting): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (event.target as HTMLElement).matches("input:not([type=radio], [type=checkbox]), textarea")) return;
      const key = event.key.toLowerCase();
      const step = key === "y" || (key === "z" && event.shiftKey) ? redo : key === "z" ? undo : undefined;
      if (!step) return;
      event.preventDefault();
      step();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [undo, redo]);
}
