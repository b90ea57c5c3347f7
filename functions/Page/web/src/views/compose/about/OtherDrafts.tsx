import { useMemo } from "preact/hooks";
import { when } from "../../../words";
import { listDrafts } from "../drafting/drafts";
import { addressOf, type Place } from "../drafting/place";

/** What else was begun in this browser and not submitted. */
export function OtherDrafts({ place }: { place: Place }) {
  const others = useMemo(() => listDrafts().filter(({ address }) => address !== addressOf(place)), [place]);
  if (others.length === 0) return null;
  return (
    <details class="small">
      <summary>Other drafts in this browser ({others.length})</summary>
      <ul>
        {others.map(({ address, title, savedAt }) => (
          <li key={address}>
            <a class="told" href={address}>
              {title}
            </a>{" "}
            <span class="soft">{when(savedAt)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
