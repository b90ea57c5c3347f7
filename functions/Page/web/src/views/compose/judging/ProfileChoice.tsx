import { useId } from "preact/hooks";
import { problemsWithin, useComposing } from "../composing";
import { isObject, type Json } from "../model/pointer";
import { NumberInput } from "../parts/NumberInput";
import { ProblemLine } from "../parts/ProblemLine";

type Profiles = Readonly<Record<string, { name: string }>>;

interface ProfileChoiceProps {
  name: string;
  place: string;
  profiles: Profiles;
  value: Json | undefined;
}

const own = "";
const byChance = " chance";

export function ProfileChoice({ name, place, profiles, value }: ProfileChoiceProps) {
  const { edit, problems } = useComposing();
  const [group, line] = [useId(), useId()];
  const found = problemsWithin(problems, place);
  const chosen = value === undefined ? own : isObject(value) ? byChance : `${value}`;
  const choose = (option: string) => edit(place, [place, option === own ? undefined : option === byChance ? evenly(profiles) : option]);
  const options: readonly (readonly [string, string])[] = [
    [own, "Its own preferences"],
    ...Object.entries(profiles).map(([id, profile]) => [id, profile.name] as const),
    [byChance, "Each with a probability"],
  ];
  return (
    <fieldset class="profile card" aria-describedby={line}>
      <legend class="told">{name}</legend>
      {options.map(([option, words], at) => (
        <label key={option} class="check">
          <input type="radio" name={group} data-place={at === 0 ? place : undefined} checked={chosen === option} onChange={() => choose(option)} />
          <span class="told">{words}</span>
        </label>
      ))}
      {isObject(value) && <Chances {...{ place, profiles, chances: value, line }} isInvalid={found.length > 0} />}
      <ProblemLine id={line} problems={found} />
    </fieldset>
  );
}

function Chances({ place, profiles, chances, line, isInvalid }: { place: string; profiles: Profiles; chances: { readonly [id: string]: Json }; line: string; isInvalid: boolean }) {
  const { edit } = useComposing();
  const sum = Object.values(chances).reduce<number>((all, chance) => all + (typeof chance === "number" ? chance : 0), 0);
  return (
    <div class="range-fields">
      {Object.entries(profiles).map(([id, profile]) => {
        const chance = chances[id];
        return (
          <NumberInput
            key={id}
            label={`Probability, 0 to 1: ${profile.name}`}
            place={`${place}/${id}`}
            step={0.05}
            min={0}
            max={1}
            mayBeEmpty
            value={typeof chance === "number" ? chance : undefined}
            isInvalid={isInvalid}
            describedBy={line}
            set={(next) => edit(place, [`${place}/${id}`, next])}
          />
        );
      })}
      <p class="soft small">What is left, its own preferences: {Math.max(0, Math.round((1 - sum) * 1000) / 1000)}</p>
    </div>
  );
}

/** As likely as the own preferences, until one knows better. */
function evenly(profiles: Profiles): Record<string, number> {
  const ids = Object.keys(profiles);
  const chance = Math.floor(100 / (ids.length + 1)) / 100;
  return Object.fromEntries(ids.map((id) => [id, chance]));
}
