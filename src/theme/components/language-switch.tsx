import type { JSX } from "preact";
import { languageName } from "../../content/editions.ts";
import { inLanguage } from "../language.ts";
import { href, type View } from "../view.ts";
import { textOf } from "../words.ts";

/** The page in the site's other languages, or where it is not, their home pages; nothing on a site in one language. */
export function LanguageSwitch({ view }: { view: View }): JSX.Element | null {
  const { content, alternates, path: here } = view;
  const others = content.editions.filter(({ root }) => root !== content.root);
  if (others.length === 0) return null;
  const all = alternates.get(here) ?? [];
  return (
    <nav class="languages" aria-label={textOf(view, "languages")}>
      <ul>
        {others.map(({ language, root }) => {
          const { path } = all.find((one) => one.language === language) ?? { path: root };
          return (
            <li>
              <a href={href(view, path)} hreflang={language} {...inLanguage(language, view.language)}>
                {languageName(content.site, language)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
