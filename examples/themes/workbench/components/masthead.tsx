/** The sidebar: who writes here, and where everything is. */
import { href, type PropsOf, ThemeSwitch, textOf } from "wellformed/theme";

export function Masthead({ view }: PropsOf<"Masthead">) {
  const { title, tagline } = view.content.site;
  const { NavigationLinks } = view.theme.components;
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
          <NavigationLinks view={view} />
          <li>
            <ThemeSwitch view={view} />
          </li>
        </ul>
      </nav>
    </header>
  );
}
