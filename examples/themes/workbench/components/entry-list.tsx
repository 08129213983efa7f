/** Entries as cards. */
import { href, inLanguage, type PropsOf, Say } from "wellformed/theme";

export function EntryList({ view, entries, compact = false, titles: Title = "h3" }: PropsOf<"EntryList">) {
  const { language } = view.content.site;
  const { Time } = view.theme.components;
  return (
    <ol class="cards h-feed">
      {entries.map(({ path, title, lang, published, summary, tags, draft, scheduled }) => (
        <li class="card h-entry" {...inLanguage(lang, language)}>
          {published && (
            <p class="date">
              <Time moment={published} language={language} short property="dt-published" />
              {draft && <Say view={view} phrase="draft" />}
              {scheduled && <Say view={view} phrase="scheduled" />}
            </p>
          )}
          <Title>
            <a class="p-name u-url" href={href(view, path)}>
              {title}
            </a>
          </Title>
          {!compact && summary && <p class="p-summary">{summary}</p>}
          {!compact && tags.length > 0 && <p class="date">{tags.join(" · ")}</p>}
        </li>
      ))}
    </ol>
  );
}
