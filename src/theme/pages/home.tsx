/** `/`: who writes here, what they made, what to read first; its text and the order of its sections are those of `pages/index.md`. */
import { TEXT, usualSections } from "../../content/page-sections.ts";
import type { PlainPage } from "../../content/plain-page.ts";
import { Html } from "../components/html.tsx";
import { inLanguage } from "../language.ts";
import type { Page } from "../page.ts";
import type { View } from "../view.ts";

/** `home` is left out on a site that has no such file. */
export function homePage(view: View, home?: PlainPage): Page {
  const { site } = view.content;
  const { PageSections } = view.theme.components;
  const { sections = usualSections(view.content) } = home ?? {};
  const text = home && <Html class="prose" {...inLanguage(home.lang, view.language)} html={home.body.html()} />;
  const isTextFirst = sections[0]?.of === TEXT;
  return {
    info: { description: home?.summary, image: home?.image },
    kind: "home",
    main: (
      <>
        <header class="opening">
          <h1>{home?.title ?? site.title}</h1>
          {site.tagline && <p class="tagline">{site.tagline}</p>}
          {isTextFirst && text}
        </header>
        <PageSections view={view} sections={isTextFirst ? sections.slice(1) : sections} text={text} />
      </>
    ),
  };
}
