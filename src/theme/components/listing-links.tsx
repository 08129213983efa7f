/** From a listing of a tag or an author: to all of its kind, and to its feed. */
import type { JSX } from "preact";
import { href, hrefIn, type View } from "../view.ts";
import { textOf } from "../words.ts";
import { Say } from "./say.tsx";

interface ListingLinksProps {
  view: View;
  /** The path of the listing, whose feed is linked. */
  path: string;
  /** The page of all tags or authors, and its name. */
  all: { path: string; phrase: "allTags" | "allAuthors" };
}

export function ListingLinks({ view, path, all }: ListingLinksProps): JSX.Element {
  const feed = view.feedsOf.get(path)?.[0]?.documents[0];
  return (
    <>
      <a href={hrefIn(view, all.path)}>
        <Say view={view} phrase={all.phrase} />
      </a>
      {feed && (
        <>
          {textOf(view, "comma")}
          <a href={href(view, feed.path)}>
            <Say view={view} phrase="feed" />
          </a>
        </>
      )}
    </>
  );
}
