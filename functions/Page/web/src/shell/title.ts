import { useEffect } from "preact/hooks";

/** The title of the document, which a screen reader says and a bookmark keeps. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Parley`;
  }, [title]);
}
