/** Development: stands in the place of a page that could not be made, until its file is mended. */
import type { JSX } from "preact";
import { Document } from "../layouts/document.tsx";
import type { View } from "../view.ts";

export function ProblemsPage({ view, text }: { view: View; text: string }): JSX.Element {
  return (
    <Document view={view} info={{ title: "This page can't be made", indexed: false }}>
      <header class="opening">
        <h1>This page can’t be made</h1>
      </header>
      <div class="prose">
        <pre role="alert">
          <code>{text}</code>
        </pre>
      </div>
    </Document>
  );
}
