"use strict";
{
const SKIPPED = [
"script,style,meta,title,button,noscript,colgroup,svg,input",
".ak-editor-panel__icon,.heading-anchor-wrapper,.aui-icon,.expand-icon,.toolbar,.tableFloatingHeader",
".fixed-table-wrapper,[data-testid=sticky-table-fixed],.confluence-anchor-link,.smart-link-icon",
".ak-renderer-table-number-column,.numberingColumn",
".ProseMirror-trailingBreak,.ProseMirror-separator,[data-mce-bogus]",
].join();
const LINE_NUMBERS = ".linenumber,.ds-line-number,.react-syntax-highlighter-line-number,.line-number-gutter";
const PANELS = ["info", "tip", "note", "warning", "panel"];
function parameters(element) {
const found = {};
for (const pair of (element.dataset.macroParameters ?? "").match(/(?:\\.|[^|\\])+/gs) ?? []) {
const [name, ...value] = pair.split(/(?<!\\)=/);
found[name] = value.join("=").replace(/\\(.)/gs, "$1");
}
return found;
}
function fileName(address) {
const name = (address ?? "").replace(/[?#].*/s, "").split("/").pop();
try {
return /\.[a-z0-9]{2,5}$/i.test(name) ? decodeURIComponent(name).toLowerCase() : "";
} catch {
return name.toLowerCase();
}
}
const codeText = (text) => text.replace(/\r\n?/g, "\n");
function codeInView(reader, element) {
const copy = element.cloneNode(true);
copy.querySelectorAll(`${LINE_NUMBERS},button,.codeHeader,.toolbar`).forEach((part) => part.remove());
const lines = [...copy.querySelectorAll(".syntaxhighlighter .line")];
const text = lines.length ? lines.map((line) => line.textContent).join("\n")
: (copy.querySelector("pre") ?? copy).textContent;
const lang = element.querySelector("[data-code-lang]")?.dataset.codeLang;
reader.add("code", { text: codeText(text.replaceAll("\u00a0", " ")), language: lang || undefined });
}
function codeMacro(reader, element) {
const { language, title } = parameters(element);
const text = element.querySelector("pre")?.textContent ?? element.textContent;
reader.add("code", { text: codeText(text).replace(/^\n+/, ""), language: language ?? null, title });
}
function preformatted(reader, element) {
const holder = [element.parentElement, element.querySelector("code"), element]
.find((one) => one?.dataset.language);
reader.add("code", { text: codeText(element.textContent), language: holder?.dataset.language ?? null });
}
const macroBody = (element) =>
element.querySelector(".wysiwyg-macro-body,.confluence-information-macro-body,.panelContent") ?? element;
function panel(reader, element) {
const body = element.querySelector("[data-panel-content],.ak-editor-panel__content") ?? element;
reader.inside("panel", { type: element.dataset.panelType }, () => reader.children(body));
}
function macroPanel(reader, element) {
const kind = element.className.match(/confluence-information-macro-(\w+)/)?.[1];
const type = kind ? kind.replace("information", "info") : element.dataset.macroName ?? "panel";
const title = parameters(element).title ?? element.querySelector(".panelHeader")?.textContent;
reader.inside("panel", { type }, () => {
if (title) reader.add("title", { text: title.trim() });
reader.children(macroBody(element));
});
}
function expand(reader, element) {
const title = element.dataset.title ?? parameters(element).title
?? element.querySelector(".expand-control-text")?.textContent ?? "";
const body = element.querySelector(
".expand-content-wrapper,.nestedExpand-content-wrapper,.expand-content,.wysiwyg-macro-body")
?? (element.matches(".expand-container") ? null : element);
const isClosed = !body?.querySelector("p,li,pre,table,img,h1,h2,h3,h4,h5,h6,[data-node-type]");
reader.inside("expand", { isClosed }, () => {
if (title.trim()) reader.add("title", { text: title.trim() });
if (body) reader.children(body);
});
}
function macro(reader, element) {
const name = element.dataset.macroName ?? element.dataset.extensionKey;
if (element.matches(".wysiwyg-macro,[data-node-type=bodied-extension],[data-hasbody=true]")) {
reader.inside("macro", { type: name }, () => reader.children(macroBody(element)));
} else {
reader.add("macro", { name });
}
}
function drawnMacro(reader, element) {
const links = [...element.querySelectorAll("a")].map((link) => link.textContent).join("");
const isList = element.textContent.replace(/\s/g, "") === links.replace(/\s/g, "");
if (isList) reader.add("macro", { name: undefined });
else reader.inside("macro", { type: undefined }, () => reader.children(element));
}
function list(reader, element) {
const isOrdered = element.tagName === "OL";
const start = isOrdered ? Number(element.getAttribute("start") ?? 1) : 0;
reader.inside("list", { isOrdered, start }, () => reader.children(element));
}
function task(reader, element, state) {
const below = "[data-node-type=actionList],ul,ol";
reader.flush();
for (const child of element.childNodes) {
if (!(child.nodeType === Node.ELEMENT_NODE && child.matches(below))) reader.visit(child);
}
reader.flush("task", { state });
for (const child of element.children) if (child.matches(below)) reader.visit(child);
}
function picture(reader, element) {
const { dataset } = element;
const inner = element.querySelector("img");
if (dataset.type === "external" && !dataset.url && !inner) return;
reader.add("picture", {
text: dataset.alt || element.getAttribute("alt") || inner?.getAttribute("alt") || "",
file: fileName(dataset.fileName || dataset.linkedResourceDefaultAlias || dataset.imageSrc || dataset.url
|| element.getAttribute("src") || inner?.getAttribute("src")),
});
}
function lozenge(reader, text, colour) {
const look = { marks: [`status ${colour}`], href: null };
reader.line.add(text.trim(), look);
}
function inlineMacro(reader, element) {
const name = element.dataset.macroName;
const { title, colour } = parameters(element);
if (name === "status") lozenge(reader, title ?? "", (colour ?? "Grey").toLowerCase());
else if (name !== "anchor") reader.add("macro", { name });
}
const panels = PANELS.map((name) => `.wysiwyg-macro[data-macro-name=${name}]`).join();
const shapes = [
[".expand-container,[data-node-type=expand],[data-node-type=nestedExpand]"
+ ",.wysiwyg-macro[data-macro-name=expand]", expand],
[SKIPPED, () => {}],
[".wysiwyg-macro[data-macro-name=code],.wysiwyg-macro[data-macro-name=noformat]", codeMacro],
[".code.panel,.preformatted.panel,.code-block,.light-weight-code-block,[data-ds--code--code-block]",
codeInView],
["pre", preformatted],
["div[data-panel-type]", panel],
[`${panels},.confluence-information-macro,.panel.conf-macro`, macroPanel],
["[data-node-type=status]", (reader, it) => lozenge(reader, it.textContent, it.dataset.color)],
[".status-macro", (reader, it) => lozenge(reader, it.textContent, "")],
["img.editor-inline-macro", inlineMacro],
["[data-emoji-short-name]", (reader, it) =>
reader.line.add(it.dataset.emojiText || it.textContent || it.getAttribute("alt") || "", reader.style)],
["img.emoticon,img.emoji", (reader, it) =>
reader.line.add(it.dataset.emojiFallback || it.getAttribute("alt") || "", reader.style)],
[".toc-macro", (reader) => reader.add("macro", { name: "toc" })],
[".wysiwyg-macro,[data-node-type=extension],[data-node-type=bodied-extension],.conf-macro[data-macro-name]"
+ ",[data-extension-type]", macro],
[".ak-renderer-extension", drawnMacro],
["[data-node-type=media],[data-node-type=mediaInline],img", picture],
["figcaption", (reader, it) => { reader.flush(); reader.children(it); reader.flush("caption"); }],
["[data-node-type=actionList],ul.inline-task-list", (reader, it) =>
reader.inside("list", { isTasks: true, start: 0 }, () => reader.children(it))],
["[data-task-local-id]", (reader, it) => task(reader, it, it.dataset.taskState)],
["ul.inline-task-list > li", (reader, it) =>
task(reader, it, it.classList.contains("checked") ? "DONE" : "TODO")],
["ul,ol", list],
["li", (reader, it) => reader.inside("item", {}, () => reader.children(it))],
["blockquote", (reader, it) => reader.inside("quote", {}, () => reader.children(it))],
["table", (reader, it) => reader.table(it)],
["hr", (reader) => reader.add("rule")],
["br", (reader) => reader.line.add("\u2028", reader.style)],
["h1,h2,h3,h4,h5,h6", (reader, it) => {
reader.flush();
reader.children(it);
reader.flush("heading", { level: Number(it.tagName[1]) });
}],
];
globalThis.runbookgenPasteShapes = { shapes, SKIPPED };
}
