/** The sidebar: who writes here, and where everything is. */
import { currentAt, href, type PropsOf, Say, ThemeSwitch, textOf } from "wellformed/theme";

export function Masthead({ view }: PropsOf<"Masthead">) {
  const { title, tagline, navigation } = view.content.site;
  return (
    <header class="masthead">
      <p class="who">
        <a class="name" href={href(view, "/")}>
          {title}
        </a>
        {tagline && <span>{tagline}</span>}
      </p>
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
