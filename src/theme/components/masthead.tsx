/** The site's name, its navigation, search and the switch between day and night. */
import type { JSX } from "preact";
import { hasPart } from "../../content/site-parts.ts";
import { en } from "../../content/words/en.ts";
import { href, type View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";
import { Say } from "./say.tsx";

export function Masthead({ view }: { view: View }): JSX.Element {
  const { site, navigation } = view.content;
  return (
    <header class="masthead">
      <a class="name" href={href(view, "/")}>
        {site.title}
      </a>
      <nav aria-label={textOf(view, "site")}>
        <ul>
          {navigation.map(({ label, path, url }) => (
            <li>
              {path === undefined ? (
                <a href={url}>{label}</a>
              ) : (
                <a href={href(view, path)} aria-current={currency(path, view.path)}>
                  {label}
                </a>
              )}
            </li>
          ))}
          {hasPart(site, "search") && (
            <li>
              <a href={href(view, "/search/")} aria-current={currency("/search/", view.path)} data-search>
                <Say view={view} phrase="search" />
              </a>
            </li>
          )}
          <li>
            <button
              type="button"
              class="theme"
              data-theme-switch
              hidden
              {...languageOf(view, "night")}
              {...themeWords(view)}
            >
              {textOf(view, "night")}
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

/** For the script that turns day to night, where they are not called so. */
function themeWords(view: View): Record<string, string> {
  const [day, night] = [textOf(view, "day"), textOf(view, "night")];
  return day === en.day && night === en.night ? {} : { "data-day": day, "data-night": night };
}
