// Confluence Cloud's editor as far as a paste needs it: the nodes, content rules and parse rules of
// the Atlassian Document Format. Facts from @atlaskit/adf-schema: src/schema/nodes, src/schema/marks,
// src/utils/url.ts and json-schema/v1/full.json.

import { Schema } from "prosemirror-model";

import * as written from "./written.js";

const SAFE_URL =
  /^(https?:\/\/|ftps?:\/\/|gopher:\/\/|integrity:\/\/|file:\/\/|smb:\/\/|\/|mailto:|tel:|ssh:|sftp:\/\/|git:|irc:|news:|nntp:|urn:|sips?:|slack:|skype:|magnet:|#)/i;
const LINK = /(https?|ftp|gopher|integrity|file|smb):\/\/\S+|(mailto|tel):\S+/;

// An address that is not safe gives no mark; one in which no link is found is emptied.
function link(element) {
  const href = element.getAttribute("href") ?? "";
  if (href.trim() && !SAFE_URL.test(href.trim())) return false;
  if (href.startsWith("/") || href === "#" || href === "#top") return { href };
  return { href: href.match(LINK)?.[0] ?? "" };
}

// Of the block itself, of what surrounds it or of the `code` in it; a class says nothing.
function language(element) {
  const inner = element.firstElementChild?.nodeName === "CODE" ? element.firstElementChild : null;
  const holder = [element.parentElement, inner, element].find((one) => one?.dataset.language);
  return { language: holder?.dataset.language ?? null };
}

const isMonospaced = (element) =>
  element.style.whiteSpace === "pre" || /monospace/i.test(element.style.fontFamily);

const status = (element) => ({
  text: element.textContent.replace("\n", "").trim(),
  color: element.dataset.color,
  style: element.dataset.style,
});

const table = (element) => ({
  isNumberColumnEnabled: element.dataset.numberColumn === "true",
  layout: element.dataset.layout || "default",
  width: Number(element.dataset.tableWidth) || null,
});

function cell(element) {
  const colspan = Number(element.getAttribute("colspan") ?? 1);
  const given = element.dataset.colwidth ?? "";
  const widths = /^\d+(,\d+)*$/.test(given) ? given.split(",").map(Number) : [];
  return {
    colspan,
    rowspan: Number(element.getAttribute("rowspan") ?? 1),
    colwidth: widths.length === colspan ? widths : null,
    background: element.dataset.cellBackground || null,
  };
}

function macro(element) {
  const { extensionType, extensionKey, parameters, layout } = element.dataset;
  if (!extensionType || !extensionKey) return false;
  return {
    extensionType,
    extensionKey,
    parameters: JSON.parse(parameters || "{}"),
    layout: ["wide", "full-width"].includes(layout) ? layout : "default",
  };
}

const defaults = (values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { default: value }]));
const MACRO = defaults({ extensionType: "", extensionKey: "", parameters: null, layout: "default" });
const CELL = defaults({ colspan: 1, rowspan: 1, colwidth: null, background: null });

const LISTS = "orderedList | bulletList";
const IN_CELL =
  `(paragraph | panel | blockquote | ${LISTS} | rule | heading | codeBlock | mediaSingle` +
  " | taskList | extension | nestedExpand)+";
const IN_EXPAND =
  `(paragraph | panel | blockquote | ${LISTS} | rule | heading | codeBlock | mediaSingle` +
  " | taskList | table | extension | nestedExpand)+";

// A node with its rules.
const node = (name, spec, ...parseDOM) => [name, { toDOM: written.nodes[name], ...spec, parseDOM }];

const block = (content, spec = {}) => ({ content, group: "block", ...spec });
const atom = (spec = {}) => ({ inline: true, group: "inline", ...spec });

