/** The previous and next entry, in a series and in time. */
import type { JSX } from "preact";
import type { Entry } from "../../content/entry.ts";
import type { PlainKey } from "../../content/words/plurals.ts";
import { inLanguage } from "../language.ts";
import { href, type View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";
import { Say } from "./say.tsx";

interface Props {
  view: View;
  entry: Entry;
}

/** How many parts of a series are named: of a longer one the first, the last and those around the entry. */
const MOST_PARTS = 12;

function partsAround(index: number, count: number): number[] {
  if (count <= MOST_PARTS) return [...Array(count).keys()];
  const inner = MOST_PARTS - 2;
  const first = Math.max(1, Math.min(index - inner / 2, count - 1 - inner));
  return [0, ...Array.from({ length: inner }, (_, at) => first + at), count - 1];
}

/** Which part of its series the entry is, with the other parts; nothing for a series of one. */
export function SeriesNote({ view, entry }: Props): JSX.Element | null {
  const series = view.content.series.get(entry.file);
  if (!series || series.entries.length < 2) return null;
  const index = series.entries.findIndex(({ file }) => file === entry.file);
  const parts = partsAround(index, series.entries.length).flatMap((at) => series.entries[at] ?? []);
  return (
    <aside class="series" aria-label={textOf(view, "series")}>
      <p>
        <Say view={view} phrase="partOf" values={{ part: index + 1, count: series.entries.length }} />{" "}
        <i>{series.name}</i>
      </p>
      <ol>
        {parts.map(({ file, path, title, lang }) => (
          <li {...inLanguage(lang, view.language)}>
            {file === entry.file ? <b aria-current="page">{title}</b> : <a href={href(view, path)}>{title}</a>}
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** The next older and the next newer entry of its collection. */
export function Neighbours({ view, entry }: Props): JSX.Element | null {
  const { older, newer } = view.content.neighbours.get(entry.file) ?? {};
  if (!older && !newer) return null;
  return (
    <nav class="neighbours" aria-label={textOf(view, "neighbours")}>
      {older && <Neighbour view={view} entry={older} relation="prev" label="earlier" />}
      {newer && <Neighbour view={view} entry={newer} relation="next" label="later" />}
    </nav>
  );
}

function Neighbour({ view, entry, relation, label }: Props & { relation: string; label: PlainKey }): JSX.Element {
  return (
    <p class={relation}>
      <span {...languageOf(view, label)}>{textOf(view, label)}</span>{" "}
      <a href={href(view, entry.path)} rel={relation} {...inLanguage(entry.lang, view.language)}>
        {entry.title}
      </a>
    </p>
  );
}
