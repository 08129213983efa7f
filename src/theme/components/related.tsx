import type { JSX } from "preact";
import type { Entry } from "../../content/entry.ts";
import { inLanguage } from "../language.ts";
import { href, type View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

/** Related entries, except the neighbours, which are linked below; nothing if there are none. */
export function Related({ view, entry }: { view: View; entry: Entry }): JSX.Element | null {
  const { Section } = view.theme.components;
  const { older, newer } = view.content.neighbours.get(entry.file) ?? {};
  const named = [older?.file, newer?.file];
  const related = (view.content.related.get(entry.file) ?? []).filter(({ file }) => !named.includes(file));
  if (related.length === 0) return null;
  return (
    <Section title={textOf(view, "related")} language={languageOf(view, "related")} id="related">
      <ul class="index">
        {related.map(({ path, title, summary, lang }) => (
          <li {...inLanguage(lang, view.language)}>
            <a href={href(view, path)}>{title}</a>
            {summary && <span class="date"> {summary}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