const nodes = Object.fromEntries([
  ["text", { group: "inline" }],
  node("doc", { content: "block+", marks: "alignment" }),
  node("paragraph", block("inline*", { marks: "inlineMark" }), { tag: "p" }),
  node(
    "heading",
    block("inline*", { marks: "inlineMark", attrs: defaults({ level: 1 }), defining: true }),
    ...[1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  ),
  node(
    "codeBlock",
    block("text*", { marks: "", attrs: defaults({ language: null }), code: true, defining: true }),
    { tag: "pre", preserveWhitespace: "full", getAttrs: language },
    { tag: "div[style]", preserveWhitespace: "full", getAttrs: (it) => isMonospaced(it) && {} },
  ),
  node(
    "blockquote",
    block(`(paragraph | ${LISTS} | codeBlock | mediaSingle)+`, { marks: "", defining: true }),
    { tag: "blockquote" },
  ),
  node(
    "panel",
    block(
      `(paragraph | heading | ${LISTS} | codeBlock | taskList | rule | mediaSingle | extension)+`,
      { marks: "", attrs: defaults({ panelType: "info" }) },
    ),
    {
      tag: "div[data-panel-type]",
      getAttrs: (element) => ({ panelType: element.dataset.panelType }),
      contentElement: "div[data-panel-content]",
    },
  ),
  node(
    "expand",
    block(IN_EXPAND, { marks: "", attrs: defaults({ title: "" }), isolating: true }),
    { tag: '[data-node-type="expand"]', getAttrs: (it) => ({ title: it.dataset.title ?? "" }) },
  ),
  node(
    "nestedExpand",
    {
      content:
        `(paragraph | heading | mediaSingle | codeBlock | ${LISTS} | taskList | rule | panel` +
        " | blockquote | extension)+",
      marks: "", attrs: defaults({ title: "" }), isolating: true,
    },
    { tag: '[data-node-type="nestedExpand"]', getAttrs: (it) => ({ title: it.dataset.title ?? "" }) },
  ),
  node("bulletList", block("listItem+", { marks: "" }), { tag: "ul" }),
  node("orderedList", block("listItem+", { marks: "", attrs: defaults({ order: 1 }) }), {
    tag: "ol", getAttrs: (element) => ({ order: Number(element.getAttribute("start") ?? 1) }),
  }),
  node(
    "listItem",
    {
      content:
        `(paragraph | mediaSingle | codeBlock) (paragraph | ${LISTS} | taskList | mediaSingle` +
        " | codeBlock | extension)*",
      marks: "", defining: true,
    },
    { tag: "li" },
  ),
  node("taskList", block("taskItem+ (taskItem | taskList)*", { marks: "", defining: true }), {
    tag: 'div[data-node-type="actionList"]', priority: 100,
  }),
  node(
    "taskItem",
    { content: "inline*", marks: "inlineMark", attrs: defaults({ state: "TODO" }), defining: true },
    {
      tag: "div[data-task-local-id]", priority: 100,
      getAttrs: (element) => ({ state: element.dataset.taskState || "TODO" }),
    },
  ),
  node(
    "table",
    block("tableRow+", {
      marks: "", isolating: true, tableRole: "table",
      attrs: defaults({ isNumberColumnEnabled: false, layout: "default", width: null }),
    }),
    { tag: "table", getAttrs: table },
  ),
  node("tableRow", { content: "(tableCell | tableHeader)+", marks: "" }, { tag: "tr" }),
  node("tableCell", { content: IN_CELL, marks: "alignment", isolating: true, attrs: CELL }, {
    tag: "td", getAttrs: cell,
  }),
  node("tableHeader", { content: IN_CELL, marks: "alignment", isolating: true, attrs: CELL }, {
    tag: "th", getAttrs: cell,
  }),
  node("rule", { group: "block" }, { tag: "hr" }),
  node("hardBreak", atom({ selectable: false }), { tag: "br" }),
  node("status", atom({ attrs: defaults({ text: "", color: "", style: "" }) }), {
    tag: 'span[data-node-type="status"]', getAttrs: status,
  }),
  node("extension", { group: "block", attrs: MACRO }, {
    tag: '[data-node-type="extension"]', getAttrs: macro,
  }),
  node("bodiedExtension", block(IN_EXPAND, { marks: "", attrs: MACRO, isolating: true, defining: true }), {
    tag: '[data-node-type="bodied-extension"]', getAttrs: macro,
  }),
  node("inlineExtension", atom({ attrs: MACRO }), {
    tag: "span[data-extension-type]", getAttrs: macro,
  }),
  node(
    "mediaSingle",
    block("media caption?", {
      marks: "", attrs: defaults({ layout: "center", width: null, widthType: null }),
    }),
    {
      tag: 'div[data-node-type="mediaSingle"]',
      getAttrs: ({ dataset }) => ({
        layout: dataset.layout || "center",
        width: Number(dataset.width) || null,
        widthType: dataset.widthType ?? null,
      }),
    },
  ),
  node("caption", { content: "(text | hardBreak | status)*", marks: "_", isolating: true }, {
    tag: "figcaption[data-caption]",
  }),
  node(
    "media",
    { attrs: defaults({ type: "external", url: "", alt: "" }) },
    { tag: 'img[src^="data:image"]', ignore: true },
    {
      tag: "img:not(.smart-link-icon)",
      getAttrs: (element) => ({
        type: "external",
        url: element.getAttribute("src") ?? "",
        alt: element.getAttribute("alt") ?? "",
      }),
    },
  ),
]);

const mark = (name, spec, ...parseDOM) =>
  [name, { group: "inlineMark", toDOM: written.marks[name], ...spec, parseDOM }];

const FONT = { group: "inlineMark fontStyle" };
const tags = (...names) => names.map((tag) => ({ tag }));

const marks = Object.fromEntries([
  mark("link", { attrs: { href: {} }, inclusive: false }, { tag: "a[href]", getAttrs: link }),
  mark("em", FONT, ...tags("em", "i")),
  mark("strong", FONT, ...tags("strong", "b")),
  mark("strike", FONT, ...tags("del", "s", "strike")),
  mark("underline", FONT, ...tags("u")),
  mark(
    "subsup", { ...FONT, attrs: defaults({ type: "sub" }) },
    { tag: "sub", attrs: { type: "sub" } }, { tag: "sup", attrs: { type: "sup" } },
  ),
  mark("code", { excludes: "fontStyle" }, ...tags("code")),
  mark("alignment", { group: "", attrs: { align: {} } }, {
    tag: "div.fabric-editor-block-mark",
    getAttrs: (element) => (element.dataset.align ? { align: element.dataset.align } : false),
  }),
]);

export const schema = new Schema({ nodes, marks, topNode: "doc" });
