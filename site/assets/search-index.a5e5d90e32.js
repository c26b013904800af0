"use strict";
{
const cache = new Map();
const arrivals = new Map();
let site;
globalThis.runbookSearch = (name, siteOfShard, ...values) => {
if (name === "index") site = siteOfShard;
if (name[0] !== "d" || siteOfShard === site) arrivals.get(name)?.(values);
};
const load = (name, decode) => {
if (!cache.has(name)) {
cache.set(name, new Promise((resolve) => {
arrivals.set(name, (values) => resolve(decode(...values)));
document.head.append(make("script", {
src: `${root.dataset.root}search/${name}.js`,
onload: () => resolve(),
onerror: () => resolve(cache.delete(name) && undefined),
}));
}));
}
return cache.get(name);
};
const split = (text) => (text ? text.split(" ") : []);
const numbers = (text) => {
const result = [];
let high = 0;
for (const character of text) {
const code = character.charCodeAt(0);
const digit = code - (code < 92 ? 35 : 36);
if (digit < 60) result.push(high * 60 + digit);
high = digit < 60 ? 0 : high * 31 + digit - 60;
}
return result;
};
const frontCoded = (text) => {
let last = "";
return split(text).map((entry) => (last = last.slice(0, numbers(entry[0])[0]) + entry.slice(1)));
};
const shardOf = (boundaries, term) => {
const number = boundaries.findIndex((start) => start > term);
return number < 0 ? boundaries.length : number;
};
const directory = () => load("index", (pageCount, words, places, stop, synonyms, hasAlerts) => ({
pageCount, hasAlerts, words: split(words), places: split(places), stop: new Set(split(stop)),
synonyms: synonyms.split("\n").map((group) => group.split("=").map(wordsOf)),
}));
const startingWith = async (prefix, mostShards) => {
const boundaries = (await directory()).words;
const first = shardOf(boundaries, prefix);
const count = Math.min(mostShards, shardOf(boundaries, `${prefix}\uffff`) - first + 1);
const shards = await Promise.all(Array.from({ length: count }, (_, index) => (
load(`w${first + index}`, (terms, counts) => {
const pages = numbers(counts);
return frontCoded(terms).map((term, at) => ({ term, pages: pages[at] }));
}))));
return shards.flatMap((shard) => shard ?? []).filter(({ term }) => term.startsWith(prefix));
};
const places = async (term) => {
const shard = await load(`p${shardOf((await directory()).places, term)}`, (terms, lists) => {
const all = lists.split("!");
return new Map(frontCoded(terms).map((name, index) => [name, all[index]]));
});
return numbers(shard?.get(term) ?? "");
};
const pagesPerShard = 2;
const record = async (page) => (
(await load(`d${Math.floor(page / pagesPerShard)}`, (pages) => pages))?.[page % pagesPerShard]);
const joiners = "-_./:@+~";
const single = "\u2e80-\u2fff\u3040-\u9fff";
const capital = "A-Z\u00c0-\u00de\u0391-\u03a9\u0400-\u042f";
const chunkPattern = new RegExp(`[${joiners}0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff\ue000-\ufdff\ufe10-\uffff]+`, "g");
const wordPattern = new RegExp(`[${single}]|[^${joiners}${single}]+`, "g");
const edges = new RegExp(`^[${joiners}]+|[${joiners}]+$`, "g");
const border = new RegExp(`(?<=[^0-9${capital}])(?=[${capital}])|(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])`
+ `|(?<=[${capital}])(?=[${capital}][^0-9${capital}]{2})`);
const isTerm = (text) => {
const size = new TextEncoder().encode(text).length;
return size > 1 && size <= 40;
};
const fold = (text) => text.replace(new RegExp(`[${capital}]`, "g"), (character) => {
const code = character.charCodeAt(0);
return String.fromCharCode(code + (code >= 0x400 && code < 0x410 ? 80 : 32));
});
const cut = (text) => [...fold(text).matchAll(chunkPattern)].flatMap(({ 0: chunk, index: from }) => (
[...chunk.matchAll(wordPattern)].map(({ 0: word, index }) => {
const start = from + index;
let at = start;
const parts = text.slice(start, start + word.length).split(border).map((part) => {
at += part.length;
return { term: fold(part), start: at - part.length };
});
return { term: word, start, parts: parts.length > 1 ? parts : [] };
})));
const tokenize = (text) => [...fold(text).matchAll(chunkPattern)].map(({ 0: chunk, index }) => {
const core = chunk.replace(edges, "");
const isFlag = core.length === 1 && core < "\x7f" && chunk[0] === "-" && chunk[1] === core;
const isCompound = [...joiners].some((joiner) => core.includes(joiner))
&& new TextEncoder().encode(core).length <= 64;
return {
words: cut(text.slice(index, index + chunk.length)).map(({ term, parts }) => (
{ term: isTerm(term) ? term : undefined, parts: parts.map((part) => part.term).filter(isTerm) }))
.filter(({ term, parts }) => term || parts.length),
compound: isFlag ? `-${core}` : isCompound ? core : undefined,
};
}).filter((chunk) => chunk.words.length || chunk.compound);
const wordsOf = (text) => tokenize(text).flatMap((chunk) => chunk.words.flatMap(({ term }) => term ?? []));
Object.assign(runbookSearch, { directory, startingWith, places, record, fold, cut, tokenize });
}
