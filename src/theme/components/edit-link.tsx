import type { JSX } from "preact";
import { editLink } from "../../content/edit-link.ts";
import type { Entry } from "../../content/entry.ts";
import type { View } from "../view.ts";
import { Say } from "./say.tsx";

/** Leads to where a page's file can be edited; nothing on a site that does not say where. */
export function EditLink({ view, entry }: { view: View; entry: Entry }): JSX.Element | null {
  const { edit } = view.content.site;
  return edit === undefined ? null : (
    <a href={editLink(edit, entry.file)}>
      <Say view={view} phrase="editPage" />
    </a>
  );
}
