"use strict";
{
const loads = new Map();
globalThis.runbookgenPayload = (payload) => {
document.currentScript.payload = payload;
};
function load(url) {
if (!loads.has(url)) {
const script = document.createElement("script");
script.src = url;
loads.set(url, new Promise((resolve, reject) => {
const fail = () => {
loads.delete(url);
reject(new Error("the export of this page could not be loaded"));
};
script.onerror = fail;
script.onload = () => script.payload ? resolve(script.payload) : fail();
document.head.append(script);
}).finally(() => script.remove()));
}
return loads.get(url);
}
const blocks = "P,H1,H2,H3,H4,H5,H6,LI,TR,PRE,UL,OL,TABLE,HR,BLOCKQUOTE,DIV";
function plainText(html) {
const bare = html.replace(/ style="[^"]*"/g, "");
const body = new DOMParser().parseFromString(bare, "text/html").body;
let text = "";
const fresh = () => { if (text && !text.endsWith("\n")) text += "\n"; };
const indent = (node) => "  ".repeat(depth(node) - 1);
function depth(node) {
let count = 0;
for (let up = node.parentElement; up; up = up.parentElement) {
if (up.matches("ul,ol")) count++;
}
return count;
}
function marker(item) {
const list = item.parentElement;
const index = [...list.children].indexOf(item);
return list.tagName === "OL" ? `${list.start + index}. ` : "- ";
}
function visit(node) {
if (node.nodeType === Node.TEXT_NODE) { text += node.data; return; }
if (node.nodeType !== Node.ELEMENT_NODE) return;
const name = node.tagName;
if (name === "BR") { text += "\n"; return; }
if (name === "IMG") { text += node.alt; return; }
if (name === "HR") { fresh(); text += "---\n\n"; return; }
if (/^T[DH]$/.test(name) && node.previousElementSibling) text = text.trimEnd() + "\t";
const starts = node.matches(blocks) && !/(^|\n) *(- |\d+\. )$|\t$/.test(text);
if (starts) fresh();
if (name === "LI") text += indent(node) + marker(node);
node.childNodes.forEach(visit);
if (node.matches(blocks)) {
fresh();
const ends = /^(P|H\d|PRE|TABLE|UL|OL)$/.test(name) && !node.closest("li,td,th");
if (ends && !text.endsWith("\n\n")) text += "\n";
}
}
body.childNodes.forEach(visit);
return text.trim() + "\n";
}
function data(target, payload) {
const source = payload[target];
return target === "storage"
? { "text/plain": source } : { "text/html": source, "text/plain": plainText(source) };
}
function copyByEvent(types) {
let done = false;
const listener = (event) => {
event.preventDefault();
event.stopImmediatePropagation();
for (const [type, text] of Object.entries(types)) event.clipboardData.setData(type, text);
done = true;
};
const field = document.createElement("textarea");
const focused = document.activeElement;
field.value = " ";
Object.assign(field.style, { position: "fixed", top: 0, opacity: 0 });
document.body.append(field);
field.select();
document.addEventListener("copy", listener, true);
try {
done = document.execCommand("copy") && done;
} catch {
done = false;
} finally {
document.removeEventListener("copy", listener, true);
field.remove();
focused?.focus({ preventScroll: true });
}
return done;
}
async function copy(target, url) {
const types = data(target, await load(url));
if (copyByEvent(types)) return;
if (!globalThis.ClipboardItem || !navigator.clipboard?.write) {
throw new Error("this browser does not let the page copy");
}
const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })]);
await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}
const next = {
cloud: "Copied. In the Cloud editor, click into an empty line and paste.",
dc: "Copied. In the Data Center editor, click into an empty line and paste.",
storage: "Copied. Paste it into the source editor, in the place of everything there.",
};
async function onCopyText({ dataset: { copyText: text, what } }, status) {
try {
if (!copyByEvent({ "text/plain": text })) await navigator.clipboard.writeText(text);
status.textContent = `Copied ${what}.`;
} catch {
status.textContent = "Not copied: this browser does not let the page copy.";
}
}
async function onCopy(button) {
const block = button.closest("[data-payload]");
const status = block.querySelector("[role=status]");
status.textContent = "";
try {
await copy(button.dataset.copy, block.dataset.payload);
status.textContent = next[button.dataset.copy];
block.dataset.copied = button.dataset.copy;
if (block.dataset.pastedAs) block.dataset.pastedAs = button.dataset.copy;
keepWay(button.dataset.copy);
} catch (error) {
status.textContent = `Not copied: ${error.message}.`;
}
}
const root = new URL(document.documentElement.dataset.root || ".", location.href);
const key = (block) => `runbookgen pasted ${root.href} ${block.dataset.source}`;
const ways = ["cloud", "dc", "storage"];
const parts = (state) => new Map(state.split(" ").map((part) => part.split("=")));
function recall(name) {
try {
return JSON.parse(localStorage.getItem(name));
} catch {
return null;
}
}
const remembered = (block) => recall(key(block));
function changes(state, memory, usualWay) {
if (typeof memory?.state !== "string") return null;
const before = parts(memory.state);
const as = ways.includes(memory.as) ? memory.as : usualWay;
return [...parts(state)]
.filter(([name]) => name === as || !ways.includes(name))
.filter(([name, hash]) => before.get(name) !== hash)
.map(([name]) => name === as ? "content" : name);
}
function show(block) {
const line = block.querySelector("[data-pasted]");
const memory = remembered(block);
const changed = changes(block.dataset.state, memory, block.dataset.pastedAs);
const isGone = block.dataset.kind === "removed";
if (!changed) {
line.textContent = `Not marked as ${isGone ? "removed" : "pasted"} in this browser`;
} else if (changed.length) {
line.textContent = `Changed since it was pasted on ${memory.day}: ${changed.join(", ")}`;
} else {
line.textContent = isGone
? `Removed on ${memory.day}` : `Unchanged since it was pasted on ${memory.day}`;
}
line.dataset.pasted = !changed ? "new" : changed.length ? "changed" : "same";
}
const wayKey = `runbookgen copies ${root.href}`;
const titles = { cloud: "Confluence Cloud", dc: "Data Center", storage: "the storage format" };
function keepWay(way) {
try {
localStorage.setItem(wayKey, JSON.stringify(way));
} catch { /* It is not remembered. */ }
document.querySelectorAll("[data-whose]").forEach(showWhose);
}
function showWhose(line) {
const block = line.closest("[data-payload]");
const pasted = block.dataset.source && remembered(block)?.as;
const taken = block.dataset.copied ?? recall(wayKey);
const [way, why] = ways.includes(pasted) ? [pasted, "this page was pasted with it"]
: ways.includes(taken) ? [taken, "it was taken last in this browser"]
: [line.dataset.whose, "the wiki is set up for it"];
for (const button of block.querySelectorAll("[data-copy]")) {
button.classList.toggle("mine", button.dataset.copy === way);
}
if (block.dataset.source) line.textContent = `Yours is ${titles[way]}: ${why}.`;
if (block.dataset.pastedAs && !block.dataset.copied) block.dataset.pastedAs = way;
}
function onMark(block) {
const day = new Date().toLocaleDateString("sv");
try {
localStorage.setItem(key(block), JSON.stringify({
state: block.dataset.state, as: block.dataset.pastedAs, day,
}));
show(block);
block.querySelectorAll("[data-whose]").forEach(showWhose);
block.dispatchEvent(new Event("runbookgen-marked", { bubbles: true }));
} catch {
block.querySelector("[role=status]").textContent =
"Not marked: this browser does not keep anything for this page.";
}
}
document.addEventListener("click", (event) => {
const button = event.target.closest?.("[data-copy],[data-mark],[data-copy-text]");
if (button?.dataset.copy) onCopy(button);
else if (button?.dataset.copyText) onCopyText(button, button.closest("[data-source]").querySelector("[role=status]"));
else if (button) onMark(button.closest("[data-source]"));
});
for (const kind of ["pointerover", "focusin"]) {
document.addEventListener(kind, (event) => {
const button = event.target.closest?.("[data-copy]");
if (button) load(button.closest("[data-payload]").dataset.payload).catch(() => {});
});
}
globalThis.runbookgenCopy = {
root, load, parts, recall, remembered, onCopyText, onMark,
isDone: (source, state) =>
changes(state, recall(key({ dataset: { source } })), null)?.length === 0,
};
const blocksOf = () => document.querySelectorAll("[data-source][data-state]");
const showAll = () => {
blocksOf().forEach(show);
document.querySelectorAll("[data-whose]").forEach(showWhose);
};
for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;
showAll();
addEventListener("storage", showAll);
addEventListener("pageshow", showAll);
}
