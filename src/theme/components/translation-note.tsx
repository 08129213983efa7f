import type { JSX } from "preact";
import type { Entry } from "../../content/entry.ts";
import { revisedOriginal } from "../../content/translations.ts";
import { localeFor } from "../format.ts";
import { inLanguage } from "../language.ts";
import { href, type View } from "../view.ts";
import { Say } from "./say.tsx";

/** Of a translation: what it translates, and whether that was revised since; nothing for any other entry. */
export function TranslationNote({ view, entry }: { view: View; entry: Entry }): JSX.Element | null {
  const { translations } = view.content;
  const { Time } = view.theme.components;
  const all = translations.get(entry.file);
  const original = all?.[0];
  if (!original || original.file === entry.file) return null;
  const { title, path, lang } = original;
  const revised = revisedOriginal(entry, all)?.updated;
  return (
    <p class="kicker">
      <Say
        view={view}
        phrase="translationOf"
        values={{ title }}
        marks={{
          original: (words) => (
            <a href={href(view, path)} hreflang={lang} {...inLanguage(lang, view.language)}>
              {words}
            </a>
          ),
        }}
      />
      {revised && (
        <>
          {". "}
          <Say
            view={view}
            phrase="originalRevised"
            values={{ date: <Time moment={revised} language={localeFor(view)} /> }}
          />
        </>
      )}
    </p>
  );
}
