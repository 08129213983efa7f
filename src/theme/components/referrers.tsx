import type { JSX } from "preact";
import type { Entry } from "../../content/entry.ts";
import { inLanguage } from "../language.ts";
import { href, type View } from "../view.ts";
import { Commas } from "./commas.tsx";
import { Say } from "./say.tsx";

/** How many pages that link to one are named, the newest first: much is written about some. */
const MOST_REFERRERS = 20;

/** The entries whose text links to a page, but for those that the page names anyway. */
export function referrersOf(view: View, path: string, named: readonly Entry[]): Entry[] {
  return (view.content.referrers.get(path) ?? []).filter((entry) => !named.includes(entry));
}

export function Referrers({ view, referrers }: { view: View; referrers: Entry[] }): JSX.Element {
  const others = referrers.length - MOST_REFERRERS;
  return (
    <>
      <Commas
        view={view}
        items={referrers.slice(0, MOST_REFERRERS).map(({ title, path, lang }) => ({
          text: title,
          href: href(view, path),
          language: inLanguage(lang, view.language),
        }))}
      />
      {others > 0 && (
        <>
          {" "}
          <Say view={view} phrase="others" values={{ count: others }} />
        </>
      )}
    </>
  );
}
