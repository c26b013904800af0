"use strict";
{
function align(rows, columns, score) {
let start = 0;
while (start < rows && start < columns && score(start, start) >= 1) start++;
let end = 0;
while (end < rows - start && end < columns - start && score(rows - 1 - end, columns - 1 - end) >= 1) end++;
const pairs = Array.from({ length: start }, (_, index) => [index, index]);
const [height, width] = [rows - start - end, columns - start - end];
if (isTooMuch(height, width)) {
pairs.push(...firstFits(start, rows - end, columns - end, score));
return [...pairs, ...lastOnes(rows, columns, end)];
}
const best = new Float32Array((height + 1) * (width + 1));
const scores = new Float32Array(height * width);
for (let row = height - 1; row >= 0; row--) {
for (let column = width - 1; column >= 0; column--) {
const at = row * (width + 1) + column;
const own = scores[row * width + column] = score(start + row, start + column);
best[at] = Math.max(best[at + 1], best[at + width + 1], own && own + best[at + width + 2]);
}
}
for (let row = 0, column = 0; row < height && column < width;) {
const at = row * (width + 1) + column;
const own = scores[row * width + column];
if (own && best[at] === Math.fround(own + best[at + width + 2])) pairs.push([start + row++, start + column++]);
else if (best[at] === best[at + width + 1]) row++;
else column++;
}
return [...pairs, ...lastOnes(rows, columns, end)];
}
const lastOnes = (rows, columns, count) =>
Array.from({ length: count }, (_, index) => [rows - count + index, columns - count + index]);
const isTooMuch = (rows, columns) => rows * columns > 2e7;
function firstFits(start, rows, columns, score) {
const pairs = [];
for (let row = start, column = start; row < rows; row++) {
const last = Math.min(columns, column + 500);
let found = column;
while (found < last && score(row, found) < 1) found++;
if (found === last) continue;
pairs.push([row, found]);
column = found + 1;
}
return pairs;
}
function alignAlike(some, others, keyOf, alike) {
const [keys, otherKeys] = [some.map(keyOf), others.map(keyOf)];
const pairs = [];
let [row, column] = [0, 0];
const same = align(some.length, others.length, (a, b) => keys[a] === otherKeys[b] ? 1 : 0);
for (const [a, b] of [...same, [some.length, others.length]]) {
const [from, to, height, width] = [row, column, a - row, b - column];
if (height * width <= LIKELY) {
const near = align(height, width, (i, j) => alike(some[from + i], others[to + j]));
pairs.push(...near.map(([i, j]) => [from + i, to + j]));
}
if (a < some.length) pairs.push([a, b]);
[row, column] = [a + 1, b + 1];
}
return pairs;
}
const LIKELY = 40000;
const tokens = (text) => text.match(/\s+|[\p{L}\p{N}_]+|./gsu) ?? [];
function similarity(one, other) {
const counts = new Map();
const words = tokens(one).filter((word) => word.trim());
const others = tokens(other).filter((word) => word.trim());
for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
let common = 0;
for (const word of others) {
const left = counts.get(word) ?? 0;
if (left) common++;
counts.set(word, left - 1);
}
return words.length + others.length ? 2 * common / (words.length + others.length) : 1;
}
const LONGEST = 70;
function quote(text) {
const line = text.replace(/\s*\n\s*/g, " ");
return `“${line.length > LONGEST ? line.slice(0, LONGEST).trimEnd() + "…" : line}”`;
}
function change(one, other) {
let start = 0;
while (start < one.length && one[start] === other[start]) start++;
let end = 0;
const most = Math.min(one.length, other.length) - start;
while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
const around = 24;
const first = start > around ? one.indexOf(" ", start - around) : -1;
const from = start <= around ? 0 : first < 0 || first >= start ? start - around : first + 1;
const cut = (text) => {
const until = Math.min(text.length, text.length - end + around);
const shown = text.slice(from, Math.min(until, from + 2 * LONGEST));
return `“${from ? "…" : ""}${shown.replace(/\n/g, " ")}${from + shown.length < text.length ? "…" : ""}”`;
};
return `${cut(one)} → ${cut(other)}`;
}
function codeChange(one, other) {
const [lines, others] = [one.split("\n"), other.split("\n")];
let at = 0;
while (at < lines.length && lines[at] === others[at]) at++;
const more = others.length - lines.length;
if (more < 0 && lines[at - more] === others[at]) return `line ${at + 1} ${quote(lines[at])} is gone`;
if (more > 0 && others[at + more] === lines[at]) return `line ${at + 1} ${quote(others[at])} is new`;
return `line ${at + 1}: ${change(lines[at] ?? "", others[at] ?? "")}`;
}
function common(one, other) {
if (one === other) return [[0, 0, one.length]];
const [words, others] = [tokens(one), tokens(other)];
const places = (list) => {
let place = 0;
return list.map((word) => (place += word.length) - word.length);
};
const [from, to] = [places(words), places(others)];
return align(words.length, others.length, (a, b) => words[a] === others[b] ? 1 : 0)
.map(([a, b]) => [from[a], to[b], words[a].length]);
}
function decoded(address) {
try {
return decodeURIComponent(address);
} catch {
return address;
}
}
const pageOf = (address) => address.match(/(?:\/pages\/|[?&]pageId=)(\d+)/)?.[1];
const titleOf = (address) =>
address.match(/(?:\/display\/[^/]+\/|\/pages\/\d+\/|[?&]title=)([^/?#&]+)/)?.[1].replaceAll("+", " ");
const fragment = (address) => address.match(/#.*/s)?.[0] ?? "";
function sameLink(one, other) {
if (one === other) return true;
if (one === null || other === null) return false;
const bare = (address) => decoded(address.trim()).replace(/^([a-z]+:\/\/[^/?#]*)\/?$/i, "$1");
const [a, b] = [bare(one), bare(other)];
if (a.startsWith("#")) return b.includes("#") && b.slice(b.indexOf("#") + 1).endsWith(a.slice(1));
const [page, now] = [pageOf(a), pageOf(b)];
if (page && now) return page === now && fragment(a) === fragment(b);
const title = titleOf(a);
if (title && title === titleOf(b)) return fragment(a) === fragment(b);
return spelt(a) === spelt(b) || (b.startsWith("/") && a.endsWith(b));
}
function spelt(address) {
try {
return decoded(new URL(address).href);
} catch {
return address;
}
}
function isOwnLink(text, address) {
const bare = (value) => decoded(value).replace(/^(https?:\/\/|mailto:)/i, "").replace(/\/$/, "");
return address !== null && bare(address).toLowerCase() === bare(text).toLowerCase();
}
function looks(one, other) {
const runs = [];
let last = "";
for (const [from, to, length] of common(one.text, other.text)) {
for (let index = 0; index < length; index++) {
const character = one.text[from + index];
if (/\s/.test(character)) continue;
const [was, is] = [one.styles[from + index], other.styles[to + index]];
const key = was === is ? "" : difference(was, is);
if (key && key === last && runs.at(-1).end >= from + index - 1) runs.at(-1).end = from + index + 1;
else if (key) runs.push({ start: from + index, end: from + index + 1, was, is });
last = key;
if (key) runs.at(-1).end = withSpace(one.text, from + index + 1);
}
}
return runs.map((run) => ({ ...run, text: one.text.slice(run.start, run.end).trim() }));
}
const withSpace = (text, end) => (/\s/.test(text[end] ?? "") ? end + 1 : end);
function difference(was, is) {
const only = (some, rest) => some.marks.filter((mark) => !rest.marks.includes(mark)
&& !(mark.startsWith("status ") && rest.marks.includes("status ")) && mark !== "status ");
const lost = only(was, is).join();
const added = only(is, was).join();
const link = sameLink(was.href, is.href) ? "" : `${was.href} ${is.href}`;
return lost || added || link ? `${lost}|${added}|${link}` : "";
}
function wordsOf(unit) {
if (unit.kind !== "table") return unit.text || unit.file || "";
return unit.rows.flat().map((cell) => cell.units.map(wordsOf).join(" ")).join(" ");
}
function keyOf(unit, isLoose) {
if (unit.kind === "table") {
return "table" + JSON.stringify(unit.rows.map((row) => row.map((cell) => cellKey(cell, isLoose))));
}
if (unit.kind === "macro") return `macro ${unit.name}`;
return `${unit.kind} ${isLoose && unit.kind === "code" ? unit.text.replace(/\s+/g, " ").trim() : unit.text}`;
}
const cellKey = (cell, isLoose) => cell.units.map((unit) => keyOf(unit, isLoose)).join("\n");
function looseCode(text, hasTabs) {
const lines = text.replace(/[^\S\n]+$/gm, "").replace(/^\n+|\n+$/g, "");
return lines.replace(hasTabs ? /[^\S\n]+/g : /[^\S\n]/g, " ");
}
function samePicture(one, other) {
if (one.file && one.file === other.file) return true;
if (one.text && one.text === other.text) return true;
return (!one.file && !one.text) || (!other.file && !other.text);
}
globalThis.runbookgenPasteWords = {
LIKELY, align, alignAlike, change, codeChange, isOwnLink, keyOf, looks, looseCode, quote, sameLink, samePicture,
similarity, wordsOf,
};
}
