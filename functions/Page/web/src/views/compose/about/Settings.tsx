import { Term } from "../../../components/Term";
import { useComposing } from "../composing";
import { valueAt } from "../model/pointer";
import { Section } from "../parts/Section";
import { AnalysisChoice } from "./AnalysisChoice";
import { SettingNumber } from "./SettingNumber";

/** How it is computed. Whoever leaves all this alone gets sensible answers. */
export function Settings() {
  const { document } = useComposing();
  const hasMore = valueAt(document, "/drivers") !== undefined || valueAt(document, "/counterOffers") !== undefined;
  return (
    <Section title="Settings" intro="They can stay as they are.">
      <details class="fold">
        <summary>How it is computed, and what is asked for</summary>
        <div class="settings">
          <SettingNumber place="/draws" label="Draws" usual={10000} step={20} hint="More of them make numbers steadier and cost more. A multiple of 20, from 200 to 1,000,000." />
          <SettingNumber place="/seed" label="Seed" usual={1} step={1} hint="Another seed shows how much is chance; the same gives the same numbers." />
          <SettingNumber place="/horizon" label="Horizon in years" usual={10} step={1} hint="How far ahead effects are followed, up to 30." />
          <SettingNumber place="/shortHorizon" label="Short horizon in years" usual={2} step={1} hint="What the near future means; not above the horizon." />
        </div>
        <AnalysisChoice />
        <p class="small soft">
          {hasMore ? "The document also says what drivers or counter-offers should look at; " : "What drivers and counter-offers look at has settings of its own; "}
          they are changed in the document below. See also <Term of="draw" />, <Term of="seed" /> and <Term of="cost" />.
        </p>
      </details>
    </Section>
  );
}
