/** Plays a film, or runs a pen, in the place of its still, once a reader asks for it: until then nothing is loaded. */
import { make } from "./element.ts";

for (const figure of document.querySelectorAll<HTMLElement>("[data-embed]")) {
  const still = figure.querySelector("a");
  still?.addEventListener("click", (event) => {
    // Who wants it in a tab of its own gets it there.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const frame = make("iframe", {
      src: figure.dataset["embed"] ?? "",
      title: still.querySelector("img")?.alt ?? still.textContent,
      allow: "autoplay; fullscreen; encrypted-media; picture-in-picture",
      // YouTube plays nothing for a page that it can't tell.
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    frame.sandbox.add("allow-scripts", "allow-same-origin", "allow-popups", "allow-forms", "allow-presentation");
    still.replaceWith(frame);
    frame.focus();
  });
}
