import type { JSX } from "preact";
import { ownId } from "../own-id.ts";
import type { View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

/** A form for who would rather have mail; nothing for a site without a newsletter. It needs no script. */
export function Newsletter({ view }: { view: View }): JSX.Element | null {
  const { newsletter } = view.content.site.services;
  if (!newsletter) return null;
  const { Section } = view.theme.components;
  const { action, field, hidden } = newsletter;
  return (
    <Section title={textOf(view, "newsletter")} language={languageOf(view, "newsletter")} id="newsletter">
      <form class="newsletter" action={action} method="post">
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label for={ownId("mail")} {...languageOf(view, "mailAddress")}>
          {textOf(view, "mailAddress")}
        </label>{" "}
        <input id={ownId("mail")} type="email" name={field} autocomplete="email" required />{" "}
        <button type="submit" {...languageOf(view, "subscribe")}>
          {textOf(view, "subscribe")}
        </button>
      </form>
    </Section>
  );
}
