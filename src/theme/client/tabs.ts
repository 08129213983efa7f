/**
 * Makes tabs of panels that stand one below the other, by the pattern of the ARIA Authoring Practices: arrows, Home and End go
 * from one to another. Tabs with the same word (`data-tabs`) show the same label, on every page, and next time too. What is
 * hidden can still be found by the browser, which opens it.
 */
import { make } from "./element.ts";

interface Tabs {
  word: string;
  labels: string[];
  show(label: string): void;
}

const all = [...document.querySelectorAll<HTMLElement>("[data-tabs]")].map(makeTabs);
for (const { word, labels, show } of all) {
  const kept = word && remembered(word);
  if (kept && labels.includes(kept)) show(kept);
}

function makeTabs(box: HTMLElement, number: number): Tabs {
  const word = box.dataset["tabs"] ?? "";
  const panels = [...box.querySelectorAll<HTMLElement>(":scope > .tab")];
  const labels = panels.map((panel) => panel.querySelector(":scope > .label")?.textContent ?? "");
  const tabs = labels.map((label, at) => {
    const tab = make("button", { type: "button", id: `page.tab-${number}-${at}` }, label);
    tab.setAttribute("role", "tab");
    tab.addEventListener("click", () => choose(label));
    return tab;
  });
  const list = make("div", {}, ...tabs);
  list.setAttribute("role", "tablist");
  list.addEventListener("keydown", (event) => {
    const at = tabs.findIndex((tab) => tab.tabIndex === 0);
    const to = targetOf(event.key, at, tabs.length, getComputedStyle(box).direction === "rtl");
    if (to === undefined) return;
    event.preventDefault();
    choose(labels[to] ?? "");
    tabs[to]?.focus();
  });
  panels.forEach((panel, at) => {
    panel.id ||= `page.panel-${number}-${at}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tabs[at]?.id ?? "");
    tabs[at]?.setAttribute("aria-controls", panel.id);
    panel.addEventListener("beforematch", () => show(labels[at] ?? ""));
  });

  const choose = (label: string) => {
    // The tabs that were pressed stay where they are on the screen, whatever opens above them.
    const before = list.getBoundingClientRect().top;
    for (const one of all)
      if (one.show === show || (word && one.word === word && one.labels.includes(label))) one.show(label);
    scrollBy(0, list.getBoundingClientRect().top - before);
    if (word) remember(word, label);
  };
  const show = (label: string) => {
    panels.forEach((panel, at) => {
      const isShown = labels[at] === label;
      if (isShown) panel.removeAttribute("hidden");
      else panel.setAttribute("hidden", "until-found");
      tabs[at]?.setAttribute("aria-selected", String(isShown));
      if (tabs[at]) tabs[at].tabIndex = isShown ? 0 : -1;
    });
  };
  box.prepend(list);
  box.classList.add("on");
  // What the address names is shown.
  const named = panels.findIndex(
    (panel) => location.hash && panel.querySelector(`#${CSS.escape(location.hash.slice(1))}`),
  );
  show(labels[Math.max(0, named)] ?? "");
  return { word, labels, show };
}

function targetOf(key: string, at: number, count: number, isRtl: boolean): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  return step && (at + (isRtl ? -step : step) + count) % count;
}

function remembered(word: string): string | null {
  try {
    return localStorage.getItem(`tabs:${word}`);
  } catch {
    return null;
  }
}

function remember(word: string, label: string): void {
  try {
    localStorage.setItem(`tabs:${word}`, label);
  } catch {
    // Storage is full, or not allowed: the choice holds for this page.
  }
}
