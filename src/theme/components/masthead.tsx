/** The site's name, its navigation, search and the switch between day and night. */
import type { JSX } from "preact";
import { hrefIn, type View } from "../view.ts";
import { siteLanguage, textOf } from "../words.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

export function Masthead({ view }: { view: View }): JSX.Element {
  const { site } = view.content;
  const { LanguageSwitch, NavigationLinks } = view.theme.components;
  return (
    <header class="masthead">
      <a class="name" href={hrefIn(view, "/")} {...siteLanguage(view)}>
        {site.title}
      </a>
      <nav aria-label={textOf(view, "site")}>
        <ul>
          <NavigationLinks view={view} />
          <li>
            <ThemeSwitch view={view} />
          </li>
        </ul>
      </nav>
      <LanguageSwitch view={view} />
    </header>
  );
}
