// Inside 404.html, with which servers answer at any depth: finds the folder that the wiki is
// published in, mends the links, loads the rest, and searches for the end of the address.
"use strict";
{
  const page = document.documentElement;
  const { probe, assets } = document.currentScript.dataset;
  const guess = page.dataset.root;

  const load = (name, properties) => new Promise((resolve) => {
    const element = Object.assign(document.createElement(name), properties);
    element.onload = element.onerror = resolve;
    document.head.append(element);
  });

  /** The folders above this address, the innermost first; not more than a wiki may lie deep. */
  const folders = () => {
    const found = [];
    for (let path = location.pathname; path;) {
      path = path.slice(0, path.lastIndexOf("/"));
      found.push(`${location.protocol}//${location.host}${path}/`);
    }
    return found.slice(-16);
  };

  const findRoot = async () => {
    for (const folder of folders()) {
      await load("script", { src: folder + probe });
      // Set by the script: a server may have answered with this page.
      if (page.classList.contains("js")) return folder;
    }
    return undefined;
  };

  /** What the address ends with, as words to search for. */
  const ending = () => {
    const part = location.pathname.split("/")
      .filter((name) => !/^(index\.html?|404\.html)?$/.test(name)).at(-1) ?? "";
    const name = part.replace(/\.(html?|md)$/, "");
    try {
      return decodeURIComponent(name);
    } catch {
      return name;
    }
  };

  const showHits = async () => {
    const place = document.getElementById("page-hits");
    const name = ending();
    if (!place || !globalThis.runbookSearch?.tokenize(name).length) return;
    const found = await runbookSearch.find(name);
    if (!found) return;
    const { count, results } = found;
    const words = count === 0 ? "No page matches" : count === 1 ? "1 page matches" : `${count} pages match`;
    const list = make("ul", { className: "entries" });
    for (const { title, heading, prose, url } of results) {
      list.append(make("li", {}, make("a", { href: url }, heading ? `${title} › ${heading}` : title),
        make("p", { className: "facts" }, prose)));
    }
    place.append(make("p", {}, `${words} the end of this address, “${name}”${count ? ":" : "."}`), list);
  };

  addEventListener("DOMContentLoaded", async () => {
    const root = await findRoot();
    if (root === undefined) return;
    page.dataset.root = root;
    for (const link of document.links) {
      const address = link.getAttribute("href");
      if (address.startsWith(guess)) link.href = root + address.slice(guess.length);
    }
    // In this order; the search comes last.
    await assets.split(" ").map((path) => (path.endsWith(".js")
      ? load("script", { src: root + path, async: false })
      : load("link", { rel: path.endsWith(".css") ? "stylesheet" : "icon", href: root + path }))).at(-1);
    showHits();
  });
}
