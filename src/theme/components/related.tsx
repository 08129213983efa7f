import type { JSX } from "preact";
import type { Post } from "../../content/post.ts";
import { inLanguage } from "../language.ts";
import { href, type View } from "../view.ts";
import { Section } from "./section.tsx";

/** Posts that are about the same things; nothing where there are none. */
export function Related({ view, post }: { view: View; post: Post }): JSX.Element | null {
  const related = view.content.related.get(post) ?? [];
  if (related.length === 0) return null;
  return (
    <Section title="Related" id="related">
      <ul class="index">
        {related.map(({ path, title, description, lang }) => (
          <li {...inLanguage(lang, view.content.site.language)}>
            <a href={href(view, path)}>{title}</a>
            {description && <span class="date"> {description}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
