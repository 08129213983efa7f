/** What a page of development is given, so that it loads itself again when it has become another one. */
import { createHash } from "node:crypto";

/** No page can have this address. */
export const EVENTS_PATH = "/.dev/changes";
/** Milliseconds until a page whose server is gone asks again. */
const PATIENCE = 500;

/** A page by its content: one that is the same is not loaded again. */
export function digestOf(html: string): string {
  return createHash("sha256").update(html).digest("base64url").slice(0, 16);
}

/** The page with a script at its end. Only while it is looked at it holds a connection, of which a browser has six a server. */
export function withReloadScript(html: string): string {
  return `${html}<script type="module">
const follow = () => {
  globalThis.changes?.close();
  if (document.visibilityState === "hidden") return;
  globalThis.changes = new EventSource("${EVENTS_PATH}?shown=${digestOf(html)}&path=" + encodeURIComponent(location.pathname));
  changes.onmessage = () => location.reload();
  changes.onerror = () => {
    changes.close();
    setTimeout(follow, ${PATIENCE});
  };
};
document.addEventListener("visibilitychange", follow);
addEventListener("pageshow", ({ persisted }) => persisted && follow());
follow();
</script>
`;
}
