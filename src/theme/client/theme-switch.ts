/** The colour scheme switch. A choice equal to the system's is not stored. */

import { plainWord } from "./words.ts";

const night = matchMedia("(prefers-color-scheme: dark)");

export function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-theme-switch]");
  if (!button) return;
  const root = document.documentElement;
  const system = () => (night.matches ? "dark" : "light");
  // The colour of browsers' bars by night, which comes before the day's.
  const bar = document.querySelector<HTMLMetaElement>("meta[media]");
  const show = () => {
    const dark = (root.dataset["theme"] ?? system()) === "dark";
    if (bar) bar.media = dark ? "" : "not all";
    // Those of a page in another language than the site's.
    const { day, night, dayTheme, nightTheme } = button.dataset;
    button.textContent = dark ? (day ?? plainWord("day")) : (night ?? plainWord("night"));
    button.ariaLabel = dark ? (dayTheme ?? plainWord("dayTheme")) : (nightTheme ?? plainWord("nightTheme"));
  };
  button.addEventListener("click", () => {
    const next = (root.dataset["theme"] ?? system()) === "dark" ? "light" : "dark";
    if (next === system()) delete root.dataset["theme"];
    else root.dataset["theme"] = next;
    remember(root.dataset["theme"]);
    show();
  });
  night.addEventListener("change", show);
  button.hidden = false;
  show();
}

function remember(theme: string | undefined): void {
  try {
    if (theme) localStorage.setItem("theme", theme);
    else localStorage.removeItem("theme");
  } catch {
    // Storage is closed to this page: the choice lasts until the next one.
  }
}
