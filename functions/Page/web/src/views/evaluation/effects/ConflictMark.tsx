import { Term } from "../../../components/Term";

export function ConflictMark() {
  return (
    <span class="flag">
      <span aria-hidden="true">⇅</span> <Term of="conflict of signs">pulled both ways</Term>
    </span>
  );
}
