import type { Status } from "../api/types";

const words: Record<Status, readonly [string, string, string]> = {
  Accepted: ["◌", "waiting", "running"],
  Running: ["◔", "running", "running"],
  Succeeded: ["✓", "done", "done"],
  Failed: ["✕", "failed", "failed"],
  Cancelling: ["◔", "being stopped", "running"],
  Cancelled: ["–", "cancelled", "cancelled"],
};

export function StatusBadge({ status }: { status: Status }) {
  const [sign, word, tone] = words[status];
  return (
    <span class={`badge badge-${tone}`}>
      <span aria-hidden="true">{sign}</span>
      {word}
    </span>
  );
}

export const isOpen = (status: Status): boolean => status === "Accepted" || status === "Running" || status === "Cancelling";
