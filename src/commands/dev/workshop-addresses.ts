/** Addresses of the workshop: pages that tell authors about the pages of their site, in development only. */

/** Before the path of a page as a browser has it: what is known of that page. */
export const WORKSHOP = "/.workshop";
/** With the path of a page as `page`: leads to the page's file in an editor. */
export const EDIT_PATH = "/.dev/edit";

/** The path of the page that a path of the workshop tells about; undefined for any other path. */
export function pageOfWorkshop(pathname: string): string | undefined {
  if (pathname === WORKSHOP) return "/";
  return pathname.startsWith(`${WORKSHOP}/`) ? pathname.slice(WORKSHOP.length) : undefined;
}
