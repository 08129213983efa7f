/** Recognises addresses in forms that people and other programs write, to suggest the path of a page. */

/** The path that was probably meant, from `/` to `/`; undefined where nothing is near. */
export function pathMeant(text: string, isPath: (path: string) => boolean): string | undefined {
  const address = text.trim().replaceAll("\\", "/");
  // A path that leaves the site, or names another host, is no misspelling.
  if (/(^|\/)\.\.(\/|$)|^\/\//.test(address)) return undefined;
  const path =
    URL.canParse(address) && /^https?:/i.test(address)
      ? decoded(new URL(address).pathname)
      : address.replace(/[?#].*$/, "");
  const parts = path
    .replace(/(^|\/)index\.\w+$|\.(html?|md|markdown|php|aspx?)$/i, "$1")
    .toLowerCase()
    .split("/")
    .map((part) => part.trim().replace(/[\s_]+/g, (blank) => (blank.trim() ? blank : "-")))
    .filter((part) => part !== "" && part !== ".");
  const meant = `/${parts.map((part) => `${part}/`).join("")}`;
  return parts.length > 0 && isPath(meant) ? meant : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
