// Search over the shards below search/, whose layout SearchShards describes: scripts, so that
// they load from file:// and under script-src 'self'.
"use strict";
{
  const root = document.documentElement.dataset.root ?? "";
  const [pagesShown, pagesPerShard, mostPages] = [10, 4, 1000];
  // What a match is worth in text, code, heading and title; to choose a section, the title is the
  // page's and not that of its first section.
  const pageWorth = [1, 2.5, 6, 12];
  const sectionWorth = [1, 2.5, 6, 5.9];
  const joiners = "-_./:@+~";
  const unique = (list) => [...new Set(list)];

  // Shards

  const cache = new Map();
  const arrivals = new Map();
  let site;

  globalThis.runbookSearch = (name, siteOfShard, ...values) => {
    if (name === "index") site = siteOfShard;
    // A browser may hold a shard of an older build, where the numbers are those of other pages.
    if (name[0] !== "d" || siteOfShard === site) arrivals.get(name)?.(values);
  };

  /** What a shard holds, decoded; undefined if it cannot be loaded. */
  const load = (name, decode) => {
    if (!cache.has(name)) {
      cache.set(name, new Promise((resolve) => {
        arrivals.set(name, (values) => resolve(decode(...values)));
        document.head.append(make("script", {
          src: `${root}search/${name}.js`,
          onload: () => resolve(),
          onerror: () => resolve(cache.delete(name) && undefined),
        }));
      }));
    }
    return cache.get(name);
  };

  const split = (text) => (text ? text.split(" ") : []);

  const numbers = (text) => {
    const result = [];
    let high = 0;
    for (const character of text) {
      const code = character.charCodeAt(0);
      const digit = code - (code < 92 ? 35 : 36);
      if (digit < 60) result.push(high * 60 + digit);
      high = digit < 60 ? 0 : high * 31 + digit - 60;
    }
    return result;
  };

  const frontCoded = (text) => {
    let last = "";
    return split(text).map((entry) => (last = last.slice(0, numbers(entry[0])[0]) + entry.slice(1)));
  };

  const directory = () => load("index", (pageCount, words, places, stop) => (
    { pageCount, words: split(words), places: split(places), stop: new Set(split(stop)) }));
  const words = (number) => load(`w${number}`, (terms, counts) => {
    const pages = numbers(counts);
    return frontCoded(terms).map((term, index) => ({ term, pages: pages[index] }));
  });
  const places = (number) => load(`p${number}`, (terms, lists) => {
    const all = lists.split("!");
    return new Map(frontCoded(terms).map((term, index) => [term, all[index]]));
  });

  /** The shard that a term is in: as many shards as start at or before it lie in front. */
  const shardOf = (boundaries, term) => {
    const number = boundaries.findIndex((start) => start > term);
    return number < 0 ? boundaries.length : number;
  };

  // Queries: cut as SearchTokenizer cuts pages

  const single = "\u2e80-\u2fff\u3040-\u9fff";
  const chunkPattern = new RegExp(`[${joiners}0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff\ue000-\ufdff\ufe10-\uffff]+`, "g");
  const wordPattern = new RegExp(`[${single}]|[^${joiners}${single}]+`, "g");
  const edges = new RegExp(`^[${joiners}]+|[${joiners}]+$`, "g");
  const size = (text) => new TextEncoder().encode(text).length;

  const fold = (text) => text.replace(/[A-Z\u00c0-\u00de\u0391-\u03a9\u0400-\u042f]/g, (character) => {
    const code = character.charCodeAt(0);
    return String.fromCharCode(code + (code >= 0x400 && code < 0x410 ? 80 : 32));
  });

  const tokenize = (text) => (fold(text).match(chunkPattern) ?? []).map((chunk) => {
    const core = chunk.replace(edges, "");
    const isFlag = core.length === 1 && core < "\x7f" && chunk[0] === "-" && chunk[1] === core;
    const isCompound = [...joiners].some((joiner) => core.includes(joiner)) && size(core) <= 64;
    return {
      words: (chunk.match(wordPattern) ?? []).filter((word) => size(word) > 1 && size(word) <= 40),
      compound: isFlag ? `-${core}` : isCompound ? core : undefined,
    };
  }).filter((chunk) => chunk.words.length || chunk.compound);
  runbookSearch.tokenize = tokenize;

  /** Insert, delete, replace, swap. */
  const distance = (left, right) => {
    let before = [];
    let last = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row++) {
      const next = [row];
      for (let column = 1; column <= right.length; column++) {
        const differs = left[row - 1] === right[column - 1] ? 0 : 1;
        next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + differs);
        if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
          next[column] = Math.min(next[column], (before[column - 2] ?? Infinity) + 1);
        }
      }
      [before, last] = [last, next];
    }
    return last[right.length];
  };

  const startingWith = async (prefix, mostShards) => {
    const boundaries = (await directory()).words;
    const first = shardOf(boundaries, prefix);
    const count = Math.min(mostShards, shardOf(boundaries, `${prefix}\uffff`) - first + 1);
    const shards = await Promise.all(Array.from({ length: count }, (_, index) => words(first + index)));
    return shards.flatMap((shard) => shard ?? []).filter(({ term }) => term.startsWith(prefix));
  };

  /** The terms that a word may stand for: itself, those that start with it, else nearly the same. */
  const candidates = async (word, isLast) => {
    const best = (list, count) => list
      .sort((left, right) => right.quality - left.quality || right.pages - left.pages).slice(0, count);
    const longer = (await startingWith(word, 4)).map((entry) => (
      { ...entry, quality: entry.term === word ? 1 : isLast ? 0.5 : 0.3 }));
    if (longer.length || word.length < 4) return best(longer, 8);
    const limit = word.length < 9 ? 1 : 2;
    // The first letter has to be right.
    for (const [prefix, mostShards] of [[word.slice(0, 2), 6], [word[0], 8]]) {
      const near = [];
      for (const entry of await startingWith(prefix, mostShards)) {
        const { term } = entry;
        if (term.length < word.length - limit || (!isLast && term.length > word.length + limit)) continue;
        // The last word may not be typed to its end.
        const edits = Math.min(distance(word, term), isLast ? distance(word, term.slice(0, word.length)) + 0.5 : 9);
        if (edits <= limit + (isLast ? 0.5 : 0)) near.push({ ...entry, quality: 0.4 / (1 + edits) });
      }
      if (near.length) return best(near, 6);
    }
    return [];
  };

  // Ranking

  const addPlaces = (list, worth, part, pages) => {
    const values = numbers(list);
    const raise = (parts, score) => { parts[part] = Math.max(parts[part] ?? 0, score); };
    let page = 0;
    for (let index = 0; index < values.length;) {
      page += values[index++];
      if (!pages.has(page)) pages.set(page, { page, parts: [], sections: [] });
      const hit = pages.get(page);
      let section = 0;
      let value;
      do {
        value = values[index++];
        section += value >> 3;
        const field = (value >> 1) & 3;
        raise(hit.parts, worth * pageWorth[field]);
        // Tags are no heading of the first section.
        raise(hit.sections[section] ??= [], worth * sectionWorth[section || field !== 2 ? field : 1]);
      } while (value & 1);
    }
  };

  const search = async (query) => {
    const index = await directory();
    if (!index) return undefined;
    const chunks = tokenize(query);
    const typed = unique(chunks.flatMap((chunk) => chunk.words));
    const compounds = unique(chunks.flatMap((chunk) => chunk.compound ?? []));
    const telling = typed.filter((word) => !index.stop.has(word));
    // All of the needed have to be on a page; what else was typed decides between pages.
    const needed = [telling, typed, compounds].find((list) => list.length);
    const asked = unique([...needed, ...typed, ...compounds]);
    const last = /\s$/.test(query) ? undefined : typed.at(-1);
    const found = await Promise.all(
      asked.map((term) => candidates(term, term === last || compounds.includes(term))));
    const pages = new Map();
    const common = [];
    for (const [part, entries] of found.entries()) {
      const lists = await Promise.all(entries.map(async ({ term }) => (
        await places(shardOf(index.places, term)))?.get(term)));
      const share = part < needed.length ? 1 : compounds.includes(asked[part]) ? 1.5 : 0.3;
      entries.forEach(({ quality, pages: count }, at) => {
        const rarity = Math.log(1 + index.pageCount / count) + 0.3;
        if (lists[at]) addPlaces(lists[at], quality * rarity * share, part, pages);
        // Of a term on very many pages only the best are listed; the others match too.
        common[part] ||= count > mostPages;
      });
    }
    return { hits: rank([...pages.values()], needed, common), terms: unique([...asked, ...found.flat().map(({ term }) => term)]) };
  };

  const rank = (hits, needed, common) => {
    const sum = (parts) => parts.reduce((total, score) => total + score, 0);
    for (const hit of hits) {
      hit.matched = needed.filter((_, part) => hit.parts[part] || common[part]).length;
      let best = 0;
      hit.sections.forEach((parts, section) => {
        const hasAll = needed.every((_, part) => parts[part]);
        const score = sum(parts) * (hasAll ? 1.4 : 1) * (section ? 1 : 0.95);
        if (score > best) [best, hit.section] = [score, section];
      });
      hit.score = sum(hit.parts) + best;
    }
    const most = Math.max(...hits.map((hit) => hit.matched));
    return hits.filter((hit) => hit.matched === most)
      .sort((left, right) => right.score - left.score || left.page - right.page);
  };

  /** What the first hits show; a page with the title that was asked for comes first. */
  const shown = async (hits, query) => {
    const asked = fold(query).trim();
    const results = await Promise.all(hits.slice(0, pagesShown).map(async ({ page, section, score }) => {
      const record = (await load(`d${Math.floor(page / pagesPerShard)}`, (pages) => pages))?.[page % pagesPerShard];
      if (!record) return [];
      const at = record.length > section * 4 + 3 ? section * 4 : 0;
      const title = fold(record[0]);
      const heading = at && record[at];
      const anchor = heading && (record[at + 1] || fold(heading).replaceAll(" ", "-"));
      return {
        page, path: record[1].replace(/\.html$/, ""), title: record[0], heading, prose: record[at + 2], code: record[at + 3],
        url: root + record[1] + (anchor ? `#${anchor}` : ""),
        score: score * (title === asked ? 3 : title.startsWith(asked) ? 1.3 : 1),
      };
    }));
    // Pages with one title are told apart by where they lie.
    const pageOf = new Map();
    const shared = new Set();
    for (const { title, page } of results.flat()) {
      if ((pageOf.get(title) ?? page) !== page) shared.add(title);
      pageOf.set(title, page);
    }
    return results.flat().sort((left, right) => right.score - left.score)
      .map((row) => (shared.has(row.title) ? { ...row, place: row.path } : row));
  };

  /** How many pages match, the first of them, and all terms; undefined without an index. */
  const find = async (query) => {
    const found = await search(query);
    return found && { count: found.hits.length, results: await shown(found.hits, query), terms: found.terms };
  };
  runbookSearch.find = find;

  // The dialog

  const input = make("input", {
    role: "combobox", "aria-label": "Search titles, text and commands", "aria-autocomplete": "list",
    "aria-expanded": false, "aria-controls": "page-search-list", autocomplete: "off", autocapitalize: "off",
    spellcheck: false, enterkeyhint: "go", placeholder: "Title, text or command: -tulpn, kubelet.service",
  });
  const list = make("div", { id: "page-search-list", role: "listbox", "aria-label": "Results" });
  const status = make("p", { role: "status" });
  const close = make("button", { type: "button", class: "button" }, "Close");
  const dialog = make("dialog", { class: "search", "aria-label": "Search" },
    make("div", { class: "search-field" }, input, close), status, list);
  let active = -1;
  let latest = 0;
  let timer;

  const choose = (number) => {
    list.children[active]?.setAttribute("aria-selected", false);
    const { length } = list.children;
    active = length ? (number + length) % length : -1;
    const option = list.children[active];
    option?.setAttribute("aria-selected", true);
    option?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option?.id ?? "");
  };

  const marked = (text, pattern) => text.split(pattern)
    .map((part, index) => (index % 2 ? make("mark", {}, part) : part));

  const option = ({ title, heading, place, prose, code, url }, number, pattern) => {
    const lines = code.split("\n");
    const line = lines.find((text) => text.split(pattern).length > 1) ?? lines[0];
    const link = make("a", { id: `page-search-hit-${number}`, role: "option", "aria-selected": false, tabindex: -1, href: url },
      make("b", {}, ...marked(title, pattern)));
    if (heading) link.append(" › ", ...marked(heading, pattern));
    if (place) link.append(" ", make("span", { class: "place" }, place));
    if (prose) link.append(make("small", {}, ...marked(prose, pattern)));
    if (line) link.append(make("code", {}, ...marked(line, pattern)));
    return link;
  };

  const show = (query, message, results = [], pattern) => {
    list.replaceChildren(...results.map((result, number) => option(result, number, pattern)));
    input.setAttribute("aria-expanded", results.length > 0);
    status.textContent = message;
    active = -1;
    choose(0);
    dialog.dataset.query = query;
  };

  const run = async () => {
    const query = input.value;
    const number = ++latest;
    if (!tokenize(query).length) return show(query, "");
    const found = await find(query);
    if (number !== latest) return;
    if (!found) return show(query, "The search index could not be loaded.");
    const { count, results } = found;
    const pages = `${count} ${count === 1 ? "page" : "pages"}`;
    const terms = found.terms.sort((left, right) => right.length - left.length)
      .map((term) => term.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
    show(query, !count ? "Nothing found" : count > results.length ? `${pages}, the first ${results.length} are shown` : pages,
      results, new RegExp(`(?<![0-9a-z])(${terms.join("|")})`, "gi"));
  };

  const open = () => {
    if (dialog.open) return;
    document.body.append(dialog);
    dialog.showModal();
    input.select();
    directory();
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, 60);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (!step && event.key !== "Enter")) return;
    event.preventDefault();
    if (step) choose(active + step); else list.children[active]?.click();
  });
  list.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey) dialog.close(); });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.addEventListener("keydown", (event) => {
    const isCommand = event.ctrlKey || event.metaKey;
    const isSlash = event.key === "/" && !isCommand && !event.altKey
      && !event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!isSlash && !(isCommand && event.key === "k")) return;
    event.preventDefault();
    open();
  });

  const button = make("button", { type: "button", class: "button", "aria-keyshortcuts": "/" },
    "Search ", make("kbd", { "aria-hidden": true }, "/"));
  button.addEventListener("click", open);
  document.getElementById("page-search")?.append(button);
}
