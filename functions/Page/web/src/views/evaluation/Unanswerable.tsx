import { Empty } from "../../components/States";

/** The engine's own reason why something cannot be said. */
export function Unanswerable({ what, reason }: { what: string; reason: string }) {
  return (
    <Empty>
      <strong>{what} cannot be said</strong>
      <p class="told">{reason}</p>
    </Empty>
  );
}
