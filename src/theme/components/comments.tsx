import type { JSX } from "preact";
import type { Entry } from "../../content/entry.ts";
import { ownId } from "../own-id.ts";
import type { View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

const GISCUS = "https://giscus.app";

/** What readers say of an article, which is loaded when one asks for it; nothing for a site without comments. */
export function Comments({ view }: { view: View; entry: Entry }): JSX.Element | null {
  const { comments } = view.content.site.services;
  if (!comments) return null;
  const { Section } = view.theme.components;
  const { repo, repoId, category, categoryId } = comments.giscus;
  const site = view.content.site.language;
  const chosen = new URLSearchParams({ repo, repoId, category, categoryId });
  return (
    <Section title={textOf(view, "comments")} language={languageOf(view, "comments")} id="comments">
      <p id={ownId("giscus")} data-comments={`${GISCUS}/${site.split("-")[0]}/widget?${chosen}`}>
        <a href={`https://github.com/${repo}/discussions`} {...languageOf(view, "readComments")}>
          {textOf(view, "readComments")}
        </a>{" "}
        · GitHub
      </p>
    </Section>
  );
}
