// Runs before the page is shown, so that the remembered theme does not flash.
"use strict";
{
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch { /* No storage: the system's theme it is. */ }
}
