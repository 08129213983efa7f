/** The site's name, its navigation, search and the switch between day and night. */
import type { JSX } from "preact";
import { href, type View } from "../view.ts";

export function Masthead({ view }: { view: View }): JSX.Element {
  const { site } = view.content;
  return (
    <header class="masthead">
      <a class="name" href={href(view, "/")}>
        {site.title}
      </a>
      <nav aria-label="Site">
        <ul>
          {site.navigation.map(({ label, path }) => (
            <li>
              <a href={href(view, path)} aria-current={currency(path, view.path)}>
                {label}
              </a>
            </li>
          ))}
          <li>
            <a href={href(view, "/search/")} aria-current={currency("/search/", view.path)} data-search>
              Search
            </a>
          </li>
          <li>
            <button type="button" class="theme" data-theme-switch hidden>
              Night
            </button>
          </li>
        </ul>
      </nav>
    </header>
  );
}

/** "page" on the page itself, "true" on those below it. */
function currency(path: string, current: string): "page" | "true" | undefined {
  if (path === current) return "page";
  return path !== "/" && current.startsWith(path) ? "true" : undefined;
}
