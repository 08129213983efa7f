/** `/about/`, from `_data/about.md`. */
import type { Body } from "../../content/body.ts";
import { Html } from "../components/html.tsx";
import type { Page } from "../page.ts";
import type { View } from "../view.ts";

export function aboutPage(view: View, about: Body): Page {
  return {
    info: { title: "About", description: `About ${view.content.site.title}.` },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1>About</h1>
        </header>
        <Html class="prose" html={about.html()} />
      </>
    ),
  };
}
