import type { JSX } from "preact";
import { momentOf } from "../../content/date.ts";
import type { Proof } from "../../content/samples/proof.ts";
import type { Site } from "../../content/site.ts";
import { wholeNumber } from "../format.ts";
import { Time } from "./time.tsx";

/** "14 samples, on PostgreSQL 18.4 and Node 24.21.0, November 22, 2026". */
export function Checked({ proof, site }: { proof: Proof; site: Site }): JSX.Element {
  const { samples, versions, checked } = proof;
  const on = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return (
    <>
      {wholeNumber(samples, site.language)} {samples === 1 ? "sample" : "samples"}
      {on.length > 0 && `, run on ${on.join(" and ")}`},{" "}
      <Time moment={momentOf(checked, site.timeZone)} language={site.language} />
    </>
  );
}
