import type { JSX } from "preact";
import { momentOf } from "../../content/date.ts";
import { VERSIONS_PATH } from "../../content/proven-versions.ts";
import type { Proof } from "../../content/samples/proof.ts";
import { SAMPLES_FILE, samplesPath } from "../../content/samples/samples-file.ts";
import { labelsOf, versionsText } from "../../content/samples/version.ts";
import { localeFor } from "../format.ts";
import { ownId } from "../own-id.ts";
import { href, hrefIn, type View } from "../view.ts";
import { textOf } from "../words.ts";
import { Say } from "./say.tsx";

/** Where an article's colophon says how its samples were checked. */
export const CHECKED = ownId("checked");

/** "14 samples · PostgreSQL 14–18, Node 24 · November 22, 2026", with a link to what the colophon says of it. */
export function ProofNote({ view, proof }: { view: View; proof: Proof }): JSX.Element {
  const { Time } = view.theme.components;
  const { samples, versions, checked, on = labelsOf(versions) } = proof;
  return (
    <a href={`#${CHECKED}`}>
      <Say view={view} phrase="samples" values={{ count: samples }} />
      {" · "}
      {on.length > 0 && `${versionsText(on)} · `}
      <Time moment={momentOf(checked, view.content.site.timeZone)} language={localeFor(view)} />
    </a>
  );
}

/** "14 samples, on PostgreSQL 18.4 and Node 24.21.0, November 22, 2026". */
export function Checked({ view, proof }: { view: View; proof: Proof }): JSX.Element {
  const { site } = view.content;
  const { Time } = view.theme.components;
  const { samples, versions, checked, on: all, differing = [] } = proof;
  const on = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return (
    <>
      <a href={view.path.endsWith("/") ? SAMPLES_FILE : href(view, samplesPath(view.path))}>
        <Say view={view} phrase="samples" values={{ count: samples }} />
      </a>
      {on.length > 0 && (
        <>
          {textOf(view, "comma")}
          <Say view={view} phrase="runOn" values={{ versions: new Intl.ListFormat(view.language).format(on) }} />
        </>
      )}
      {all && (
        <>
          {textOf(view, "comma")}
          <a href={hrefIn(view, VERSIONS_PATH)}>
            {differing.length > 0 ? (
              <Say view={view} phrase="sameButFor" values={{ versions: versionsText(all), count: differing.length }} />
            ) : (
              <Say view={view} phrase="sameOn" values={{ versions: versionsText(all) }} />
            )}
          </a>
        </>
      )}
      {textOf(view, "comma")}
      <Time moment={momentOf(checked, site.timeZone)} language={localeFor(view)} />
    </>
  );
}
