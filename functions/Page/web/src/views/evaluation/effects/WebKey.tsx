/** What the lines and the numbers of the web mean. */
export function WebKey() {
  return (
    <>
      <ul class="key web-key">
        <li>
          <Sample stroke="var(--accent)" width={3} /> on a main path
        </li>
        <li>
          <Sample stroke="var(--line-strong)" width={1.2} /> any other link
        </li>
        <li>
          <Sample stroke="var(--ink-soft)" width={1.8} dashes="5 4" /> more of the one, less of the other
        </li>
        <li>
          <svg viewBox="0 0 30 14" aria-hidden="true">
            <rect x="1" y="1" width="28" height="12" rx="6" fill="var(--raised)" stroke="var(--accent)" />
          </svg>
          the weight of a link
        </li>
      </ul>
      <p class="small soft">
        A weight is no part of the level: it says how much of a change of the one comes through to the other. A path's number is such a part: the change that the path begins with, times the weights along it; a little less where
        much comes together.
      </p>
    </>
  );
}

function Sample({ stroke, width, dashes }: { stroke: string; width: number; dashes?: string }) {
  return (
    <svg viewBox="0 0 30 14" aria-hidden="true">
      <path d="M0 7h30" stroke={stroke} stroke-width={width} stroke-dasharray={dashes} />
    </svg>
  );
}
