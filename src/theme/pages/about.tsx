/** `/about/`, from `_data/about.md`. */
import type { Body } from "../../content/body.ts";
import { Html } from "../components/html.tsx";
import type { Page } from "../page.ts";
import type { View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

export function aboutPage(view: View, about: Body): Page {
  return {
    info: { title: textOf(view, "about"), description: `About ${view.content.site.title}.` },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "about")}>{textOf(view, "about")}</h1>
        </header>
        <Html class="prose" html={about.html()} />
      </>
    ),
  };
}
