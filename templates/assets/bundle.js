// The whole wiki in one file: keeps the page that the address names and lets go of the others,
// before the scripts of a page run. Another page is a reload.
"use strict";
{
  const pages = [...document.querySelectorAll("main")];
  const names = new Set(pages.map((page) => page.id));

  /** The id of the page of an address such as `#step-drain@nodes/update?name=value`. */
  const nameOf = (hash) => {
    const place = hash.slice(1).split("?")[0];
    try {
      return `page-main@${decodeURIComponent(place).split("@").slice(1).join("@")}`;
    } catch {
      return "";
    }
  };

  const shown = pages.find((page) => page.id === nameOf(location.hash)) ?? pages[0];
  for (const page of pages) if (page !== shown) page.remove();
  shown.hidden = false;

  const title = shown.querySelector("h1")?.textContent;
  if (title && title !== document.title) document.title = `${title} · ${document.title}`;
  document.querySelector(".skip")?.setAttribute("href", `#${encodeURI(shown.id)}`);
  for (const link of document.querySelectorAll("#page-nav a")) {
    if (nameOf(link.hash) === shown.id) link.setAttribute("aria-current", "page");
  }
  addEventListener("hashchange", () => {
    const name = location.hash.length > 1 ? nameOf(location.hash) : pages[0].id;
    if (name !== shown.id && names.has(name)) location.reload();
  });
}
