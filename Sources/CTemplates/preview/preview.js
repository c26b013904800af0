// The page of a preview: it follows its file, and shows what was found where it stands.
"use strict";

(() => {
  const home = "/.runbookgen/";
  const stateKey = "runbookgen preview";
  const page = () => location.href.split("#")[0];

  /** What the server calls the bytes of this page; nothing where the browser does not tell. */
  let version = performance.getEntriesByType("navigation")[0]?.serverTiming
    ?.find((entry) => entry.name === "version")?.description;

  // What a reload must not lose

  const describe = (element) => element.id || element.name || element.querySelector?.("summary")?.textContent || "";
  const folds = () => [...document.querySelectorAll("details")];
  const fields = () => [...document.querySelectorAll("input, select, textarea")];
  /** Elements by what they are called, numbered where several are called alike. */
  const named = (elements) => {
    const seen = new Map();
    return elements.map((element) => {
      const name = describe(element);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [`${name} ${count}`, element];
    });
  };
  /** The first named part that begins in the window, else the last one above, and how far below the top it begins. */
  const anchor = () => {
    let above = null;
    let inside = null;
    for (const element of document.querySelectorAll("main [id]")) {
      const { top, height } = element.getBoundingClientRect();
      if (!height) continue;
      if (top < 0 && (!above || top > above.top)) above = { id: element.id, top };
      if (top >= 0 && top < innerHeight && (!inside || top < inside.top)) inside = { id: element.id, top };
    }
    return inside ?? above;
  };

  const keep = () => {
    const active = document.activeElement;
    const state = {
      page: location.pathname,
      scroll: [scrollX, scrollY],
      anchor: scrollY > 0 ? anchor() : null,
      folds: named(folds()).map(([name, fold]) => [name, fold.open]),
      fields: named(fields()).filter(([, field]) => field.type !== "file")
        .map(([name, field]) => [name, field.type === "checkbox" || field.type === "radio" ? field.checked : field.value]),
      focus: active?.id ? [active.id, active.selectionStart ?? null, active.selectionEnd ?? null] : null,
    };
    try {
      sessionStorage.setItem(stateKey, JSON.stringify(state));
    } catch { /* The page starts anew. */ }
  };

  const restore = () => {
    let state;
    try {
      state = JSON.parse(sessionStorage.getItem(stateKey));
      sessionStorage.removeItem(stateKey);
    } catch { /* Nothing is kept. */ }
    if (!state) return;
    const open = new Map(state.folds);
    for (const [name, fold] of named(folds())) if (open.has(name)) fold.open = open.get(name);
    const values = new Map(state.fields);
    for (const [name, field] of named(fields())) {
      if (!values.has(name)) continue;
      const value = values.get(name);
      const key = typeof value === "boolean" ? "checked" : "value";
      if (field[key] === value) continue;
      field[key] = value;
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    if (state.focus) {
      const element = document.getElementById(state.focus[0]);
      element?.focus({ preventScroll: true });
      try {
        if (state.focus[1] !== null) element?.setSelectionRange(state.focus[1], state.focus[2]);
      } catch { /* It has no text to select. */ }
    }
    const scroll = () => {
      const element = state.anchor && document.getElementById(state.anchor.id);
      if (element) scrollBy({ top: element.getBoundingClientRect().top - state.anchor.top, behavior: "instant" });
      else scrollTo({ left: state.scroll[0], top: state.scroll[1], behavior: "instant" });
    };
    history.scrollRestoration = "manual";
    scroll();
    return scroll;
  };

  // Where blocks begin in the source: a comment before each says it, and in which file where that is another one

  /** The blocks of each file, in the order of the file. */
  const marks = (own) => {
    const found = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) {
      const at = /^at (\d+)(?: (.+))?$/.exec(walker.currentNode.data);
      const block = at && walker.currentNode.nextElementSibling;
      if (!block) continue;
      const file = at[2] ?? own;
      found.set(file, [...found.get(file) ?? [], { start: Number(at[1]), block }]);
    }
    for (const blocks of found.values()) blocks.sort((left, right) => left.start - right.start);
    return found;
  };

  /** The element after which a finding is shown. Within a list or a table it would not be valid. */
  const place = (blocks, offset) => {
    let last = null;
    for (const { start, block } of blocks) {
      if (start > offset) break;
      last = block;
    }
    return last?.closest("table, li, dl")?.closest("ul, ol, table, dl") ?? last;
  };

  // What is shown

  const make = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };
  const sheet = new CSSStyleSheet();
  const styled = fetch(`${home}preview.css`).then((response) => response.text())
    .then((text) => sheet.replace(text)).catch(() => {});
  const host = (content) => {
    const element = document.createElement("runbookgen-finding");
    const shadow = element.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(content);
    return element;
  };

  const send = async (path, body) => {
    const response = await fetch(home + path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) bar(answer.problem ?? `The preview answered ${response.status}.`, "error");
  };

  const change = (text) => {
    const lines = text.split("\n").slice(2).filter((line) => !line.startsWith("@@"));
    const block = make("pre");
    for (const line of lines) {
      block.append(make("span", line[0] === "-" ? "gone" : line[0] === "+" ? "new" : "", `${line}\n`));
    }
    return block;
  };

  /** A message, with what stands in backticks as code. */
  const prose = (text) => text.split(/(`[^`]+`)/).map((part) =>
    /^`.+`$/.test(part) ? make("code", "", part.slice(1, -1)) : part);

  const finding = (own, index, report) => {
    const box = make("div", `finding ${own.severity}`);
    box.setAttribute("role", "note");
    const rule = make("span", "rule", ` ${own.id} · line ${own.line}`);
    box.append(make("p", "head", `${own.severity}: `, ...prose(own.summary), rule));
    if (own.explanation) box.append(make("p", "", ...prose(own.explanation)));
    for (const note of own.notes) box.append(make("p", "place", `${note.file}:${note.line}: `, ...prose(note.text)));
    own.fixes.forEach((fix, number) => {
      if (!fix.edits.length) return box.append(make("p", "", fix.title));
      const button = make("button", "", fix.title);
      button.type = "button";
      button.addEventListener("click", () =>
        send("fix", { files: report.files, file: own.file, text: report.text, finding: index, fix: number }));
      box.append(change(report.changes[index][number]), button);
    });
    return host(box);
  };

  let shown = [];
  let pill = null;
  const bar = (text, kind, ...more) => {
    pill?.remove();
    const box = make("div", `bar ${kind}`, make("span", "", text), ...more);
    box.setAttribute("role", "status");
    pill = host(box);
    document.body.append(pill);
  };

  const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  const show = (report) => {
    for (const element of shown) element.remove();
    const blocks = marks(report.file);
    const ends = new Map();
    shown = report.report.diagnostics.map((own, index) => {
      const element = finding(own, index, report);
      const block = place(blocks.get(own.file) ?? [], own.byteOffset);
      const after = ends.get(block) ?? block;
      if (block) {
        after.after(element);
        ends.set(block, element);
      } else {
        (document.querySelector("main, body")).prepend(element);
      }
      return element;
    });
    const { errors, warnings } = report.site;
    const list = make("a", "", "All findings");
    list.href = `${home}findings`;
    const more = [list];
    if (report.undo) {
      const button = make("button", "", `Undo: ${report.undo}`);
      button.type = "button";
      button.addEventListener("click", () => send("undo", {}));
      more.push(button);
    }
    const text = report.problem ?? (errors + warnings
      ? `${counted(errors, "error")}, ${counted(warnings, "warning")} in ${counted(report.site.pages, "page")}`
      : `No errors or warnings in ${counted(report.site.pages, "page")}`);
    bar(text, report.problem || errors ? "error" : warnings ? "warning" : "fine", ...more);
  };

  const look = async () => {
    const query = [["path", location.pathname], ...[...marks("").keys()].filter(Boolean).map((file) => ["with", file])];
    const response = await fetch(`${home}page?${new URLSearchParams(query)}`);
    const report = await response.json();
    await styled;
    show(report);
  };

  // Following the file

  /** The page as the server sent it; nothing until that is known. */
  let sent = null;
  const remember = async () => {
    const response = await fetch(page(), { cache: "no-store" });
    if (response.headers.get("ETag") === `"${version}"`) sent = await response.text();
  };

  let wanted = 0;
  let isLooking = false;
  const follow = async () => {
    wanted += 1;
    if (isLooking) return;
    isLooking = true;
    try {
      for (let seen = 0; seen < wanted;) {
        seen = wanted;
        const headers = version ? { "If-None-Match": `"${version}"` } : {};
        const response = await fetch(page(), { cache: "no-store", headers });
        if (response.redirected) {
          keep();
          location.replace(response.url);
          return;
        }
        const now = response.headers.get("ETag")?.replaceAll('"', "");
        if (response.status !== 304 && now !== version) {
          const text = await response.text();
          if (!sent || !runbookgenPatch(sent, text)) {
            keep();
            location.reload();
            return;
          }
          [version, sent] = [now, text];
        }
        await look();
      }
    } catch { /* The server is gone; the stream of events says so. */ }
    isLooking = false;
  };

  let events = null;
  const listen = () => {
    if (document.visibilityState !== "visible") {
      // A browser opens a few connections to a server at once; hidden pages must not take them all.
      events?.close();
      events = null;
      return;
    }
    if (events) return;
    events = new EventSource(`${home}events`);
    events.onmessage = follow;
    events.onerror = () => {
      if (events?.readyState !== EventSource.OPEN) bar("The preview has ended. Start it again: runbookgen serve", "error");
    };
  };

  const scroll = restore();
  look().then(() => scroll?.()).then(remember).catch(() => {});
  listen();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => events?.close());
})();
