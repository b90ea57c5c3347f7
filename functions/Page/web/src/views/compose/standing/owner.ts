import { isWithin } from "../model/pointer";

/** The control to which a problem belongs: the innermost that holds its place, else the first inside it; the document as a last resort. */
export function ownerOf(places: readonly string[], problem: string): string {
  const around = places.filter((place) => place !== "" && isWithin(problem, place));
  const innermost = around.reduce((best, place) => (place.length > best.length ? place : best), "");
  return innermost || (places.find((place) => place !== "" && problem !== "" && isWithin(place, problem)) ?? "");
}

/** Moves to the control that caused a problem, unfolding what hides it. */
export function goToOwner(problem: string): void {
  const controls = [...document.querySelectorAll<HTMLElement>("[data-place]")];
  const owner = ownerOf(controls.map((control) => control.dataset["place"]!), problem);
  const control = controls.find((each) => each.dataset["place"] === owner);
  for (let around = control?.parentElement; around; around = around.parentElement) if (around instanceof HTMLDetailsElement) around.open = true;
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}
