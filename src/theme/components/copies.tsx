/** Where else a post's author has posted it, and how often it was liked, shared and answered there. */
import type { JSX } from "preact";
import type { Entry } from "../../content/entry.ts";
import { copyLabel } from "../../content/post-copy.ts";
import type { View } from "../view.ts";
import { textOf } from "../words.ts";
import { Say } from "./say.tsx";

const COUNTED = ["likes", "reposts", "replies"] as const;

export function Copies({ view, entry }: { view: View; entry: Entry }): JSX.Element {
  return (
    <>
      {entry.syndication.map((address, index) => {
        const counts = view.content.copyCounts.get(address);
        const said = COUNTED.filter((key) => counts && counts[key] > 0);
        return (
          <>
            {index > 0 && "; "}
            <a class="u-syndication" href={address}>
              {copyLabel(address)}
            </a>
            {said.map((key, place) => (
              <>
                {place === 0 ? ": " : textOf(view, "comma")}
                <Say view={view} phrase={key} values={{ count: counts?.[key] ?? 0 }} />
              </>
            ))}
          </>
        );
      })}
    </>
  );
}
