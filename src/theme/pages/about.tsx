/** `/about/`, from `_data/about.md`. */
import type { JSX } from "preact";
import type { Body } from "../../content/body.ts";
import { Html } from "../components/html.tsx";
import { Document } from "../layouts/document.tsx";
import type { View } from "../view.ts";

export function AboutPage({ view, about }: { view: View; about: Body }): JSX.Element {
  return (
    <Document view={view} info={{ title: "About", description: `About ${view.content.site.title}.` }} kind="list">
      <header class="opening">
        <h1>About</h1>
      </header>
      <Html class="prose" html={about.html()} />
    </Document>
  );
}
