import type { VariantValue } from "../../api/sweep";
import { place } from "../../scale";
import { EvaluateVariant } from "./EvaluateVariant";
import { issuesOf, type Swept } from "./Results";

interface Extreme {
  swept: Swept;
  of: VariantValue;
  told: string;
  /** What is said where all variants are alike; of equal variants the summary names the first. */
  alike: string | undefined;
}

/** The best or the worst variant by something: its number, its terms, and the way to see it in full. */
export function ExtremeCell({ swept, of, told, alike }: Extreme) {
  const issues = issuesOf(swept);
  return (
    <div class="extreme">
      <strong class="numbers">{told}</strong>
      {alike ? (
        <span class="small">{alike}</span>
      ) : (
        <>
          <span class="small">{of.terms.map((value, at) => `${issues[at]!.name}: ${place(value)}`).join("; ")}</span>
          <EvaluateVariant {...swept} variant={of.variant} terms={of.terms} />
        </>
      )}
    </div>
  );
}
