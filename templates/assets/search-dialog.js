// The search as one sees it: a dialog over any page, and the page search.html, which can be linked to with
// ?q=. In 404.html the same looks for what the address ends with.
"use strict";
{
  const { find, nearest, directory, cut, fold, tokenize } = runbookSearch;
  const kinds = [say("kindRunbook"), say("kindReference"), say("kindComparison"), say("kindConcept")];
  const place = document.getElementById("page-results");
  const ending = place?.dataset.ending;

  /**
   * A text with the words, and their parts, marked that were looked for; of those that begin with what was
   * typed, the beginning.
   */
  const marked = (text, { typed, terms }) => {
    const nodes = [];
    let done = 0;
    for (const { term, start, parts } of cut(text)) {
      for (const piece of [{ term, start }, ...parts]) {
        const found = typed.find((word) => word.length > 2 && piece.term.startsWith(word))
          ?? terms.find((term) => term === piece.term);
        if (!found || piece.start < done) continue;
        nodes.push(text.slice(done, piece.start), make("mark", {}, text.slice(piece.start, piece.start + found.length)));
        done = piece.start + found.length;
      }
    }
    return [...nodes, text.slice(done)];
  };

  const flag = (text, tone = "") => make("span", { className: `flag ${tone}` }, text);

  /** The line of a hit's code that holds most of what was looked for; blanks before it say what it does. */
  const command = (code, found) => {
    const lines = code.split("\n").map((text) => ({ text, nodes: marked(text.trimStart(), found) }));
    const best = lines.reduce((most, line) => (line.nodes.length > most.nodes.length ? line : most));
    if (!best.text) return [];
    const effect = ["", "write", "destructive"][best.text.length - best.text.trimStart().length];
    return [make("code", {}, ...best.nodes), ...(effect ? [" ", make("span", { className: `fx ${effect}` }, effect)] : [])];
  };

  const row = (hit, found) => {
    const facts = [make("span", { className: "place" }, [kinds[hit.kind], hit.section].filter(Boolean).join(" · "))];
    if (hit.severity) facts.push(flag(hit.severity));
    if (hit.lifecycle === "d") facts.push(flag(say("deprecated"), "stop"));
    if (hit.lifecycle !== "d" && hit.due && hit.due < today()) facts.push(flag(say("reviewOverdue"), "warn"));
    const link = make("a", { href: hit.url }, make("b", {}, ...marked(hit.title, found)));
    if (hit.heading) link.append(" › ", ...marked(hit.heading, found));
    link.append(make("span", { className: "hit-facts" }, ...facts.flatMap((fact) => [fact, " "])));
    if (hit.prose) link.append(make("small", {}, ...marked(hit.prose, found)));
    const line = command(hit.code, found);
    if (line.length) link.append(make("span", { className: "hit-code" }, ...line));
    return link;
  };

  // The field, what it says, and the list; once on a page

  const input = make("input", {
    role: "combobox", "aria-label": say("searchField"), "aria-autocomplete": "list",
    "aria-expanded": false, "aria-controls": "page-search-list", autocomplete: "off", autocapitalize: "off",
    spellcheck: false, enterkeyhint: "go", placeholder: say("searchHint"),
  });
  const list = make("div", { id: "page-search-list", role: "listbox", "aria-label": say("searchResults") });
  const status = make("p", { role: "status" });
  const ways = make("p", { className: "search-ways" });
  const field = make("div", { className: "search-field" }, input);
  const host = place ?? make("dialog", { "aria-label": say("search") });
  host.classList.add("search");
  host.append(field, status, list, ways);
  const mostShown = place ? 30 : 10;
  let active = -1;
  let latest = 0;
  let timer;
  let lastKey = 0;

  const choose = (number) => {
    list.children[active]?.setAttribute("aria-selected", false);
    const { length } = list.children;
    active = length ? (number + length) % length : -1;
    const option = list.children[active];
    option?.setAttribute("aria-selected", true);
    if (option && document.activeElement === input) option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option?.id ?? "");
  };

  const show = (query, message, links = []) => {
    links.forEach((link, number) => {
      const properties = { id: `page-search-hit-${number}`, role: "option", "aria-selected": false, tabindex: -1 };
      for (const name in properties) link.setAttribute(name, properties[name]);
    });
    list.replaceChildren(...links);
    input.setAttribute("aria-expanded", links.length > 0);
    status.textContent = message;
    active = -1;
    choose(0);
    host.dataset.query = query;
  };

  /** Links below the list: other words to search for, and the lists that hold everything. */
  const lead = (words, index) => {
    const links = words.map((word) => {
      const link = make("a", { href: `${root.dataset.root}search.html?q=${encodeURIComponent(word)}` }, word);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        [input.value] = [word];
        input.focus();
        run();
      });
      return link;
    });
    const nodes = links.length ? [say("nearlyTheSame"), " ", ...links.flatMap((link) => [link, " "])] : [];
    if (!place) {
      if (index?.hasAlerts) nodes.push(make("a", { href: `${root.dataset.root}by-alert/index.html` }, say("allAlerts")), " ");
      nodes.push(make("a", { href: `${root.dataset.root}indexes.html` }, say("allLists")));
    }
    ways.replaceChildren(...nodes);
  };

  /** Before anything is typed: what was opened here recently. */
  const welcome = (query, index) => {
    const pages = place || query.trim() ? [] : recentPages().filter(({ path }) => new URL(`./${path}`, wikiRoot).pathname !== location.pathname);
    show(query, pages.length ? say("openedLately") : "",
      pages.map(({ path, title }) => make("a", { href: new URL(`./${path}`, wikiRoot).href }, make("b", {}, title))));
    lead([], index);
  };

  const summary = ({ count, missing, results }) => {
    if (input.value === ending) return count ? say("endMatches", { n: count, end: ending }) : say("endUnknown", { end: ending });
    if (!count) return say("nothingFound");
    const pages = missing ? say("pagesWithMost", { n: count }) : say("pageCount", { n: count });
    return count > results.length ? say("pagesShown", { pages, shown: results.length }) : pages;
  };

  const run = async () => {
    const query = input.value;
    const number = ++latest;
    const isEmpty = !tokenize(query).length;
    const index = await directory();
    const found = index && !isEmpty ? await find(query, mostShown) : undefined;
    const words = found?.count === 0 ? await nearest(query) : [];
    if (number !== latest) return;
    if (place && ending === undefined) remember(query);
    if (!index) return show(query, say("searchUnavailable"));
    if (isEmpty) return welcome(query, index);
    show(query, summary(found), found.results.map((hit) => row(hit, found)));
    lead(words, found.count ? undefined : index);
    ways.hidden = found.count > 0;
  };

  /** The address says what was searched for, so that it can be passed on. */
  const remember = (query) => {
    try {
      history.replaceState(null, "", `${location.pathname}${query ? `?q=${encodeURIComponent(query)}` : ""}`);
    } catch { /* Some browsers keep the address of a file. */ }
  };

  // Searches where typing pauses: what is found for half a word is fetched in vain.
  input.addEventListener("input", ({ timeStamp }) => {
    const gap = timeStamp - lastKey;
    lastKey = timeStamp;
    clearTimeout(timer);
    timer = setTimeout(run, gap < 500 ? Math.min(Math.max(1.5 * gap, 150), 450) : 150);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (!step && event.key !== "Enter")) return;
    event.preventDefault();
    if (step) choose(active + step); else list.children[active]?.click();
  });

  runbookSearch.open = (query = "") => {
    if (!place && !host.open) {
      document.body.append(host);
      host.showModal();
    }
    if (query) input.value = query;
    input.focus();
    if (query) input.setSelectionRange(query.length, query.length); else input.select();
    if (!input.value || query) run();
  };

  if (place) {
    input.value = ending ?? new URLSearchParams(location.search).get("q") ?? "";
    run();
    if (ending === undefined) input.focus({ preventScroll: true });
  } else {
    const close = make("button", { type: "button", className: "button" }, say("close"));
    field.append(close);
    list.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey) host.close(); });
    close.addEventListener("click", () => host.close());
    host.addEventListener("click", (event) => { if (event.target === host) host.close(); });
  }
}
