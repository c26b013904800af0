"use strict";
{
const { load, isDone, onMark, save } = globalThis.runbookgenCopy;
const head = document.querySelector("[data-to-do]");
const blocks = [...document.querySelectorAll("section.export[data-kind]")];
const finished = (block) => isDone(block.dataset.source, block.dataset.state);
let current;
function choose(block) {
current?.removeAttribute("aria-current");
current = block;
current?.setAttribute("aria-current", "true");
current?.scrollIntoView({ block: "start" });
}
function count() {
const done = blocks.filter(finished).length;
head.querySelector("[data-count]").textContent = blocks.length
? `${blocks.length - done} to do on this page, ${done} done` : "0 to do";
for (const block of blocks) block.classList.toggle("done", finished(block));
}
function goOn() {
const start = blocks.indexOf(current) + 1;
const rest = [...blocks.slice(start), ...blocks.slice(0, start)];
const next = rest.find((block) => !finished(block));
if (next) return choose(next);
choose(undefined);
const more = document.querySelector("a[rel=next]");
if (more) location.href = more.href;
else head.scrollIntoView({ block: "start" });
}
const keys = {
c: () => current?.querySelector(`[data-copy=${current.dataset.pastedAs}]`)?.click(),
e: () => [..."edit create view".split(" ")]
.map((name) => current?.querySelector(`[data-go=${name}][href]`))
.find((link) => link && !link.hidden)?.click(),
n: () => {
if (current?.dataset.copied && !finished(current)) onMark(current);
goOn();
},
d: () => {
if (!current) return;
onMark(current);
goOn();
},
};
document.addEventListener("keydown", (event) => {
if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
if (event.target.closest?.("input,textarea,select,[contenteditable]")) return;
const act = keys[event.key];
if (!act) return;
event.preventDefault();
act();
});
document.addEventListener("click", (event) => {
const block = event.target.closest?.("section.export[data-kind]");
if (block && block !== current) {
current?.removeAttribute("aria-current");
current = block;
current.setAttribute("aria-current", "true");
}
});
for (const kind of ["runbookgen-marked", "storage", "pageshow"]) addEventListener(kind, count);
function manifest({ version, oldTarget, newTarget, oldOrder, slots }, states) {
const done = slots.map((slot) =>
slot.due && slot.source in states && isDone(slot.source, states[slot.source]));
const rests = slots.map((slot, index) => !slot.due || done[index]);
const text = (target, pages) => {
const list = pages.length ? `\n${pages.join(",\n")}\n  ]` : "]";
return `{\n  "version": ${version},\n  "target": ${JSON.stringify(target)},\n  "pages": [${list}\n}\n`;
};
if (rests.every(Boolean)) {
return text(newTarget, slots.filter((slot) => slot.new).map((slot) => slot.new));
}
const order = oldOrder.filter((index) => slots[index].new || !done[index]);
slots.forEach((slot, index) => {
if (!slot.moves || !done[index]) return;
if (order.includes(index)) order.splice(order.indexOf(index), 1);
const siblings = [...slots.keys()].filter((other) => other !== index && slots[other].new
&& slots[other].parent === slot.parent && (!slots[other].moves || rests[other])
&& order.includes(other));
const before = siblings.filter((other) => other < index).at(-1)
?? (siblings.length ? undefined : [...slots.keys()].filter((other) =>
other < index && order.includes(other)).at(-1));
const place = before !== undefined
? order.indexOf(before) + 1 : siblings.length ? order.indexOf(siblings[0]) : 0;
order.splice(place, 0, index);
});
return text(oldTarget, order.map((index) => done[index] ? slots[index].new : slots[index].old));
}
head.querySelector("[data-save]").addEventListener("click", async () => {
const status = head.querySelector("[data-saved]");
try {
const { update, states } = await load(head.dataset.update);
save("manifest.json", manifest(JSON.parse(update), JSON.parse(states)), "application/json");
status.textContent = "Saved: put it where the last one was and commit it.";
} catch (error) {
status.textContent = `Not saved: ${error.message}.`;
}
});
count();
goOn();
}
