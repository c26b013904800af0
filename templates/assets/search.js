// Search over the shards below search/. Without this script there is no search and no button for it.
// Shards come by script tags, so that they load from file:// and under script-src 'self'.
"use strict";

(() => {
  const root = document.documentElement.dataset.root || "";
  const pagesShown = 10;
  const pagesPerShard = 6;
  /** What a match is worth by field: text, code, heading, title. */
  const fieldWorth = [1, 2.5, 6, 12];

  // ---- Shards ------------------------------------------------------------------------------

  const shards = new Map(); // name -> promise of what it holds, undefined if it cannot be loaded
  const arrivals = new Map(); // name -> function that keeps the promise
  let site;

  globalThis.runbookSearch = (name, siteOfShard, ...values) => {
    // A browser may hold shards of an older build; numbers of pages in them mean something else.
    const fits = name === "index" || "wp".includes(name[0]) || siteOfShard === site;
    if (name === "index") site = siteOfShard;
    arrivals.get(name)?.(fits ? values : undefined);
  };

  function shard(name) {
    if (!shards.has(name)) {
      shards.set(name, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = `${root}search/${name}.js`;
        script.onerror = () => { shards.delete(name); resolve(undefined); };
        script.onload = () => { script.remove(); resolve(undefined); };
        arrivals.set(name, resolve);
        document.head.append(script);
      }));
    }
    return shards.get(name);
  }

  const directory = memo(async () => {
    const values = await shard("index");
    if (!values) return undefined;
    const [pageCount, words, places, stopWords] = values;
    const split = (text) => (text ? text.split(" ") : []);
    return { pageCount, words: split(words), places: split(places), stop: new Set(split(stopWords)) };
  });

  function memo(make) {
    let made;
    return () => (made ??= make());
  }

  /** The numbers of a string; see ScriptText and SearchShards in the generator. */
  function numbers(text) {
    const result = [];
    let high = 0;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      const digit = code < 92 ? code - 35 : code - 36;
      if (digit < 60) {
        result.push(high * 60 + digit);
        high = 0;
      } else {
        high = high * 31 + digit - 60;
      }
    }
    return result;
  }

  function frontCoded(text) {
    let last = "";
    return text.split(" ").map((entry) => (last = last.slice(0, numbers(entry[0])[0]) + entry.slice(1)));
  }

  const wordShard = memoByNumber("w", ([terms, counts]) => ({ terms: frontCoded(terms), counts: numbers(counts) }));
  const placeShard = memoByNumber("p", ([terms, places]) => {
    const lists = places.split("!");
    return new Map(frontCoded(terms).map((term, index) => [term, lists[index]]));
  });

  function memoByNumber(letter, decode) {
    const decoded = new Map();
    return async (number) => {
      if (!decoded.has(number)) {
        const values = await shard(letter + number);
        if (!values) return undefined;
        decoded.set(number, decode(values));
      }
      return decoded.get(number);
    };
  }

  /** The number of the shard that holds a term: how many shards start at or before it. */
  function shardOf(boundaries, term) {
    let low = 0;
    let high = boundaries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (boundaries[middle] <= term) low = middle + 1; else high = middle;
    }
    return low;
  }

  // ---- Queries: the same terms as SearchTokenizer makes ---------------------------------------

  const single = "\\u2e80-\\u2fff\\u3040-\\u9fff";
  const chunkPattern = new RegExp(
    "[-_./:@+~0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2fff\\u3040-\\ud7ff\\ue000-\\ufdff\\ufe10-\\uffff]+", "g");
  const wordPattern = new RegExp(`[${single}]|[^-_./:@+~${single}]+`, "g");
  const bytes = (text) => new TextEncoder().encode(text).length;

  const fold = (text) =>
    text.replace(/[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 32))
      .replace(/[\u0400-\u040f]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 80));

  /** The chunks of a text, each with its words and its compound, if it has one. */
  function tokenize(text) {
    return (fold(text).match(chunkPattern) || []).map((chunk) => {
      const words = (chunk.match(wordPattern) || []).filter((word) => bytes(word) > 1 && bytes(word) <= 40);
      const core = chunk.replace(/^[-_./:@+~]+|[-_./:@+~]+$/g, "");
      const compound = /^-[0-9a-z]$/.test(chunk.slice(0, 1) + core) && chunk.indexOf(core) === 1 ? "-" + core
        : /[-_./:@+~]/.test(core) && bytes(core) <= 64 ? core : undefined;
      return { words, compound };
    }).filter((chunk) => chunk.words.length || chunk.compound);
  }

  /** Edits (insert, delete, replace, swap) between two words, or more than the limit. */
  function distance(left, right, limit) {
    if (Math.abs(left.length - right.length) > limit) return limit + 1;
    let before = [];
    let last = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row++) {
      const next = [row];
      for (let column = 1; column <= right.length; column++) {
        const differs = left[row - 1] === right[column - 1] ? 0 : 1;
        next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + differs);
        if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
          next[column] = Math.min(next[column], before[column - 2] + 1);
        }
      }
      if (Math.min(...next) > limit) return limit + 1;
      [before, last] = [last, next];
    }
    return last[right.length];
  }

  /** All terms of the index that start with a text, each with the number of its pages. */
  async function startingWith(prefix, mostShards) {
    const { words } = await directory();
    const first = shardOf(words, prefix);
    const last = Math.min(shardOf(words, prefix + "\uffff"), first + mostShards - 1);
    const loaded = await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => wordShard(first + index)));
    const found = [];
    for (const part of loaded) {
      part?.terms.forEach((term, index) => {
        if (term.startsWith(prefix)) found.push({ term, pages: part.counts[index] });
      });
    }
    return found;
  }

  const likeliest = (left, right) => right.quality - left.quality || right.pages - left.pages;

  /** What a word may stand for: itself, words that start with it, else words that are nearly it. */
  async function candidates(word, isLast) {
    const found = (await startingWith(word, 4)).map((entry) => ({
      ...entry, quality: entry.term === word ? 1 : isLast ? 0.7 : 0.4,
    }));
    const kept = found.sort(likeliest).slice(0, 8);
    if (kept.length || word.length < 4) return kept;
    const limit = word.length < 9 ? 1 : 2;
    // The first letter has to be right; the second may be wrong, if so many words can be looked at.
    for (const [prefix, mostShards] of [[word.slice(0, 2), 6], [word[0], 8]]) {
      const near = [];
      for (const entry of await startingWith(prefix, mostShards)) {
        // The word that is meant may go on behind what was typed.
        const whole = distance(word, entry.term, limit);
        const edits = isLast ? Math.min(whole, distance(word, entry.term.slice(0, word.length), limit) + 0.5) : whole;
        if (edits <= limit) near.push({ ...entry, quality: 0.5 / (1 + edits) });
      }
      if (near.length) return near.sort(likeliest).slice(0, 6);
    }
    return [];
  }

  // ---- Ranking --------------------------------------------------------------------------------

  /** Adds what a term is worth, page by page and section by section; the best term of a word counts. */
  function addPlaces(list, worth, pages, part, matched) {
    const values = numbers(list);
    let page = 0;
    for (let index = 0; index < values.length;) {
      page += values[index++];
      let entry = pages.get(page);
      if (!entry) pages.set(page, (entry = { page, parts: [], sections: new Map(), matched: new Set() }));
      let section = 0;
      let more = true;
      while (more && index < values.length) {
        const value = values[index++];
        more = value & 1;
        section += value >> 3;
        const score = worth * fieldWorth[(value >> 1) & 3];
        let parts = entry.sections.get(section);
        if (!parts) entry.sections.set(section, (parts = []));
        parts[part] = Math.max(parts[part] || 0, score);
        entry.parts[part] = Math.max(entry.parts[part] || 0, score);
      }
      if (matched !== undefined) entry.matched.add(matched);
    }
  }

  const sum = (values) => values.reduce((total, value) => total + (value || 0), 0);

  async function search(query) {
    const index = await directory();
    if (!index) return undefined;
    const chunks = tokenize(query);
    const words = [...new Set(chunks.flatMap((chunk) => chunk.words))];
    const needed = words.filter((word) => !index.stop.has(word));
    const compounds = chunks.filter((chunk) => chunk.compound).map((chunk) => chunk.compound);
    const lastWord = /[\s]$/.test(query) ? undefined : words.at(-1);
    const parts = needed.length ? needed : words.length ? words : compounds;
    const asked = [...parts, ...words, ...compounds].filter((term, at, all) => all.indexOf(term) === at);
    const found = await Promise.all(asked.map((term) => candidates(term, term === lastWord || compounds.includes(term))));
    const pages = new Map();
    const capped = new Set();
    await Promise.all(asked.map(async (term, part) => {
      const lists = await Promise.all(found[part].map(async (entry) =>
        (await placeShard(shardOf(index.places, entry.term)))?.get(entry.term)));
      const isExtra = part >= parts.length;
      found[part].forEach((entry, at) => {
        if (lists[at] === undefined) return;
        const rarity = Math.log(1 + index.pageCount / entry.pages) + 0.3;
        const worth = entry.quality * rarity * (isExtra ? (compounds.includes(term) ? 1.5 : 0.3) : 1);
        addPlaces(lists[at], worth, pages, part, isExtra ? undefined : part);
        // The list of a term on very many pages holds the best of them; the others match as well.
        if (entry.pages > 1000) capped.add(part);
      });
    }));
    return { hits: rank([...pages.values()], parts.length, capped), terms: found.flat().map((entry) => entry.term) };
  }

  function rank(pages, partCount, capped) {
    for (const entry of pages) {
      for (const part of capped) entry.matched.add(part);
      let best = 0;
      for (const [section, parts] of [...entry.sections].sort((a, b) => a[0] - b[0])) {
        const score = sum(parts) * (parts.filter(Boolean).length >= partCount ? 1.4 : 1);
        if (score > best) [best, entry.section] = [score, section];
      }
      entry.score = sum(entry.parts) + best;
    }
    const most = Math.max(0, ...pages.map((entry) => entry.matched.size));
    return pages.filter((entry) => entry.matched.size === most)
      .sort((left, right) => right.score - left.score || left.page - right.page);
  }

  /** Titles and excerpts of hits; a page whose title is what was asked for comes first. */
  async function shown(hits, query) {
    const asked = fold(query).trim();
    const results = await Promise.all(hits.slice(0, pagesShown).map(async (hit) => {
      const values = await shard("d" + Math.floor(hit.page / pagesPerShard));
      const record = values?.[0][hit.page % pagesPerShard];
      if (!record) return undefined;
      const at = hit.section ? hit.section * 4 : 0;
      const heading = at ? record[at] : undefined;
      const anchor = at && heading !== undefined ? record[at + 1] || fold(heading).replaceAll(" ", "-") : "";
      const title = fold(record[0]);
      return {
        title: record[0], heading, prose: record[at + 2] ?? "", code: record[at + 3] ?? "",
        url: root + record[1] + (anchor && "#" + anchor),
        score: hit.score * (title === asked ? 3 : title.startsWith(asked) ? 1.3 : 1),
      };
    }));
    return results.filter(Boolean).sort((left, right) => right.score - left.score);
  }

  // ---- The dialog -----------------------------------------------------------------------------

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const input = make("input", {
    type: "search", role: "combobox", "aria-label": "Search titles, text and commands", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": "page-search-list", autocomplete: "off", autocapitalize: "off",
    spellcheck: "false", enterkeyhint: "go", placeholder: "Titles, text, commands: -tulpn, kubelet.service",
  });
  const list = make("div", { id: "page-search-list", role: "listbox", "aria-label": "Results" });
  const status = make("p", { class: "search-status", role: "status" });
  const close = make("button", { type: "button", class: "button" }, "Close");
  const dialog = make("dialog", { class: "search", "aria-label": "Search" },
    make("div", { class: "search-field" }, input, close), status, list,
    make("p", { class: "search-keys", "aria-hidden": "true" }, "↑ ↓ choose, Enter opens, Esc closes"));
  let active = -1;
  let running = 0;

  function choose(number) {
    const options = list.children;
    options[active]?.setAttribute("aria-selected", "false");
    active = options.length ? (number + options.length) % options.length : -1;
    const option = options[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  /** Text with what was found marked: words that are terms, or that start with the last one. */
  function marked(text, terms) {
    const pattern = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|");
    if (!pattern) return [text];
    return text.split(new RegExp(`(${pattern})`, "gi"))
      .map((part, index) => (index % 2 ? make("mark", {}, part) : part));
  }

  function option(result, number, terms) {
    const link = make("a", {
      id: `page-search-hit-${number}`, role: "option", "aria-selected": "false", tabindex: "-1", href: result.url,
    }, make("span", { class: "search-title" }, ...marked(result.title, terms)));
    if (result.heading) link.append(make("span", { class: "search-heading" }, ...marked(result.heading, terms)));
    if (result.prose) link.append(make("span", { class: "search-text" }, ...marked(result.prose, terms)));
    const lines = result.code.split("\n");
    const line = lines.find((text) => terms.some((term) => fold(text).includes(term))) ?? lines[0];
    if (line) link.append(make("code", {}, ...marked(line, terms)));
    return link;
  }

  function show(results, count, terms) {
    active = -1;
    list.replaceChildren(...results.map((result, number) => option(result, number, terms)));
    input.setAttribute("aria-expanded", String(results.length > 0));
    input.removeAttribute("aria-activedescendant");
    const more = count > results.length ? `, the first ${results.length} are shown` : "";
    status.textContent = results.length ? `${count} ${count === 1 ? "page" : "pages"}${more}`
      : input.value.trim() ? "Nothing found" : "";
    if (results.length) choose(0);
  }

  async function run() {
    const query = input.value;
    const number = ++running;
    if (!tokenize(query).length) return show([], 0, []);
    const result = await search(query);
    if (number !== running) return;
    if (!result) {
      show([], 0, []);
      status.textContent = "The search index could not be loaded.";
      return;
    }
    const results = await shown(result.hits, query);
    if (number !== running) return;
    const typed = tokenize(query).flatMap((chunk) => [chunk.compound, ...chunk.words]).filter(Boolean);
    const terms = [...new Set([...typed, ...result.terms])].sort((left, right) => right.length - left.length);
    show(results, result.hits.length, terms);
  }

  function open() {
    if (dialog.open) return;
    document.body.append(dialog);
    dialog.showModal();
    input.select();
    directory();
  }

  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 60);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const moves = { ArrowDown: active + 1, ArrowUp: active - 1 };
    if (event.key in moves) {
      event.preventDefault();
      choose(moves[event.key]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      list.children[active]?.click();
    }
  });
  list.addEventListener("click", (event) => {
    // A link to a place on this page loads nothing that would close the dialog.
    if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) dialog.close();
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

  document.addEventListener("keydown", (event) => {
    const isField = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isSlash = event.key === "/" && !isField && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isCommandK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!isSlash && !isCommandK) return;
    event.preventDefault();
    open();
  });

  const place = document.getElementById("page-search");
  const button = make("button", { type: "button", class: "button search-button", "aria-keyshortcuts": "/" },
    "Search ", make("kbd", { "aria-hidden": "true" }, "/"));
  button.addEventListener("click", open);
  place?.replaceChildren(button);

  globalThis.runbookSearch.tokenize = tokenize;
})();
