import { colourOf, letterOf } from "./selection";

/** What a scenario is called in the figures. */
export function Letter({ place }: { place: number }) {
  return (
    <span class="letter" style={{ background: colourOf(place) }}>
      {letterOf(place)}
    </span>
  );
}

/** Which letter is which scenario. */
export function LettersKey({ titles, hollow }: { titles: readonly string[]; hollow?: string }) {
  return (
    <ul class="key">
      {titles.map((title, place) => (
        <li key={place}>
          <Letter place={place} /> <span class="told">{title}</span>
        </li>
      ))}
      {hollow && (
        <li>
          <span class="letter letter-hollow">A</span> {hollow}
        </li>
      )}
    </ul>
  );
}
