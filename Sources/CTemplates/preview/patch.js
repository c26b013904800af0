// Puts edited text into a page that is open, where only that of paragraphs, lists, quotations and code differs.
"use strict";

/**
 * Makes the page show another version of itself without being loaded anew.
 *
 * Whatever a script of the page may have taken hold of stays: commands, placeholders, and all that has a class or an id.
 *
 * @param {string} before - the page as the server sent it
 * @param {string} now - what it would send now
 * @returns {boolean} false where nothing was done, as more than that differs
 */
globalThis.runbookgenPatch = (before, now) => {
  const mark = /(<!--at [^>]*-->\n?)/;
  /** The text before the first block and after each mark, and the marks. */
  const parts = (html) => {
    const all = html.split(mark);
    return { texts: all.filter((_, index) => index % 2 === 0), marks: all.filter((_, index) => index % 2 === 1) };
  };
  const [old, fresh] = [parts(before), parts(now)];

  // The marks of the page, by what they say: scripts put some blocks in another order

  const comments = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    if (data.startsWith("at ")) comments.set(data, [...comments.get(data) ?? [], walker.currentNode]);
  }
  const parsed = (html) => {
    const made = document.createElement("template");
    made.innerHTML = html;
    return made.content;
  };
  const marks = (page) => [...parsed(page.marks.join("")).childNodes].filter((node) => node.nodeType === Node.COMMENT_NODE).map(({ data }) => data);
  const [oldMarks, freshMarks] = [marks(old), marks(fresh)];
  // Each mark stands once, here and in what was sent.
  if (new Set(oldMarks).size !== oldMarks.length || comments.size !== oldMarks.length
    || oldMarks.some((data) => comments.get(data)?.length !== 1)) return false;
  const comment = (index) => comments.get(oldMarks[index])[0];

  const isSame = (left, right) => left.length === right.length && left.every((node, index) => node.isEqualNode(right[index]));

  // Blocks whose text differs

  /** The nodes that hold the text of a paragraph or an item, and those to come; nothing where they are not as they were sent. */
  const words = ({ index, kind, was, is }) => {
    const start = comment(index);
    const found = [];
    let put = (node) => start.after(node);
    if (kind === "item") {
      if (start.parentElement?.localName !== "li") return null;
      for (let node = start.nextSibling; node; node = node.nextSibling) found.push(node);
    } else {
      const paragraph = start.nextElementSibling;
      if (paragraph?.localName !== "p") return null;
      found.push(...paragraph.childNodes);
      put = (node) => paragraph.append(node);
    }
    return isSame(found, [...parsed(was).childNodes]) ? { found, put, made: parsed(is) } : null;
  };

  /** What differs among the children of an element of the page. A placeholder may hold a value, so it has to stay. */
  const children = (holder, was, is) => {
    const shown = [...holder.childNodes].filter((node) => !node.classList?.contains("copy-one"));
    const [sent, wanted] = [[...was.childNodes], [...is.childNodes]];
    if (shown.length !== sent.length) return null;
    const least = Math.min(sent.length, wanted.length);
    let first = 0;
    while (first < least && sent[first].isEqualNode(wanted[first])) first += 1;
    let last = 0;
    while (last < least - first && sent.at(-1 - last).isEqualNode(wanted.at(-1 - last))) last += 1;
    const middle = (nodes) => nodes.slice(first, nodes.length - last);
    const [found, made] = [middle(shown), document.createDocumentFragment()];
    if (!isSame(found, middle(sent))) return null;
    const follower = shown[shown.length - last] ?? null;
    made.append(...middle(wanted));
    if (made.querySelector(".ph") || found.some((node) => node.matches?.(".ph") || node.querySelector?.(".ph"))) return null;
    return { found, put: (node) => holder.insertBefore(node, follower), made };
  };

  /** The same for the code of a figure: its commands are known to scripts, what they say is not. */
  const code = ({ index, was, is }) => {
    const holder = comment(index).nextElementSibling?.querySelector(":scope > pre > code");
    const [sent, wanted] = [parsed(was), parsed(is)];
    const commands = (part) => [...part.querySelectorAll(".cmd")];
    const [live, from, to] = [holder ? commands(holder) : [], commands(sent), commands(wanted)];
    if (!holder || live.length !== from.length || from.length !== to.length) return null;
    const places = from.map((command, number) => children(live[number], command, to[number]));
    for (const command of [...from, ...to]) command.replaceChildren();
    return [...places, children(holder, sent, wanted)];
  };

  // No class, no id: what has one may be known to a script.
  const plain = /^(?:[^<]|<\/?(?:em|strong|del|sup|sub|code)>|<br \/>|<a href="[^"]*">|<\/a>)*$/;
  const shapes = {
    paragraph: /^(<p(?: dir="\w+")?>)([\s\S]*?)(<\/p>[\s\S]*)$/,
    item: /^()([^<]*(?:<(?!\/li>)[^<]*)*)(<\/li>[\s\S]*)$/,
    code: /^(<figure class="code[^>]*>[\s\S]*?<pre[^>]*><code[^>]*>)([\s\S]*?)(<\/code><\/pre>[\s\S]*)$/,
  };

  /** What is put in place of what, block by block; nothing where more than their text differs. */
  const texts = () => {
    if (old.texts.length !== fresh.texts.length || old.texts[0] !== fresh.texts[0]) return null;
    const changes = [];
    for (let index = 1; index < old.texts.length; index += 1) {
      const [before, now] = [old.texts[index], fresh.texts[index]];
      if (before === now) continue;
      const kind = Object.keys(shapes).find((kind) => shapes[kind].test(before) && shapes[kind].test(now));
      if (!kind) return null;
      const [, opening, was, rest] = shapes[kind].exec(before);
      const [, begins, is, ends] = shapes[kind].exec(now);
      if (opening !== begins || rest !== ends) return null;
      if (kind !== "code" && !(plain.test(was) && plain.test(is))) return null;
      changes.push({ index: index - 1, kind, was, is });
    }
    const places = changes.flatMap((change) => (change.kind === "code" ? code(change) : words(change)));
    return places.includes(null) ? null : { places, first: 0, gone: 0, come: 0 };
  };

  // Blocks that are added, removed, or become others

  /** Whether HTML is of whole elements without class and id. Items of numbered lists may be steps. */
  const isWhole = (html) => {
    const open = [];
    for (const [, end, name, more] of html.matchAll(/<(\/?)([a-z]*)([^>]*)>/g)) {
      if (name === "br") continue;
      if (!/^(?:p|ul|li|blockquote|em|strong|del|sup|sub|code|a)$/.test(name)) return false;
      if (!/^(?: dir="\w+")?$/.test(more) && !(name === "a" && /^ href="[^"]*"$/.test(more))) return false;
      if (!end) open.push(name); else if (open.pop() !== name) return false;
    }
    return open.length === 0;
  };

  /** Stands for a mark: the places that marks tell move with the text, and without them what follows is the same. */
  const sign = "\uFFFF";

  /** The blocks from the first that differs to the last; nothing where they are not whole. */
  const blocks = () => {
    const [was, is] = [old.texts.join(sign), fresh.texts.join(sign)];
    const signs = (text) => text.split(sign).length - 1;
    if (signs(was) !== old.marks.length || signs(is) !== fresh.marks.length) return null;
    const least = Math.min(was.length, is.length);
    let same = 0;
    while (same < least && was[same] === is[same]) same += 1;
    let after = 0;
    while (after < least && was[was.length - 1 - after] === is[is.length - 1 - after]) after += 1;
    const [rest, longer] = [was.length - after, is.length - was.length];

    /** Where a block ends in `was`, from where all is the same. */
    const ends = [];
    const search = Math.max(0, rest - 20);
    for (const found of was.slice(search).matchAll(/<\/(?:p|ul|blockquote)>\n?/g)) {
      const end = search + found.index + found[0].length;
      ends.push(...[end, end - 1].filter((end) => end >= rest));
      if (ends.length > 20) break;
    }
    for (let start = was.lastIndexOf(sign, same - 1), tries = 0; start > 0 && tries < 20; start = was.lastIndexOf(sign, start - 1), tries += 1) {
      for (const end of ends) {
        const [from, to] = [was.slice(start, end), is.slice(start, Math.max(start, end + longer))];
        if (from && to && isWhole(from) && isWhole(to)) return { from, to, first: signs(was.slice(0, start)), gone: signs(from), come: signs(to) };
      }
    }
    return null;
  };

  /** The same as one place for all blocks from the first that differs to the last. */
  const wholes = () => {
    const found = blocks();
    if (!found) return null;
    const { from, to, first, gone, come } = found;
    const marked = (text, page) => {
      let next = first;
      return parsed(text.replaceAll(sign, () => page.marks[next++]));
    };
    const sent = [...marked(from, old).childNodes];
    const shown = [comment(first)];
    while (shown.length < sent.length && shown.at(-1)) shown.push(shown.at(-1).nextSibling);
    if (!shown.at(-1) || !isSame(shown, sent)) return null;
    const follower = shown.at(-1).nextSibling;
    const parent = shown[0].parentNode;
    return { places: [{ found: shown, put: (node) => parent.insertBefore(node, follower), made: marked(to, fresh) }], first, gone, come };
  };

  const change = texts() ?? wholes();
  if (!change) return false;
  const { places, first, gone, come } = change;
  // Those of the blocks that go are replaced with them.
  const kept = oldMarks.map((_, index) => [index < first ? index : index - gone + come, comment(index)])
    .filter((_, index) => index < first || index >= first + gone);
  for (const { found, put, made } of places) {
    for (const node of found) node.remove();
    put(made);
  }
  for (const [index, own] of kept) own.data = freshMarks[index];
  // What was confirmed may have been another command.
  if (typeof announce === "function") announce();
  return true;
};
