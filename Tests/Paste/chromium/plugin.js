// What the paste plugin of Confluence Cloud's editor does before the parse rules see the HTML and
// after they have made a slice of it. Behaviour of @atlaskit/editor-plugin-paste: pm-plugins/main.ts
// (transformPastedHTML, transformPasted), pm-plugins/media.ts, pm-plugins/util/index.ts and
// editor-commands/commands.ts. Not here, as they change no block: words that look like addresses
// become links (linkifyContent), and what depends on where the cursor stands.

import { Fragment, Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";

import { schema } from "./schema.js";

const { bulletList, codeBlock, hardBreak, listItem, media, mediaSingle, orderedList, paragraph } =
  schema.nodes;

// ---- HTML

const HOLDS_IMAGES = ["DIV", "TD", "BLOCKQUOTE"];
const holdsImages = (element) => HOLDS_IMAGES.includes(element?.tagName);

// An image whose parent is none of these is put beside the outermost element that is not either, and
// its old parent becomes plain text.
function liftImages(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const image of body.querySelectorAll("img")) {
    const parent = image.parentElement;
    if (holdsImages(parent)) continue;
    let top = parent;
    while (top.parentElement && top.parentElement !== body && !holdsImages(top.parentElement)) {
      top = top.parentElement;
    }
    if (!top.parentElement) continue;
    top.parentElement.insertBefore(image, top.nextElementSibling ?? top);
    parent.innerText = parent.innerText.trim();
    removeEmpty(parent);
  }
  if (body.lastElementChild?.tagName === "BR") body.lastElementChild.remove();
  return body.innerHTML;
}

function removeEmpty(element) {
  while (element.parentElement && element.innerHTML.trim() === "") {
    const parent = element.parentElement;
    element.remove();
    element = parent;
  }
}

// One nested or empty link is enough for all links of the page to be gone over as text.
function repairLinks(html) {
  if (!html.includes("</a></a>") && !html.includes('"></a><a')) return html;
  return html
    .split(/(?=<a)/)
    .filter((piece) => !piece.includes("<a") || (piece.includes("</a>") && !piece.includes('"></a>')))
    .join("")
    .replace(/<\/a><\/a>/gi, "</a>")
    .replace(/<a>/gi, "<a");
}

// ---- Slices

// Every node, innermost first, replaced by what `change` makes of it: a node or a fragment.
function mapFragment(fragment, change, parent = null) {
  const result = [];
  fragment.forEach((child) => {
    const inner = child.isLeaf ? child : child.copy(mapFragment(child.content, change, child));
    const made = change(inner, parent);
    if (made instanceof Fragment) made.forEach((node) => result.push(node));
    else result.push(made);
  });
  return Fragment.fromArray(result);
}

const mapSlice = (slice, change) =>
  new Slice(mapFragment(slice.content, change), slice.openStart, slice.openEnd);

// One line of code as an open slice is inline code.
function inlineCode(slice) {
  const only = slice.content.childCount === 1 ? slice.content.firstChild : null;
  const isOpen = slice.openStart > 0 || slice.openEnd > 0;
  if (!isOpen || only?.type !== codeBlock || !only.textContent || /\n/.test(only.textContent)) {
    return slice;
  }
  const text = schema.text(only.textContent, [schema.marks.code.create()]);
  return new Slice(Fragment.from(text), 0, 0);
}

const wrapMedia = (node, parent) =>
  !parent && node.type === media ? mediaSingle.createChecked({}, node) : node;

// Two breaks in a row end a paragraph, and so does one at its start.
function splitAtBreaks(node) {
  if (node.type !== paragraph) return node;
  const result = [];
  let open = [];
  let previous = null;
  const close = () => {
    result.push(paragraph.createChecked(null, open, node.marks));
    open = [];
  };
  node.forEach((child, _, index) => {
    if (child.type === hardBreak && (index === 0 || previous?.type === hardBreak)) {
      open.pop();
      close();
    } else {
      open.push(child);
    }
    previous = child;
  });
  if (open.length || !result.length) close();
  return Fragment.fromArray(result);
}

const BULLET = /^\s*[*\-\u2022](\s+|\s+$)/;
const NUMBER = /^\s*\d[.)](\s+|$)/;

// Lines of a paragraph outside list items whose first text looks like an item become lists.
function upgradeToLists(node, parent) {
  if (node.type !== paragraph || parent?.type === listItem) return node;
  const result = [];
  let kept = [];
  const flush = () => {
    if (kept.length) result.push(paragraph.create(node.attrs, kept, node.marks));
    kept = [];
  };
  for (const line of linesOf(node)) {
    const words = line.filter((child) => child.type !== hardBreak);
    const text = words[0]?.text ?? "";
    const [type, match] = text.match(BULLET)
      ? [bulletList, text.match(BULLET)] : [orderedList, text.match(NUMBER)];
    if (!match) {
      kept.push(...line);
      continue;
    }
    flush();
    const rest = text.slice(match[0].length);
    const first = rest ? [schema.text(rest, words[0].marks)] : [];
    const item = listItem.create(null, paragraph.create(null, [...first, ...words.slice(1)]));
    const attributes = type === orderedList ? { order: parseInt(text.trim(), 10) } : null;
    const last = result[result.length - 1];
    if (last?.type === type) result[result.length - 1] = last.copy(last.content.addToEnd(item));
    else result.push(type.create(attributes, item));
  }
  flush();
  return Fragment.fromArray(result.length ? result : [node]);
}

// A break belongs to the line that it begins.
function linesOf(node) {
  const lines = [[]];
  node.forEach((child) => {
    if (child.type === hardBreak) lines.push([]);
    lines[lines.length - 1].push(child);
  });
  return lines;
}

const closeAfterCode = (slice) =>
  slice.content.lastChild?.type === codeBlock ? new Slice(slice.content, 0, 0) : slice;

export const pastePlugin = new Plugin({
  props: {
    transformPastedHTML: (html) => repairLinks(html.includes("<img ") ? liftImages(html) : html),
    transformPasted: (slice) =>
      closeAfterCode(
        [wrapMedia, splitAtBreaks, upgradeToLists].reduce(mapSlice, inlineCode(slice)),
      ),
  },
});
