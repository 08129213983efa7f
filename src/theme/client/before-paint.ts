/** Runs in the head, before anything is painted: a reader's own choice of day or night, if there is one. */
try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset["theme"] = theme;
} catch {
  // Storage is closed to this page: the system's choice stands.
}
