import type { JSX } from "preact";
import { ownId } from "../own-id.ts";
import type { View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

const GISCUS = "https://giscus.app";

/** What readers say of an article, which is loaded when one asks for it; nothing for a site without one. */
export function Discussion({ view }: { view: View }): JSX.Element | null {
  const { comments } = view.content.site.services;
  if (!comments) return null;
  const { Section } = view.theme.components;
  const { repo, repoId, category, categoryId } = comments.giscus;
  const site = view.language;
  const chosen = new URLSearchParams({ repo, repoId, category, categoryId });
  return (
    <Section title={textOf(view, "discussion")} language={languageOf(view, "discussion")} id="discussion">
      <p id={ownId("giscus")} data-discussion={`${GISCUS}/${site.split("-")[0]}/widget?${chosen}`}>
        <a href={`https://github.com/${repo}/discussions`} {...languageOf(view, "readComments")}>
          {textOf(view, "readComments")}
        </a>{" "}
        · GitHub
      </p>
    </Section>
  );
}
