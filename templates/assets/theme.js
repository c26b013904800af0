// Runs before the page is shown, so that the remembered theme does not flash, and the bar of a running
// incident does not push the page down.
"use strict";
{
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    const key = `runbook:${new URL(root.dataset.root || ".", location).pathname}`;
    const kept = JSON.parse(localStorage.getItem(key));
    if (kept && !kept.ended && Date.now() - kept.touched < 86_400_000) root.classList.add("running");
  } catch { /* No storage: the system's theme it is, and no incident. */ }
}
