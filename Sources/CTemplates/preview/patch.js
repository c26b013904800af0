// Puts edited text into a page that is open, where only the text of paragraphs and list items differs.
"use strict";

/**
 * Makes the page show another version of itself without being loaded anew.
 *
 * Whatever a script of the page may have taken hold of stays: there are only as many blocks as before, each is what it was but for plain text,
 * and nothing else differs.
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
  const shapes = [/^(<p(?: dir="\w+")?>)([\s\S]*?)(<\/p>[\s\S]*)$/, /^()([^<]*(?:<(?!\/li>)[^<]*)*)(<\/li>[\s\S]*)$/];
  const changes = [];
  for (let index = 1; index < old.texts.length; index += 1) {
    if (old.texts[index] === fresh.texts[index]) continue;
    const shape = shapes.find((shape) => shape.test(old.texts[index]) && shape.test(fresh.texts[index]));
    if (!shape) return false;
    const [, opening, was, rest] = shape.exec(old.texts[index]);
    const [, begins, is, ends] = shape.exec(fresh.texts[index]);
    if (opening !== begins || rest !== ends || !plain.test(was) || !plain.test(is)) return false;
    changes.push({ index: index - 1, isItem: !opening, was, is });
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

  /** The nodes that hold the text of a change; nothing where they are not as they were sent. */
  const nodes = ({ index, isItem, was }) => {
    const start = comment(index);
    const found = [];
    if (isItem) {
      if (start.parentElement?.localName !== "li") return null;
      for (let node = start.nextSibling; node; node = node.nextSibling) found.push(node);
    } else {
      const paragraph = start.nextElementSibling;
      if (paragraph?.localName !== "p") return null;
      found.push(...paragraph.childNodes);
    }
    const [shown, wanted] = [document.createElement("template"), document.createElement("template")];
    shown.content.append(...found.map((node) => node.cloneNode(true)));
    wanted.innerHTML = was;
    return shown.innerHTML === wanted.innerHTML ? found : null;
  };
  const places = changes.map(nodes);
  if (places.includes(null)) return false;

  changes.forEach((change, number) => {
    const start = comment(change.index);
    const made = document.createElement("template");
    made.innerHTML = change.is;
    for (const node of places[number]) node.remove();
    if (change.isItem) start.after(made.content);
    else start.nextElementSibling.append(made.content);
  });
  oldMarks.map((_, index) => comment(index)).forEach((own, index) => { own.data = freshMarks[index]; });
  return true;
};
