/** The site's name, its navigation, search and the switch between day and night. */
import type { JSX } from "preact";
import { currentAt, href, type View } from "../view.ts";
import { textOf } from "../words.ts";
import { Say } from "./say.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

export function Masthead({ view }: { view: View }): JSX.Element {
  const { site, navigation } = view.content;
  return (
    <header class="masthead">
      <a class="name" href={href(view, "/")}>
        {site.title}
      </a>
      <nav aria-label={textOf(view, "site")}>
        <ul>
          {navigation.map(({ label, path }) => (
            <li>
              <a href={href(view, path)} aria-current={currentAt(view, path)}>
                {label}
              </a>
            </li>
          ))}
          <li>
            <a href={href(view, "/search/")} aria-current={currentAt(view, "/search/")} data-search>
              <Say view={view} phrase="search" />
            </a>
          </li>
          <li>
            <ThemeSwitch view={view} />
          </li>
        </ul>
      </nav>
    </header>
  );
}
