/** Runs in the head before the first paint: applies the reader's own choice of colour scheme, if there is one. */
try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset["theme"] = theme;
} catch {
  // Storage is closed to this page: the system's choice stands.
}
