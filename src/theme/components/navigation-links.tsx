import type { JSX } from "preact";
import { hasPart } from "../../content/site-parts.ts";
import { currentAt, href, type View } from "../view.ts";
import { Say } from "./say.tsx";

/** The items of the navigation: what settings and pages put there, and search where the site has it. */
export function NavigationLinks({ view }: { view: View }): JSX.Element {
  const { site, navigation } = view.content;
  return (
    <>
      {navigation.map(({ label, path, url }) => (
        <li>
          {path === undefined ? (
            <a href={url}>{label}</a>
          ) : (
            <a href={href(view, path)} aria-current={currentAt(view, path)}>
              {label}
            </a>
          )}
        </li>
      ))}
      {hasPart(site, "search") && (
        <li>
          <a href={href(view, "/search/")} aria-current={currentAt(view, "/search/")} data-search="">
            <Say view={view} phrase="search" />
          </a>
        </li>
      )}
    </>
  );
}
