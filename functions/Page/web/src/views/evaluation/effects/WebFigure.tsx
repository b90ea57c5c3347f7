import { useMemo } from "preact/hooks";
import * as addresses from "../../../api/addresses";
import type { Effects } from "../../../api/report";
import type { SituationDocument } from "../../../api/situation";
import { Choice } from "../../../components/Choice";
import type { Column } from "../../../components/DataTable";
import { Figure } from "../../../components/Figure";
import { Select } from "../../../components/Select";
import { Term } from "../../../components/Term";
import { useNarrow } from "../../../components/useNarrow";
import { judgementAt, known } from "../../../judgements";
import { linkWith, replace, type Route } from "../../../router";
import { signed } from "../../../words";
import type { SectionProps } from "../sections";
import { linksOfPaths, mainOf, upstreamOf, webOf, type WebLink } from "./web";
import { Paths } from "./Paths";
import { WebDrawing } from "./WebDrawing";
import { WebKey } from "./WebKey";

const columns: readonly Column<WebLink>[] = [
  { head: "More of", value: (link) => link.from.name },
  { head: "Means", value: (link) => (link.weight.mode < 0 ? "less" : "more") },
  { head: "Of", value: (link) => link.to.name },
  { head: "Weight, likeliest", value: (link) => link.weight.mode, shown: (link) => signed(link.weight.mode, 2) },
  { head: "Low", value: (link) => link.weight.low, shown: (link) => signed(link.weight.low, 2) },
  { head: "High", value: (link) => link.weight.high, shown: (link) => signed(link.weight.high, 2) },
  { head: "After years", value: (link) => link.delay },
];

const shows = { all: "the whole web", upstream: "what leads to it", main: "its main paths" } as const;
type Show = keyof typeof shows;

interface WebFigureProps extends SectionProps {
  effects: Effects;
  situation: SituationDocument;
}

export function WebFigure({ effects, situation, scenario, inputs, route }: WebFigureProps) {
  const whole = useMemo(() => webOf(situation, inputs), [situation, inputs]);
  const isNarrow = useNarrow();
  const effect = effectIn(route, effects) ?? strongest(effects);
  const usual = isNarrow ? "main" : "all";
  const asked = route.query.get("show") ?? usual;
  const show = effect && Object.hasOwn(shows, asked) ? (asked as Show) : "all";
  const main = useMemo(() => (effect ? linksOfPaths(effects, effect) : new Set<string>()), [effects, effect]);
  const web = useMemo(() => (!effect || show === "all" ? whole : show === "main" ? mainOf(whole, main) : upstreamOf(whole, effect)), [whole, effect, show, main]);
  const choose = (value: string) => replace(linkWith(route, { effect: value }));
  return (
    <Figure
      title="What leads to what"
      caption={
        <>
          From the terms to what follows, along the arrows. The thicker a <Term of="link" />, the more it weighs; a dashed one turns more of the one into less of the
          other. The paths that explain most of what is chosen stand out; without a choice that is what the deal moves most. What follows is counted from −1 to +1, and 0 is where it stands today.
        </>
      }
      name={`web-${scenario.id}`}
      columns={columns}
      rows={web.links}
      evidence={{
        scenario,
        inputs,
        address: addresses.part(scenario.id, "effects"),
        citations: [],
        judgements: (read) => known(web.links.filter((link) => !effect || main.has(link.id)).map((link) => judgementAt(read, inputs, `/links/${link.id}/weight`, `${link.from.name} → ${link.to.name}`))),
      }}
      tools={
        <div class="tools screen-only">
          <Select label="What leads to" options={[...(effect ? [] : [["", "– choose –"] as const]), ...Object.entries(effects).map(([id, { name }]) => [id, name] as const)]} value={effect ?? ""} choose={choose} />
          {effect && <Choice label="Show" options={shows} value={show} choose={(value) => replace(linkWith(route, { show: value === usual ? null : value }))} />}
        </div>
      }
    >
      {effect && <Paths effect={effects[effect]!} horizon={inputs.horizon} />}
      {main.size > 0 && <WebKey />}
      {isNarrow && show !== "main" && <p class="small soft">The drawing is wider than the screen: move it sideways.</p>}
      <div class="scroll" tabIndex={0} role="region" aria-label="Drawing of the web">
        <WebDrawing web={web} label={`${web.links.length} links between ${web.nodes.length} things; the same links stand in the table below`} effect={effect} main={main} isSlim={isNarrow && show === "main"} choose={choose} />
      </div>
    </Figure>
  );
}

/** The effect that the address names. */
function effectIn(route: Route, effects: Effects): string | undefined {
  const named = route.query.get("effect") ?? "";
  return Object.hasOwn(effects, named) ? named : undefined;
}

/** What the deal moves most, among what has paths that explain it. */
const strongest = (effects: Effects): string | undefined =>
  Object.entries(effects)
    .filter(([, { paths }]) => paths.length > 0)
    .sort(([, one], [, other]) => Math.abs(other.againstNoDeal.value) - Math.abs(one.againstNoDeal.value))[0]?.[0];
