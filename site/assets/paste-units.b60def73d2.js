"use strict";
{
const { shapes, SKIPPED } = globalThis.runbookgenPasteShapes;
const BLOCKS = new Set(
"P,DIV,SECTION,ARTICLE,MAIN,HEADER,FOOTER,NAV,ASIDE,FIGURE,DL,DT,DD,TR,TD,TH,TBODY,THEAD".split(","));
const MARKS = {
STRONG: "bold", B: "bold", EM: "italic", I: "italic", DEL: "strikethrough", S: "strikethrough",
STRIKE: "strikethrough", U: "underline", INS: "underline", CODE: "code", TT: "code", KBD: "code",
SUB: "subscript", SUP: "superscript",
};
const GENERATED = /^This page is generated from (.*)\. Change it there: the next export overwrites/;
function parse(html) {
const barred = /[\s/](?:style|on[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const bare = html.replace(/<[a-z](?:[^"'<>]|"[^"]*"|'[^']*')*>/gi, (tag) => tag.replace(barred, ""));
return new DOMParser().parseFromString(bare, "text/html").body;
}
const CLOUD = "[data-pm-slice],[data-panel-type],[data-node-type],[data-extension-type],pre[data-language]"
+ ",[data-language],.ak-renderer-document";
const DATA_CENTER = ".wysiwyg-macro,.editor-inline-macro,.conf-macro,.confluenceTable,.wiki-content"
+ ",.confluence-embedded-image,.confluence-link,.inline-task-list,#main-content";
const VIEW = ".ak-renderer-document,.conf-macro,.confluence-information-macro,.wiki-content,#main-content";
function content(body) {
for (const place of ["#main-content", ".ak-renderer-document", ".wiki-content"]) {
const found = [...body.querySelectorAll(place)];
if (found.length) {
return found.reduce((a, b) => a.textContent.length >= b.textContent.length ? a : b);
}
}
return body;
}
function read(html) {
const body = parse(html);
const reader = new Reader();
reader.children(content(body));
reader.flush();
const product = body.querySelector(DATA_CENTER) ? "dc" : body.querySelector(CLOUD) ? "cloud" : null;
return { units: reader.units, product, isView: Boolean(body.querySelector(VIEW)) };
}
class Reader {
units = [];
heading = "";
within = [];
line = new Line();
style = { marks: [], href: null };
add(kind, unit = {}) {
this.flush();
this.units.push({ kind, text: "", heading: this.heading, within: this.within, ...unit });
}
flush(kind = "paragraph", unit = {}) {
const { text, styles } = this.line.end();
this.line = new Line();
if (!text && kind !== "task") return;
const generated = kind === "paragraph" && text.match(GENERATED);
if (generated) this.units.push({
kind: "generated", text: "", origin: generated[1], heading: this.heading, within: this.within,
});
else this.units.push({ kind, text, styles, heading: this.heading, within: this.within, ...unit });
if (kind === "heading") this.heading = text;
}
inside(kind, block, read) {
this.flush();
const outer = this.within;
this.within = [...outer, { kind, ...block }];
read();
this.flush();
this.within = outer;
}
children(element) {
for (const child of element.childNodes) this.visit(child);
}
visit(node) {
if (node.nodeType === Node.TEXT_NODE) this.line.add(node.data, this.style);
if (node.nodeType !== Node.ELEMENT_NODE) return;
const shape = shapes.find(([selector]) => node.matches(selector));
if (shape) shape[1](this, node);
else if (BLOCKS.has(node.tagName)) {
this.flush();
this.children(node);
this.flush();
} else {
this.inline(node);
}
}
inline(element) {
const outer = this.style;
const mark = element.matches("span.code") ? "code" : MARKS[element.tagName];
if (mark) this.style = { ...outer, marks: [...outer.marks, mark] };
if (element.matches("a[href]")) this.style = { ...this.style, href: address(element) };
if (element.matches("a[data-inline-card],a[data-card-url]")) {
this.line.add(element.getAttribute("href") ?? "", this.style);
} else {
this.children(element);
}
this.style = outer;
}
table(element) {
const rows = [...element.querySelectorAll("tr")].filter((row) => row.closest("table") === element);
this.add("table", {
numbered: element.dataset.numberColumn === "true" || Boolean(element.querySelector(".numberingColumn")),
rows: rows.map((row) => [...row.children].filter((cell) => !cell.matches(SKIPPED)).map((cell) => {
const reader = new Reader();
reader.heading = this.heading;
reader.children(cell);
reader.flush();
return { isHeader: cell.tagName === "TH", units: reader.units };
})),
});
}
}
function address(element) {
if (element.dataset.anchor) return "#" + element.dataset.anchor;
return element.getAttribute("href");
}
class Line {
parts = [];
add(text, style) { this.parts.push([text, style]); }
end() {
const units = [];
const styles = [];
for (const [part, style] of this.parts) {
const marks = style.marks.includes("code") ? ["code"] : [...new Set(style.marks)].sort();
const look = { marks, href: style.href };
for (const raw of part.replace(/[\u200b\u2060\ufeff\u200c\ufe0f]/g, "").split("")) {
const unit = raw === "\u2028" ? "\n" : /[\s\u00a0]/.test(raw) ? " " : raw;
const last = units.at(-1);
const isBlank = unit === " " || unit === "\n";
if (isBlank && (!units.length || (unit === " " && (last === " " || last === "\n")))) continue;
if (unit === "\n" && last === " ") { units.pop(); styles.pop(); }
units.push(unit);
styles.push(look);
}
}
const text = units.join("").trimEnd();
return { text, styles: styles.slice(0, text.length) };
}
}
globalThis.runbookgenPasteUnits = { read };
}
