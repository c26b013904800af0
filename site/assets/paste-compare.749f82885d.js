"use strict";
{
const {
LIKELY, align, change, codeChange, isOwnLink, keyOf, looks, looseCode, quote, sameLink, samePicture,
similarity, wordsOf,
} = globalThis.runbookgenPasteWords;
const BLOCKS = {
panel: "panel", expand: "expand", quote: "quote", macro: "macro", list: "list", item: "list item",
};
const UNITS = {
code: "code block", rule: "horizontal line", generated: "line that says where the page comes from",
};
const MACROS = { toc: "table of contents", children: "list of child pages", details: "page properties" };
const MARKS = { code: "code formatting" };
const listName = (list) => list.isTasks ? "task list" : list.isOrdered ? "numbered list" : "list of bullets";
const macroName = (name) => name ? MACROS[name] ?? `macro “${name}”` : "macro";
const blockName = (block) =>
block.kind === "list" ? listName(block)
: block.kind === "macro" && block.type ? macroName(block.type) : BLOCKS[block.kind];
class Comparison {
messages = [];
constructor(before, after, isView, place = "") {
Object.assign(this, { before, after, isView, place });
this.pairs = new Map();
this.back = new Map();
this.moved = new Set();
this.told = new Set();
}
pair(one, other) {
this.pairs.set(one, other);
this.back.set(other, one);
}
say(what, unit, text) {
this.messages.push({ what, text, at: this.before.indexOf(unit), after: this.after.indexOf(unit) });
}
name(unit, kind = this.kindOf(unit)) {
const under = unit.heading && unit.kind !== "heading" ? ` under “${unit.heading}”` : "";
return `${kind}${under}${this.place}`;
}
kindOf(unit) {
if (unit.kind === "title") return `title of the ${BLOCKS[unit.within.at(-1)?.kind] ?? "block"}`;
if (unit.kind === "macro") return macroName(unit.name);
if (unit.kind !== "paragraph") return UNITS[unit.kind] ?? unit.kind;
if (unit.within.at(-1)?.kind === "item") return "list item";
return this.place ? "table cell" : "paragraph";
}
withText(unit, kind) {
const words = wordsOf(unit).trim();
return this.name(unit, kind) + (words ? `: ${quote(words)}` : "");
}
run() {
this.match();
this.matchGaps();
this.matchMoved();
const blocks = new globalThis.runbookgenPasteBlocks.Blocks(this, blockName);
blocks.run();
for (const [one, other] of this.pairs) {
this.changes(one, other);
if (!this.moved.has(one)) blocks.nesting(one, other);
}
this.sayMoved();
for (const unit of this.before) {
if (!this.pairs.has(unit) && !this.told.has(unit)) this.lost(unit);
}
for (const unit of this.after) {
if (!this.back.has(unit) && !this.told.has(unit)) this.added(unit, blocks);
}
return this.sorted();
}
sorted() {
const place = (message) => {
if (message.at >= 0) return message.at;
for (let index = message.after; index >= 0; index--) {
const one = this.back.get(this.after[index]);
if (one) return this.before.indexOf(one) + 0.5;
}
return -1;
};
return this.messages.map((message) => ({ ...message, place: place(message) }))
.sort((a, b) => a.place - b.place);
}
match() {
const ids = new Map();
const id = (unit) => {
const key = keyOf(unit, this.isView);
if (!ids.has(key)) ids.set(key, ids.size);
return ids.get(key);
};
const [from, to] = [this.before.map(id), this.after.map(id)];
const depth = (unit) => unit.within.map((block) => block.kind).join();
const pairs = align(this.before.length, this.after.length, (row, column) => {
const [one, other] = [this.before[row], this.after[column]];
if (one.kind === "picture" && other.kind === "picture" ? !samePicture(one, other)
: from[row] !== to[column] && !this.sameMacro(one, other)) return 0;
const size = one.text.length > 20 || one.kind === "table" ? 3 : 1;
return size + (one.heading === other.heading) + (depth(one) === depth(other)) / 2;
});
for (const [row, column] of pairs) this.pair(this.before[row], this.after[column]);
}
sameMacro(one, other) {
return one.kind === "macro" && other.kind === "macro" && (!one.name || !other.name);
}
matchGaps() {
for (const [units, others] of this.gaps()) {
if (units.length * others.length > LIKELY) continue;
const isOnly = units.length === 1 && others.length === 1;
const pairs = align(units.length, others.length, (row, column) => {
const [one, other] = [units[row], others[column]];
const alike = similarity(wordsOf(one), wordsOf(other));
if (one.kind !== other.kind) return alike >= 0.7 ? alike / 2 : 0;
return alike >= 0.4 || isOnly ? alike + 0.1 : 0;
});
for (const [row, column] of pairs) this.pair(units[row], others[column]);
}
}
gaps() {
const gaps = [];
let column = 0;
let units = [];
for (const unit of [...this.before, null]) {
if (unit && !this.pairs.has(unit)) {
units.push(unit);
continue;
}
const end = unit ? this.after.indexOf(this.pairs.get(unit), column) : this.after.length;
if (units.length && end > column) gaps.push([units, this.after.slice(column, end)]);
units = [];
column = end + 1;
}
return gaps;
}
matchMoved() {
const free = new Map();
for (const unit of this.after) {
if (this.back.has(unit)) continue;
const key = keyOf(unit, this.isView);
free.set(key, [...(free.get(key) ?? []), unit]);
}
for (const unit of this.before) {
if (this.pairs.has(unit)) continue;
const other = unit.kind === "picture"
? this.after.find((one) => one.kind === "picture" && !this.back.has(one) && samePicture(unit, one))
: free.get(keyOf(unit, this.isView))?.shift();
if (!other) continue;
this.pair(unit, other);
this.moved.add(unit);
}
}
lost(unit) {
if (unit.kind === "macro" && this.isView) return;
const gone = this.withText(unit);
const isThere = unit.kind === "code" && this.textIsAdded(unit.text);
this.say("lost", unit, gone + (isThere ? " (its text is still there, but not as code)" : ""));
}
added(unit, blocks) {
if (unit.kind === "title" && this.isView && blocks.back.has(unit.within.at(-1))) return;
this.say("added", unit, this.withText(unit));
}
textIsAdded(text) {
const bare = (value) => value.replace(/\s+/g, "");
const added = bare(this.after.filter((unit) => !this.back.has(unit)
|| unit.text !== this.back.get(unit).text).map((unit) => unit.text).join(""));
return bare(text) !== "" && text.split("\n").every((line) => added.includes(bare(line)));
}
sayMoved() {
const indexes = [...this.moved]
.map((unit) => [this.before.indexOf(unit), this.after.indexOf(this.pairs.get(unit))])
.sort((a, b) => a[0] - b[0]);
for (let start = 0, end; start < indexes.length; start = end) {
end = start + 1;
const goesOn = (side) => indexes[end][side] === indexes[end - 1][side] + 1;
while (end < indexes.length && goesOn(0) && goesOn(1)) end++;
const [unit, other] = [this.before[indexes[start][0]], this.after[indexes[start][1]]];
const more = end - start === 1 ? "" : ` and ${end - start - 1} more block${end - start > 2 ? "s" : ""}`;
const now = other.heading === unit.heading ? "" : other.heading
? ` (now under “${other.heading}”)` : " (now above the first heading)";
this.say("moved", unit, `${this.withText(unit)}${more}${now}`);
}
}
changes(one, other) {
if (one.kind !== other.kind) {
const what = one.kind === "code" || one.kind === "heading" || one.kind === "task" ? "lost" : "changed";
this.say(what, one, `${this.withText(one)} is a ${this.kindOf(other)} now`);
} else if (one.kind === "table") {
const tables = globalThis.runbookgenPasteTables.differences(one, other, this);
for (const [what, text] of tables) this.say(what, one, text);
return;
} else if (one.kind === "picture") {
if (!samePicture(one, other)) {
this.say("changed", one, `${this.name(one)}: ${quote(wordsOf(one))} → ${quote(wordsOf(other))}`);
}
} else if (one.kind === "code") {
this.codeChanges(one, other);
} else if (one.text !== other.text) {
this.say("changed", one, `${this.name(one)}: ${change(one.text, other.text)}`);
}
if (one.kind === "heading" && other.kind === "heading" && one.level !== other.level) {
const levels = `was of level ${one.level} and is of level ${other.level}`;
this.say("changed", one, `${this.withText(one)} ${levels}`);
}
if (one.kind === other.kind && one.state && other.state && one.state !== other.state) {
this.say("changed", one, `${this.withText(one)} is ${other.state === "DONE" ? "" : "no longer "}ticked`);
}
if (one.styles && other.styles) this.lookChanges(one, other);
}
codeChanges(one, other) {
const hasTabs = one.text.includes("\t");
const [code, now] = [one, other].map(({ text }) => this.isView ? looseCode(text, hasTabs) : text);
if (code !== now) {
const isBlank = code.replace(/\s/g, "") === now.replace(/\s/g, "");
const note = isBlank ? " (only blanks differ)" : "";
this.say("changed", one, `${this.name(one)}: ${codeChange(code, now)}${note}`);
}
const [language, is] = [plain(one.language), plain(other.language)];
if (language !== is && other.language !== undefined && !this.isView) {
const name = this.name(one, "language of the code block");
this.say("changed", one, `${name}: ${language} → ${is} (${quote(one.text)})`);
}
}
lookChanges(one, other) {
for (const { text, was, is } of looks(one, other)) {
const place = `${quote(text)} in the ${this.name(one)}`;
const status = (look) => look.marks.find((mark) => mark.startsWith("status "));
if (status(was) && status(is)) {
if (status(is) !== "status " && status(was) !== status(is)) {
const [from, to] = [was, is].map((look) => status(look).slice("status ".length));
this.say("changed", one, `colour of the status ${place}: ${from} → ${to}`);
}
} else {
for (const [what, marks, others] of [["lost", was.marks, is.marks], ["added", is.marks, was.marks]]) {
const only = marks.filter((mark) => !others.includes(mark));
for (const mark of only) this.say(what, one, `${markName(mark)} of ${place}`);
}
}
if (sameLink(was.href, is.href)) continue;
if (is.href === null) this.say("lost", one, `link of ${place}, which led to ${was.href}`);
else if (was.href !== null) this.say("changed", one, `link of ${place}: ${was.href} → ${is.href}`);
else if (!isOwnLink(text, is.href)) this.say("added", one, `link of ${place}, to ${is.href}`);
}
}
}
const plain = (language) => /^(none|plain|plaintext)?$/.test(language ?? "") ? "text" : language;
const markName = (mark) => mark.startsWith("status ") ? "status look" : MARKS[mark] ?? mark;
function compare(before, after, isView, place) {
const comparison = new Comparison(before, after, isView, place);
const messages = comparison.run();
return { messages, comparison };
}
globalThis.runbookgenPasteCompare = { compare };
}
