// Inside 404.html, with which servers answer at any depth: finds the folder that the wiki is
// published in, mends the links, loads the rest, and has the end of the address searched for.
"use strict";
{
  const page = document.documentElement;
  const { probe, assets, search } = document.currentScript.dataset;
  const guess = page.dataset.root;

  const load = (name, properties) => new Promise((resolve) => {
    const element = Object.assign(document.createElement(name), properties);
    // Where site.js finds the search.
    element.dataset.search = search;
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

  addEventListener("DOMContentLoaded", async () => {
    const root = await findRoot();
    if (root === undefined) return;
    page.dataset.root = root;
    const place = document.getElementById("page-results");
    if (place) place.dataset.ending = ending();
    for (const link of document.links) {
      const address = link.getAttribute("href");
      if (address.startsWith(guess)) link.href = root + address.slice(guess.length);
    }
    // In this order.
    for (const path of assets.split(" ")) {
      if (path.endsWith(".js")) load("script", { src: root + path, async: false });
      else load("link", { rel: path.endsWith(".css") ? "stylesheet" : "icon", href: root + path });
    }
  });
}
