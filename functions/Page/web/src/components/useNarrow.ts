import { useEffect, useState } from "preact/hooks";

// As the styles have it; paper is no phone, however narrow.
const narrow = matchMedia("screen and (max-width: 48rem)");

/** Whether the screen is that of a phone. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(narrow.matches);
  useEffect(() => {
    const changed = () => setNarrow(narrow.matches);
    narrow.addEventListener("change", changed);
    return () => narrow.removeEventListener("change", changed);
  }, []);
  return isNarrow;
}

/** Whether it was when this was opened: for what must not move while somebody is at it, as a dialog that is open within it. */
export function useOpenedNarrow(): boolean {
  const [wasNarrow] = useState(narrow.matches);
  return wasNarrow;
}
