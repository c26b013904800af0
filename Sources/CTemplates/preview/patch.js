// Puts edited text into a page that is open, where only that of paragraphs, list items and code differs.
"use strict";

/**
 * Makes the page show another version of itself without being loaded anew.
 *
 * Whatever a script of the page may have taken hold of stays: there are as many blocks as before and as many commands in each, a block is what
 * it was but for its text, and nothing else differs.
 *
 * @param {string} before - the page as the server sent it
 * @param {string} now - what it would send now
 * @returns {boolean} false where nothing was done, as more than that differs
 */
globalThis.runbookgenPatch = (before, now) => {
  const mark = /<!--at ([^>]*)-->\n?/;
  /** The text before the first block and after each mark, and the marks. */
  const parts = (html) => {
    const all = html.split(mark);
    return { texts: all.filter((_, index) => index % 2 === 0), marks: all.filter((_, index) => index % 2 === 1) };
  };
  const [old, fresh] = [parts(before), parts(now)];
  if (old.texts.length !== fresh.texts.length || old.texts[0] !== fresh.texts[0]) return false;

  // No class, no id: what has one may be known to a script.
  const plain = /^(?:[^<]|<\/?(?:em|strong|del|sup|sub|code)>|<br \/>|<a href="[^"]*">|<\/a>)*$/;
  const shapes = {
    paragraph: /^(<p(?: dir="\w+")?>)([\s\S]*?)(<\/p>[\s\S]*)$/,
    item: /^()([^<]*(?:<(?!\/li>)[^<]*)*)(<\/li>[\s\S]*)$/,
    code: /^(<figure class="code[^>]*>[\s\S]*?<pre[^>]*><code[^>]*>)([\s\S]*?)(<\/code><\/pre>[\s\S]*)$/,
  };
  const changes = [];
  for (let index = 1; index < old.texts.length; index += 1) {
    const [before, now] = [old.texts[index], fresh.texts[index]];
    if (before === now) continue;
    const kind = Object.keys(shapes).find((kind) => shapes[kind].test(before) && shapes[kind].test(now));
    if (!kind) return false;
    const [, opening, was, rest] = shapes[kind].exec(before);
    const [, begins, is, ends] = shapes[kind].exec(now);
    if (opening !== begins || rest !== ends) return false;
    if (kind !== "code" && !(plain.test(was) && plain.test(is))) return false;
    changes.push({ index: index - 1, kind, was, is });
  }

  // By what they say: scripts put some blocks in another order.
  const comments = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    if (data.startsWith("at ")) comments.set(data, [...comments.get(data) ?? [], walker.currentNode]);
  }
  const sent = document.createElement("textarea");
  const text = (html) => {
    sent.innerHTML = html;
    return sent.value;
  };
  const marks = (page) => page.marks.map((place) => text(`at ${place}`));
  const [oldMarks, freshMarks] = [marks(old), marks(fresh)];
  // Each mark stands once, here and in what was sent.
  if (new Set(oldMarks).size !== oldMarks.length || comments.size !== oldMarks.length
    || oldMarks.some((data) => comments.get(data)?.length !== 1)) return false;
  const comment = (index) => comments.get(oldMarks[index])[0];

  const parsed = (html) => {
    const made = document.createElement("template");
    made.innerHTML = html;
    return made.content;
  };
  const isSame = (left, right) => left.length === right.length && left.every((node, index) => node.isEqualNode(right[index]));

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

  const places = changes.flatMap((change) => (change.kind === "code" ? code(change) : words(change)));
  if (places.includes(null)) return false;

  for (const { found, put, made } of places) {
    for (const node of found) node.remove();
    put(made);
  }
  oldMarks.map((_, index) => comment(index)).forEach((own, index) => { own.data = freshMarks[index]; });
  // What was confirmed was another command.
  if (changes.some(({ kind }) => kind === "code") && typeof announce === "function") announce();
  return true;
};
