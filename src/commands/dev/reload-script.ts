/** The script that makes a page reload itself in development when it has changed, and listens to the keys of the workshop. */
import { createHash } from "node:crypto";
import { EDIT_PATH, WORKSHOP } from "./workshop-addresses.ts";

/** No page can have this address. */
export const EVENTS_PATH = "/.dev/changes";
/** Milliseconds until a page whose server is gone asks again. */
const RETRY_MS = 500;

/** A page by its content: one that is the same is not loaded again. */
export function digestOf(html: string): string {
  return createHash("sha256").update(html).digest("base64url").slice(0, 16);
}

/**
 * The page with a script at its end; `edition` is the one that the server shows. Only while it is looked at it holds a
 * connection, of which a browser has six a server.
 */
export function withReloadScript(html: string, edition: string): string {
  return `${html}<script type="module">
// A browser forgets where the reader was at a page that is too short for it, such as one that says what is wrong.
const wanted = history.state?.scrolledTo;
let reached;
const scrollBack = () => {
  if (wanted === undefined) return;
  history.replaceState(null, "");
  scrollTo({ top: wanted, behavior: "instant" });
  reached = scrollY;
};
const reload = () => {
  history.replaceState({ scrolledTo: scrollY === reached ? wanted : scrollY }, "");
  history.scrollRestoration = "manual";
  location.reload();
};
// Whoever comes back to the page from another one is led by the browser.
addEventListener("pagehide", () => {
  if (!history.state) history.scrollRestoration = "auto";
});
const follow = () => {
  globalThis.changes?.close();
  if (document.visibilityState === "hidden") return;
  globalThis.changes = new EventSource("${EVENTS_PATH}?edition=${edition}&shown=${digestOf(html)}&path=" + encodeURIComponent(location.pathname));
  changes.onmessage = () => {
    changes.close();
    reload();
  };
  changes.onerror = () => {
    changes.close();
    setTimeout(follow, ${RETRY_MS});
  };
};
document.addEventListener("visibilitychange", follow);
addEventListener("pageshow", scrollBack, { once: true });
addEventListener("pageshow", () => requestAnimationFrame(follow));
addEventListener("keydown", ({ key, target, altKey, ctrlKey, metaKey }) => {
  if (altKey || ctrlKey || metaKey || target.closest?.("input, textarea, select, dialog, [contenteditable]")) return;
  const { pathname } = location;
  const isWorkshop = pathname.startsWith("${WORKSHOP}/");
  if (key === "e") location.href = "${EDIT_PATH}?page=" + encodeURIComponent(pathname);
  if (key === "w") location.href = isWorkshop ? pathname.slice(${WORKSHOP.length}) : "${WORKSHOP}" + pathname;
});
</script>
`;
}
