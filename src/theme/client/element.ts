/** Makes an element with its properties and children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<Omit<HTMLElementTagNameMap[Name], "style">> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** On a page in another language, what a script says in English says so. */
export function markEnglish(element: HTMLElement): void {
  if (!/^en\b/.test(document.documentElement.lang)) Object.assign(element, { lang: "en", dir: "ltr" });
}

/** Within such an element, what is in the page's own language. */
export function markAsPage(element: HTMLElement): void {
  const { lang, dir } = document.documentElement;
  if (!/^en\b/.test(lang)) Object.assign(element, { lang, dir });
}
