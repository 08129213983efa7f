/** Development: stands in the place of a page that could not be made, until its file is right. */
import type { Page } from "../page.ts";

/** A hint is read to its end. No style sheet has it, since no page that is published does. */
const WRAPPED = { whiteSpace: "pre-wrap", overflowWrap: "anywhere" };

export function problemsPage(text: string): Page {
  return {
    info: { title: "This page can't be made", indexed: false },
    main: (
      <>
        <header class="opening">
          <h1>This page can’t be made</h1>
        </header>
        <div class="prose">
          <pre role="alert" style={WRAPPED}>
            <code>{text}</code>
          </pre>
        </div>
      </>
    ),
  };
}
