/** How a site's theme defines a directive of its own: `theme/components/directives/release.tsx` is `:::release`. */
import type { ComponentChildren, VNode } from "preact";
import type { z } from "zod";
import type { DirectiveForm } from "../content/directive.ts";

/** What a directive's component is given. */
export interface DirectiveProps<Attributes> {
  attributes: Attributes;
  /** What stands in brackets; undefined where nothing does. */
  label: ComponentChildren;
  /** What stands in a container, or in the brackets of a text directive; it must be shown once. */
  children: ComponentChildren;
  /** That its author gave it; undefined in feeds. */
  id: string | undefined;
  /** The classes that its author gave it, with blanks between them; undefined in feeds. */
  class: string | undefined;
  /** BCP 47, of the text that it stands in. */
  lang: string;
}

export interface DirectiveComponent<Schema extends z.ZodType = z.ZodType> {
  /** `:::name` around blocks (the default), `::name` in place of one, or `:name[…]` within a line. */
  form?: DirectiveForm;
  /** Whether it has words in brackets; by default it may. */
  label?: "needed" | "possible" | "none";
  /** Of the words in braces; by default there may be none. */
  attributes?: Schema;
  page: (props: DirectiveProps<z.infer<Schema>>) => VNode | null;
  /** In feeds, whose readers have styles of their own; by default as on the page. */
  feed?: (props: DirectiveProps<z.infer<Schema>>) => VNode | null;
}

/** Gives a directive's components the types of its schema. */
export function defineDirective<Schema extends z.ZodType>(
  component: DirectiveComponent<Schema>,
): DirectiveComponent<Schema> {
  return component;
}
