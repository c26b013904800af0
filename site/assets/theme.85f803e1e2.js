"use strict";
const today = (now = new Date()) =>
new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
{
const root = document.documentElement;
root.classList.add("js");
document.addEventListener("DOMContentLoaded", () => root.classList.add("loaded"));
if (root.dataset.reviewBy < today()) root.classList.add("overdue");
try {
const theme = localStorage.getItem("theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
const key = `runbook:${new URL(root.dataset.root || ".", location).pathname}`;
const kept = JSON.parse(localStorage.getItem(key));
if (kept && !kept.ended && Date.now() - kept.touched < 86_400_000) root.classList.add("running", "restoring");
} catch { /* No storage: the system's theme it is, and no incident. */ }
}
