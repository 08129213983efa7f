import type { JSX } from "preact";
import { momentOf } from "../../content/date.ts";
import type { Proof } from "../../content/samples/proof.ts";
import type { View } from "../view.ts";
import { textOf } from "../words.ts";
import { Say } from "./say.tsx";

/** "14 samples, on PostgreSQL 18.4 and Node 24.21.0, November 22, 2026". */
export function Checked({ view, proof }: { view: View; proof: Proof }): JSX.Element {
  const { site } = view.content;
  const { Time } = view.theme.components;
  const { samples, versions, checked } = proof;
  const on = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return (
    <>
      <Say view={view} phrase="samples" values={{ count: samples }} />
      {on.length > 0 && (
        <>
          {textOf(view, "comma")}
          <Say view={view} phrase="runOn" values={{ versions: new Intl.ListFormat(view.language).format(on) }} />
        </>
      )}
      {textOf(view, "comma")}
      <Time moment={momentOf(checked, site.timeZone)} language={view.language} />
    </>
  );
}
