"use strict";
{
const { quote } = globalThis.runbookgenPasteWords;
class Blocks {
constructor(comparison, name) {
Object.assign(this, { comparison, nameOf: name, map: new Map(), back: new Map() });
this.units = { before: this.members(comparison.before), after: this.members(comparison.after) };
this.gone = new Set();
}
members(units) {
const members = new Map();
for (const unit of units) {
for (const block of unit.within) members.set(block, [...(members.get(block) ?? []), unit]);
}
return members;
}
run() {
this.vote();
this.closed();
for (const [block, units] of this.units.before) this.becameOf(block, units);
for (const [block, units] of this.units.after) if (!this.back.has(block)) this.isNew(block, units);
}
vote() {
const votes = new Map();
for (const [one, other] of this.comparison.pairs) {
const [from, to] = [[...one.within].reverse(), [...other.within].reverse()];
for (let a = 0, b = 0; a < from.length && b < to.length; a++) {
const found = to.findIndex((block, index) => index >= b && block.kind === from[a].kind);
if (found < 0) continue;
b = found + 1;
const counts = votes.get(from[a]) ?? votes.set(from[a], new Map()).get(from[a]);
counts.set(to[found], (counts.get(to[found]) ?? 0) + 1);
}
}
const all = [...votes].flatMap(([one, counts]) => [...counts].map(([other, count]) => [count, one, other]));
for (const [, one, other] of all.sort((a, b) => b[0] - a[0])) {
if (this.map.has(one) || this.back.has(other)) continue;
this.map.set(one, other);
this.back.set(other, one);
}
}
closed() {
const { comparison } = this;
for (const [block, other] of this.map) {
if (!other.isClosed || !comparison.isView) continue;
const hidden = this.units.before.get(block).filter((unit) => !comparison.pairs.has(unit));
for (const unit of hidden) comparison.told.add(unit);
if (!hidden.length) continue;
const name = comparison.name(hidden[0], "expand");
comparison.say("not compared", hidden[0], `${name} was closed when the page was copied`);
}
}
text(units, block) {
const unit = units[0];
const words = unit.text || this.comparison.kindOf(unit);
return `${this.comparison.name({ ...unit, kind: block.kind }, this.nameOf(block))}: ${quote(words)}`;
}
becameOf(block, units) {
const { comparison } = this;
const other = this.map.get(block);
if (other) {
this.changed(block, other, units);
return;
}
const isTold = units.every((unit) => comparison.told.has(unit));
const kept = units.filter((unit) => comparison.pairs.has(unit));
const isHidden = comparison.isView && block.kind === "macro";
if (isTold || isHidden) return;
if (!kept.length) {
comparison.say("lost", units[0], this.text(units, block));
for (const unit of units) comparison.told.add(unit);
} else if (!this.isElsewhere(block, units, this.map)) {
this.gone.add(block);
for (const unit of units) if (unit.kind === "title" && unit.within.at(-1) === block) comparison.told.add(unit);
if (block.kind === "item") {
comparison.say("changed", kept[0], `${comparison.withText(kept[0])} is no longer an item of its list`);
} else if (block.kind === "list" && this.isInOtherList(kept, comparison.pairs, this.back)) {
comparison.say("changed", kept[0], `${this.text(kept, block)} is part of another list now`);
} else {
comparison.say("lost", units[0], `${this.text(units, block)} (its text is still there)`);
}
}
}
isElsewhere(block, units, map) {
const outer = units[0].within.slice(0, units[0].within.indexOf(block));
if (block.kind === "item") return this.gone.has(outer.at(-1));
return block.kind === "list" && outer.some((one) => one.kind === "list" && map.has(one))
&& units.some((unit) => map.has(unit.within[outer.length + 1]));
}
isInOtherList(units, pairs, map) {
return units.some((unit) => pairs.get(unit)?.within.some((block) => block.kind === "list"
&& map.has(block) && !unit.within.includes(map.get(block))));
}
isNew(block, units) {
const { comparison } = this;
const kept = units.filter((unit) => comparison.back.has(unit));
if (units.every((unit) => comparison.told.has(unit))) return;
if (!kept.length) {
comparison.say("added", units[0], this.text(units, block));
for (const unit of units) comparison.told.add(unit);
} else if (!this.isElsewhere(block, units, this.back)) {
this.gone.add(block);
if (block.kind === "item") {
comparison.say("changed", kept[0], `${comparison.withText(kept[0])} is an item of a list now`);
} else if (block.kind === "list" && this.isInOtherList(kept, comparison.back, this.map)) {
comparison.say("changed", kept[0], `list is split before ${comparison.withText(kept[0])}`);
} else {
comparison.say("added", kept[0], this.text(kept, block));
}
}
}
changed(block, other, units) {
const { comparison } = this;
const say = (text) => comparison.say("changed", units[0], text);
if (block.kind === "panel" && block.type !== other.type) {
say(`${this.text(units, block)} was of the kind ${block.type} and is ${other.type}`);
}
if (block.kind !== "list") return;
if (this.nameOf(block) !== this.nameOf(other)) {
say(`${this.text(units, block)} is a ${this.nameOf(other)} now`);
} else if (block.start !== other.start) {
say(`${this.text(units, block)} starts at ${other.start}, not at ${block.start}`);
}
}
nesting(one, other) {
const { comparison } = this;
if (one.within.some((block) => block.kind === "item" && this.gone.has(block))) return;
const left = one.within.find((block) => this.map.has(block) && !other.within.includes(this.map.get(block)));
if (left && !other.within.some((block) => block.kind === left.kind && this.gone.has(block))) {
comparison.say("changed", one, `${comparison.withText(one)} is no longer in its ${this.nameOf(left)}`);
return;
}
const entered = other.within.find((block) => this.back.has(block) && !one.within.includes(this.back.get(block)));
if (!left && entered && !one.within.some((block) => block.kind === entered.kind && this.gone.has(block))) {
comparison.say("changed", one, `${comparison.withText(one)} is in a ${this.nameOf(entered)} now`);
}
}
}
globalThis.runbookgenPasteBlocks = { Blocks };
}
