import { Select } from "../../components/Select";
import { linkWith, replace, type Route } from "../../router";
import type { Situations } from "./useSituations";

const statuses = [["", "any"], ["Accepted", "waiting"], ["Running", "running"], ["Succeeded", "done"], ["Failed", "failed"], ["Cancelled", "cancelled"]] as const;
const kinds = [["", "any"], ["proposal", "published proposal"], ["constructed", "constructed"]] as const;

export function Filters({ route, situations }: { route: Route; situations: Situations }) {
  const filter = (name: string) => ({ value: route.query.get(name) ?? "", choose: (value: string) => replace(linkWith(route, { [name]: value })) });
  return (
    <search class="filters" aria-label="Which scenarios">
      <Select label="Status" options={statuses} {...filter("status")} />
      <Select label="Situation" options={[["", "any"], ...situations.all.map(({ id, title }) => [id, title] as const)]} {...filter("situation")} />
      <Select label="Kind" options={kinds} {...filter("kind")} />
    </search>
  );
}
