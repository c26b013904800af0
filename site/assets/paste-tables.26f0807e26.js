"use strict";
{
const { alignAlike, quote, similarity } = globalThis.runbookgenPasteWords;
const keyOf = (cell) => cell.units
.map((unit) => `${unit.kind} ${unit.text} ${JSON.stringify(unit.rows?.map((row) => row.map(keyOf)))}`)
.join("\n");
const wordsOf = (cell) => cell.units
.map((unit) => unit.text || (unit.rows ?? []).flat().map(wordsOf).join(" "))
.join(" ");
const keysOf = (cells) => cells.map(keyOf).join("\n\n");
function alike(cells, others) {
const keys = cells.map(keyOf);
const same = others.filter((cell, index) => keyOf(cell) === keys[index]).length;
const words = similarity(cells.map(wordsOf).join(" "), others.map(wordsOf).join(" "));
const score = Math.max(same / Math.max(cells.length, others.length, 1), words);
return score >= 0.4 ? score / 2 : 0;
}
function widthOf(rows) {
const width = rows[0]?.length ?? 0;
return rows.every((row) => row.length === width) ? width : 0;
}
const columnOf = (rows, index) => rows.map((row) => row[index]);
const without = (rows, kept) => rows.map((row) => kept.map((index) => row[index]));
const matched = (some, others) => alignAlike(some, others, keysOf, alike);
class Tables {
found = [];
constructor(one, other, comparison) {
Object.assign(this, { one, other, comparison, rows: one.rows, others: other.rows });
}
say(what, text) { this.found.push([what, text]); }
name(part) { return this.comparison.name(this.one, part); }
run() {
this.columns();
const pairs = matched(this.rows, this.others);
const isSame = this.rows.length === this.others.length && pairs.length === 0;
const all = isSame ? this.rows.map((_, index) => [index, index]) : pairs;
this.extra(all.map(([a]) => a), all.map(([, b]) => b));
for (const [a, b] of all) this.row(this.rows[a], this.others[b]);
this.headers(all);
if (this.one.numbered !== this.other.numbered && !this.comparison.isView) {
this.say(this.one.numbered ? "lost" : "added", this.name("number column of the table"));
}
return this.found;
}
columns() {
const [width, now] = [widthOf(this.rows), widthOf(this.others)];
if (!width || !now || width === now) return;
const lists = [this.rows, this.others].map((rows, side) =>
Array.from({ length: side ? now : width }, (_, index) => columnOf(rows, index)));
const pairs = matched(...lists);
const kept = [0, 1].map((side) => pairs.map((pair) => pair[side]));
lists.forEach((columns, side) => columns.forEach((cells, index) => {
if (kept[side].includes(index)) return;
const head = wordsOf(cells[0]) || `column ${index + 1}`;
this.say(side ? "added" : "lost", `${this.name("column of the table")}: ${quote(head)}`);
}));
this.rows = without(this.rows, kept[0]);
this.others = without(this.others, kept[1]);
}
extra(kept, keptNow) {
const show = (row) => quote(row.map(wordsOf).join(" | "));
const isLeft = (indexes) => (_, index) => !indexes.includes(index);
const added = this.others.filter(isLeft(keptNow));
for (const row of this.rows.filter(isLeft(kept))) {
const moved = added.findIndex((other) => keysOf(other) === keysOf(row));
if (moved >= 0) added.splice(moved, 1);
this.say(moved >= 0 ? "moved" : "lost", `${this.name("row of the table")}: ${show(row)}`);
}
for (const row of added) this.say("added", `${this.name("row of the table")}: ${show(row)}`);
}
row(cells, others) {
if (cells.length !== others.length) {
this.say("changed", `${this.name("row of the table")}: ${quote(cells.map(wordsOf).join(" | "))} `
+ `had ${cells.length} cells and has ${others.length}`);
return;
}
const { isView, place } = this.comparison;
const first = wordsOf(cells[0]);
cells.forEach((cell, index) => {
const head = this.rows[0] === cells ? "" : wordsOf(this.rows[0][index] ?? { units: [] });
const where = [first && index && `row ${quote(first)}`, head && `column ${quote(head)}`].filter(Boolean);
const inside = where.length ? ` (${where.join(", ")})` : "";
const { messages } = globalThis.runbookgenPasteCompare.compare(
cell.units, others[index].units, isView, `${place} in the table${inside}`);
for (const { what, text } of messages) this.say(what, text);
});
}
headers(pairs) {
const differ = pairs.some(([a, b]) => this.rows[a].length === this.others[b].length
&& this.rows[a].some((cell, index) => cell.isHeader !== this.others[b][index].isHeader));
if (differ) this.say("changed", this.name("header cells of the table"));
}
}
globalThis.runbookgenPasteTables = {
differences: (one, other, comparison) => new Tables(one, other, comparison).run(),
};
}
