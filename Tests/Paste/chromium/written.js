// How Confluence Cloud's editor writes each node and mark of its schema, in its page and on the
// clipboard. Facts from @atlaskit/adf-schema: `toDOM` of src/schema/nodes and src/schema/marks.

const macro = (name, type, hole) => ({ attrs }) => [name, {
  ...(type && { "data-node-type": type }),
  "data-extension-type": attrs.extensionType,
  "data-extension-key": attrs.extensionKey,
  "data-parameters": JSON.stringify(attrs.parameters),
  "data-layout": attrs.layout,
}, ...hole];

const expand = (type) => ({ attrs }) =>
  ["div", { "data-node-type": type, "data-title": attrs.title, "data-expanded": "true" }, 0];

const cell = (name) => ({ attrs }) => [name, {
  ...(attrs.colspan !== 1 && { colspan: attrs.colspan }),
  ...(attrs.rowspan !== 1 && { rowspan: attrs.rowspan }),
  ...(attrs.colwidth && { "data-colwidth": attrs.colwidth.join(",") }),
  ...(attrs.background && { "data-cell-background": attrs.background }),
  class: name === "th" ? "pm-table-header-content-wrap" : "pm-table-cell-content-wrap",
}, 0];

export const nodes = {
  paragraph: () => ["p", 0],
  heading: ({ attrs }) => [`h${attrs.level}`, 0],
  codeBlock: ({ attrs }) => ["pre", ["code", { "data-language": attrs.language }, 0]],
  blockquote: () => ["blockquote", 0],
  panel: ({ attrs }) =>
    ["div", { "data-panel-type": attrs.panelType }, ["div", { "data-panel-content": "true" }, 0]],
  expand: expand("expand"),
  nestedExpand: expand("nestedExpand"),
  bulletList: () => ["ul", { class: "ak-ul" }, 0],
  orderedList: ({ attrs }) => ["ol", { start: String(attrs.order), class: "ak-ol" }, 0],
  listItem: () => ["li", 0],
  taskList: () => ["div", {
    "data-node-type": "actionList", "data-task-list-local-id": "5f0a", style: "list-style: none; padding-left: 0",
  }, 0],
  taskItem: ({ attrs }) => ["div", { "data-task-local-id": "5f0b", "data-task-state": attrs.state }, 0],
  table: ({ attrs }) => ["table", {
    "data-number-column": attrs.isNumberColumnEnabled, "data-layout": attrs.layout, "data-autosize": "false",
    "data-table-local-id": "5f0c", "data-table-width": attrs.width,
  }, ["tbody", 0]],
  tableRow: () => ["tr", 0],
  tableCell: cell("td"),
  tableHeader: cell("th"),
  rule: () => ["hr"],
  hardBreak: () => ["br"],
  status: ({ attrs }) => ["span", {
    "data-node-type": "status", "data-color": attrs.color, "data-local-id": "5f0d", "data-style": attrs.style,
    contenteditable: "false",
  }, attrs.text],
  extension: macro("div", "extension", []),
  bodiedExtension: macro("div", "bodied-extension", [0]),
  inlineExtension: macro("span", null, []),
  mediaSingle: ({ attrs }) => ["div", {
    "data-node-type": "mediaSingle", "data-layout": attrs.layout, "data-width": attrs.width ?? "",
    ...(attrs.widthType && { "data-width-type": attrs.widthType }),
  }, 0],
  caption: () => ["figcaption", { "data-caption": "true" }, 0],
  media: ({ attrs }) => ["div", {
    "data-id": "", "data-node-type": "media", "data-type": attrs.type, "data-collection": "",
    "data-url": attrs.url, "data-alt": attrs.alt, title: "Attachment", style: "display: inline-block",
  }],
};

export const marks = {
  link: ({ attrs }) => ["a", { href: attrs.href, "data-prosemirror-content-type": "mark" }, 0],
  em: () => ["em", 0],
  strong: () => ["strong", 0],
  strike: () => ["s", 0],
  underline: () => ["u", 0],
  subsup: ({ attrs }) => [attrs.type, 0],
  code: () => ["code", { spellcheck: "false", class: "code" }, 0],
  alignment: ({ attrs }) => ["div", { class: "fabric-editor-block-mark fabric-editor-align-end", "data-align": attrs.align }, 0],
};
