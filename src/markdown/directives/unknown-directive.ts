/** What is said of a directive whose name is not known. */
import type { DirectiveForm } from "../../content/directive.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { onlyMeant } from "../../content/problems/only-meant.ts";
import type { Reason } from "../../content/problems/problem.ts";
import type { Fix } from "../../content/problems/range.ts";

export const COLONS = { container: ":::", leaf: "::", text: ":" } as const satisfies Record<DirectiveForm, string>;

/** Written as `::name` alone, and read only where the site has something for them to list. */
const LISTS = new Map([
  ["bibliography", "put the works that it is to list into _data/references.bib"],
  ["glossary", "put the terms that it is to list into _data/glossary.yaml"],
]);

export interface UnknownDirective {
  name: string;
  form: DirectiveForm;
  /** True where it has a label or attributes. */
  isMore: boolean;
}

/** `known` has the names of those that there are, each with its form. */
export function unknownDirective(
  { name, form, isMore }: UnknownDirective,
  known: ReadonlyMap<string, DirectiveForm>,
): Reason & { fix?: Fix | undefined } {
  const list = LISTS.get(name);
  if (list && form === "leaf" && !isMore) return { message: `::${name} has nothing to list`, hint: list };
  if (list) return { message: `"${COLONS[form]}${name}" is not how it is written`, hint: `write ::${name} alone` };
  const show = `to show it, write \\${COLONS[form]}`;
  return {
    message: `there is no directive "${name}"`,
    hint: didYouMean(name, [...known.keys(), ...LISTS.keys()]) ?? show,
    fix: nameFix(
      name,
      form,
      [...known].flatMap(([one, its]) => (its === form ? [one] : [])),
    ),
  };
}

/** Of a directive on a line of its own; a container's end has no name. */
function nameFix(name: string, form: DirectiveForm, names: readonly string[]): Fix | undefined {
  const meant = form === "text" ? undefined : onlyMeant(name, names);
  return meant === undefined ? undefined : { from: `${COLONS[form]}${name}`, to: `${COLONS[form]}${meant}` };
}
