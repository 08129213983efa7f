/** The directives of a site's theme, as Markdown is given them. */
import { type ComponentChildren, h } from "preact";
import { render } from "preact-render-to-string";
import { z } from "zod";
import {
  DIRECTIVE_NAME,
  type Directive,
  DirectiveError,
  type DirectiveForm,
  type DirectiveUse,
  type OwnDirectives,
  type Tags,
} from "../content/directive.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { ProblemCollector } from "../content/problems/problem-collector.ts";
import { Html } from "../theme/components/html.tsx";
import type { DirectiveComponent, DirectiveProps } from "../theme/directives.ts";
import type { LoadedModules } from "./load-modules.ts";

/** The name that a text has for it. */
const NAME = new RegExp(`^${DIRECTIVE_NAME}$`);
/** A placeholder for the content, which no component writes by itself. */
const CONTENT = "\uE000content\uE000";
const FORMS: readonly DirectiveForm[] = ["container", "leaf", "text"];
const LABELS = ["needed", "possible", "none"] as const;

export const NO_DIRECTIVES: OwnDirectives = { known: {}, version: "" };

/** `files` are absolute paths by name; `where` is what messages call a file. */
export function ownDirectives(
  files: ReadonlyMap<string, string>,
  loaded: LoadedModules,
  where: (file: string) => string,
  problems: ProblemCollector,
): OwnDirectives {
  const known = [...files].flatMap(([name, file]): [string, Directive][] => {
    const component = loaded.exports.get(file)?.["default"];
    const fault = faultOf(name, component);
    if (fault) problems.add({ file: where(file), ...fault });
    return !fault && isComponent(component) ? [[name, directiveOf(component, loaded.problemOf)]] : [];
  });
  return { known: Object.fromEntries(known), version: known.length > 0 ? loaded.version : "" };
}

function faultOf(name: string, component: unknown): { message: string; hint: string } | undefined {
  if (!NAME.test(name))
    return { message: `"${name}" is no name of a directive`, hint: "lower-case letters, and hyphens between words" };
  const has = (key: string): unknown => Reflect.get(Object(component), key);
  if (typeof component !== "object" || component === null || typeof has("page") !== "function")
    return { message: "exports no directive", hint: "write export default defineDirective({ page: … })" };
  const form = has("form") ?? "container";
  if (!FORMS.some((one) => one === form)) return { message: `has no such form: ${form}`, hint: FORMS.join(", ") };
  const label = has("label") ?? "possible";
  if (!LABELS.some((one) => one === label)) return { message: `has no such label: ${label}`, hint: LABELS.join(", ") };
  const attributes = has("attributes");
  if (attributes !== undefined && !(attributes instanceof z.ZodType))
    return { message: "has attributes that are no schema", hint: "write attributes: z.strictObject({ … })" };
  return undefined;
}

/** What `defineDirective` takes: its author's editor has checked its types, and `faultOf` what we rely on. */
function isComponent(component: unknown): component is DirectiveComponent {
  return typeof component === "object";
}

type ProblemOf = (error: unknown) => Problem | undefined;

function directiveOf(component: DirectiveComponent, problemOf: ProblemOf): Directive {
  const { form = "container", label = "possible", attributes = z.strictObject({}), page, feed = page } = component;
  const written = (show: DirectiveComponent["page"]) => (use: DirectiveUse) => tagsOf(show, form, use, problemOf);
  return { form, label: form === "text" ? "needed" : label, attributes, page: written(page), feed: written(feed) };
}

/** The component's HTML, cut where its content stands. */
function tagsOf(show: DirectiveComponent["page"], form: DirectiveForm, use: DirectiveUse, problemOf: ProblemOf): Tags {
  const html = rendered(show, form, use, problemOf);
  const [open = "", close, ...others] = html.split(CONTENT);
  if (form === "leaf") return { open: html, close: "" };
  if (close === undefined) throw new DirectiveError("does not show what stands in it: write {children}", undefined);
  if (others.length > 0) throw new DirectiveError("shows what stands in it more than once", undefined);
  return form === "container" ? { open: `${open}\n`, close: `${close}\n` } : { open, close };
}

function rendered(
  show: DirectiveComponent["page"],
  form: DirectiveForm,
  { attributes, label, id, classes, lang }: DirectiveUse,
  problemOf: ProblemOf,
): string {
  const props: DirectiveProps<unknown> = {
    ...{ attributes, id, lang },
    label: label ? h(Html, { as: "span", html: label }) : undefined,
    children: form === "leaf" ? undefined : (CONTENT satisfies ComponentChildren),
    class: classes.join(" ") || undefined,
  };
  try {
    return render(h(show, props));
  } catch (error) {
    throw new DirectiveError("can't be shown", problemOf(error));
  }
}
