import { useEffect, useState } from "preact/hooks";

// As the styles have it.
const narrow = matchMedia("(max-width: 48rem)");

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
