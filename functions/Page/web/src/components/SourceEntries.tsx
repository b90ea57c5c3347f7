import type { Source } from "../api/situation";

interface SourceEntriesProps {
  keys: readonly string[];
  /** The situation's; while they are on their way the keys stand alone. */
  sources: Record<string, Source> | undefined;
}

/** Claims and facts that judgements cite, with their texts and how far they were checked. */
export function SourceEntries({ keys, sources }: SourceEntriesProps) {
  return (
    <ul class="source-entries" tabIndex={0} aria-label="Claims and sources">
      {keys.map((key) => (
        <SourceEntry key={key} name={key} source={sources?.[key]} />
      ))}
    </ul>
  );
}

function SourceEntry({ name, source }: { name: string; source: Source | undefined }) {
  return (
    <li>
      <code>{name}</code>{" "}
      {source && (
        <span class="told">
          {source.text} <span class="soft">({[source.status, source.date].filter(Boolean).join(", ")})</span>{" "}
          {source.url && (
            <a href={source.url} rel="noreferrer noopener" target="_blank">
              source
            </a>
          )}
        </span>
      )}
    </li>
  );
}
