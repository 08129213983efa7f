/** Loaded before a command: whatever host it asks, OTHER_SITES answers. */
const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const { host, pathname, search } = new URL(String(input));
  return fetch(`${process.env["OTHER_SITES"]}/${host}${pathname}${search}`, init);
};
