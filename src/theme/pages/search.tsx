/** `/search/`: the page that search's own address shows; the dialog on the other pages uses the same script. */
import type { JSX } from "preact";
import { Document } from "../layouts/document.tsx";
import { href, type View } from "../view.ts";

export function SearchPage({ view }: { view: View }): JSX.Element {
  return (
    <Document view={view} info={{ title: "Search", description: "Search essays and projects." }} kind="list">
      <header class="opening">
        <h1>Search</h1>
      </header>
      <p class="search-index">
        As in a book, there is an <a href={href(view, "/search/terms/")}>index of terms</a>.
      </p>
      <div data-search-page>
        <noscript>
          <p>
            Search runs in your browser and needs JavaScript. Without it, there are{" "}
            <a href={href(view, "/search/terms/")}>an index of terms from A to Z</a>,{" "}
            <a href={href(view, "/posts/")}>all essays by year</a>, <a href={href(view, "/tags/")}>all tags</a> and{" "}
            <a href={href(view, "/projects/")}>all projects</a>.
          </p>
        </noscript>
      </div>
    </Document>
  );
}
