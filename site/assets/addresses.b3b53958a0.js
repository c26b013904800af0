"use strict";
{
const { root, load, recall, onCopyText } = globalThis.runbookgenCopy;
const prefix = `runbookgen address ${root.href} `;
const blocks = [...document.querySelectorAll(".copy-address")];
const list = document.querySelector("[data-addresses]");
const sourceOf = (block) => block.closest("[data-source]").dataset.source;
function number(address) {
const found = /^([1-9][0-9]{0,18})$|\/spaces\/[^/]+\/pages\/(?:[a-z0-9-]+\/)?([1-9][0-9]{0,18})(?![^/?#])|[?&]pageId=([1-9][0-9]{0,18})(?![^&#])/
.exec(address);
return found ? found[1] ?? found[2] ?? found[3] : null;
}
function problem(text, site) {
if (/^[1-9][0-9]{0,18}$/.test(text)) return "";
const isPage = /^https?:\/\/[^\s"'<>\\`{}|^]+$/.test(text)
&& (number(text) || /\/display\/[^/]+\/[^/]+|\/x\/[\w-]+$|viewpage\.action\?.*title=/.test(text));
if (!isPage) return "Not kept: this is not the number of a page or its address.";
return site && !text.toLowerCase().startsWith(`${site.toLowerCase()}/`)
? `Not kept: the pages of this site are in ${site}.` : "";
}
function entry(name) {
const { line, address } = recall(name) ?? {};
return typeof line === "string" && typeof address === "string" && !problem(address)
? { line, address } : null;
}
const kept = (source) => entry(prefix + source);
function addressOf(source) {
const block = blocks.find((other) => sourceOf(other) === source);
return kept(source)?.address ?? block?.querySelector("[data-address]").defaultValue ?? "";
}
function lead(block, name, address) {
const link = block.querySelector(`[data-go=${name}]`);
if (!link) return;
link.hidden = !address;
if (address) Object.assign(link, { href: address, target: "_blank", rel: "noopener" });
else link.removeAttribute("href");
}
const filled = (link, id) => link?.dataset.form && id
? link.dataset.form.replaceAll("{id}", id).replaceAll("%7Bid%7D", id) : "";
function show(block) {
const source = sourceOf(block);
const own = kept(source)?.address;
const link = (name) => block.querySelector(`[data-go=${name}]`);
if (own) {
const id = number(own);
const isView = /\/pages\/[1-9]|\/viewpage\.action|\/display\//.test(own);
const given = /^http/.test(own) ? own.replace(/#.*/, "") : "";
lead(block, "view", !isView && filled(link("view"), id) || given);
lead(block, "edit", filled(link("edit"), id));
lead(block, "create", "");
} else if (link("create")?.hidden && block.dataset.parent && !addressOf(source)) {
lead(block, "create", filled(link("create"), number(addressOf(block.dataset.parent))));
}
}
function onChange(field) {
const block = field.closest(".copy-address");
const status = block.closest("[data-source]").querySelector("[role=status]");
const text = field.value.trim();
const name = prefix + sourceOf(block);
const wrong = text && problem(text, block.dataset.site);
field.toggleAttribute("aria-invalid", Boolean(wrong));
status.textContent = wrong || "";
if (wrong) return;
try {
if (!text || text === field.defaultValue) localStorage.removeItem(name);
else localStorage.setItem(name, JSON.stringify({ line: block.dataset.line, address: text }));
if (text && text !== field.defaultValue) status.textContent = "Kept in this browser.";
} catch {
status.textContent = "Not kept: this browser does not keep anything for this page.";
}
blocks.forEach(show);
offer();
}
const entries = (text) => new Map(text.split("\n").filter(Boolean).map((line) => {
const colon = line.lastIndexOf(": ");
return [line.slice(0, colon), line];
}));
async function lines() {
const { book } = await load(list.dataset.book);
const all = entries(book);
const fresh = [];
for (const name of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
const found = entry(name);
if (!found) continue;
const { line, address } = found;
const text = `${line}: ${address.endsWith(":") ? `"${address}"` : address.replace(/#.*/, "")}`;
if (all.get(line) === text) {
localStorage.removeItem(name);
continue;
}
all.set(line, text);
fresh.push(text);
}
const sorted = (some) => [...some].sort().map((text) => `${text}\n`).join("");
return { fresh: sorted(fresh), whole: sorted(all.values()) };
}
async function offer() {
try {
const isNew = Object.keys(localStorage).some((name) => name.startsWith(prefix));
const { fresh } = isNew ? await lines() : { fresh: "" };
list.hidden = !fresh;
list.querySelector("pre").textContent = fresh;
} catch {
list.hidden = true;
}
}
globalThis.runbookgenCopy.save = (name, text, type) => {
const link = document.createElement("a");
link.href = URL.createObjectURL(new Blob([text], { type }));
link.download = name;
link.click();
setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
for (const block of blocks) {
const field = block.querySelector("[data-address]");
field.value = kept(sourceOf(block))?.address ?? field.defaultValue;
field.addEventListener("change", () => onChange(field));
show(block);
}
if (list) {
const status = list.querySelector("[role=status]");
list.querySelector("[data-addresses-copy]").addEventListener("click", async () => {
onCopyText({ dataset: { copyText: (await lines()).fresh, what: "the lines" } }, status);
});
list.querySelector("[data-addresses-download]").addEventListener("click", async () => {
globalThis.runbookgenCopy.save("confluence-pages.yml", (await lines()).whole, "text/yaml");
status.textContent = "Saved: put it beside runbookgen.yml and commit it.";
});
offer();
}
}
