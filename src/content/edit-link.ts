/** Where readers can suggest a change of a page: an address with `{file}` in the place of its content file. */
import { z } from "zod";
import { refusing } from "./refusal.ts";

const FILE = "{file}";

export const EditTemplate = z.string({ error: `must be an address with ${FILE} in it` }).check(
  refusing((template) => {
    const address = template.replace(FILE, "posts/x.md");
    if (template.includes(FILE) && /^https?:/.test(address) && URL.canParse(address)) return undefined;
    const meant = /^https?:/.test(template) && !/[{}]/.test(template) ? `${template.replace(/\/?$/, "/")}${FILE}` : "";
    const message = `must be an address with ${FILE} in it, such as https://github.com/name/blog/edit/main/${FILE}`;
    return { message, hint: meant ? `write "${meant}"` : undefined };
  }),
);

/** The address at which a content file is edited. */
export function editLink(template: string, file: string): string {
  return template.replace(FILE, encodeURI(file).replace(/[?#]/g, encodeURIComponent));
}
