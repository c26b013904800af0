"use strict";
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
const make = (name, properties = {}, ...children) => {
const element = document.createElement(name);
for (const key in properties) {
if (key in element) element[key] = properties[key]; else element.setAttribute(key, properties[key]);
}
element.append(...children);
return element;
};
const loadFile = (url) => new Promise((resolve) => {
const element = url.endsWith(".css")
? make("link", { rel: "stylesheet", href: url }) : make("script", { src: url, async: false });
element.onload = element.onerror = resolve;
document.head.append(element);
});
const localized = (Kind, tag, options) => {
try {
return new Kind(tag, options);
} catch {
return new Kind("en", options);
}
};
const plural = localized(Intl.PluralRules, wordLanguage);
const say = (key, values = {}) => {
const phrase = words[key] ?? key;
const text = phrase.other ? phrase[plural.select(values.n)] ?? phrase.other : phrase;
return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
};
const daysFrom = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 864e5);
const uncoverOverdue = () => {
const date = today();
for (const element of $$("[data-due]")) element.hidden = element.dataset.due >= date;
};
const daily = (show) => {
show();
document.addEventListener("visibilitychange", show);
addEventListener("pageshow", show);
};
daily(uncoverOverdue);
const root = document.documentElement;
root.style.setProperty("--runs-in", JSON.stringify(say("runsIn")));
const ago = localized(Intl.RelativeTimeFormat, wordLanguage, { numeric: "auto" });
for (const time of $$(".trust time")) {
const days = daysFrom(time.dateTime, today());
const [count, unit] = days < 14 ? [days, "day"] : days < 60 ? [days / 7, "week"]
: days < 730 ? [days / 30.4, "month"] : [days / 365.25, "year"];
const day = make("span", { className: "day" }, time.textContent);
time.replaceChildren(make("span", { className: "ago" }, ago.format(-Math.round(count), unit)), day);
time.title = time.dateTime;
}
const themes = {
system: ["◐", say("themeSystem")], light: ["☀\uFE0E", say("themeLight")], dark: ["☾", say("themeDark")],
};
const button = $(".theme-button") ?? make("button", { type: "button", className: "button theme-button" });
const tints = $$("meta[name=theme-color]").map((meta) => [meta, meta.content]);
const showTheme = () => {
const theme = root.dataset.theme ?? "system";
[button.textContent, button.title] = themes[theme];
button.ariaLabel = button.title;
for (const [meta, own] of tints) {
meta.content = theme === "system" ? own : getComputedStyle(root).backgroundColor;
}
return theme;
};
button.addEventListener("click", () => {
const names = Object.keys(themes);
const theme = names[(names.indexOf(showTheme()) + 1) % names.length];
if (theme === "system") delete root.dataset.theme; else root.dataset.theme = theme;
try {
localStorage.setItem("theme", theme);
} catch { /* It lasts as long as the page. */ }
showTheme();
});
showTheme();
if (!button.isConnected) $(".bar").append(button);
const wikiRoot = new URL(root.dataset.root || ".", location.href).href;
const recentKey = `recent ${wikiRoot}`;
const recentPages = () => {
try {
const pages = JSON.parse(localStorage.getItem(recentKey));
return Array.isArray(pages) ? pages.filter((page) => page?.path && page.title) : [];
} catch {
return [];
}
};
if ($("article")?.dataset.kind && location.href.startsWith(wikiRoot)) {
const here = { path: location.href.split(/[?#]/)[0].slice(wikiRoot.length), title: $("h1").textContent };
try {
const others = recentPages().filter((page) => page.path !== here.path);
localStorage.setItem(recentKey, JSON.stringify([here, ...others].slice(0, 8)));
} catch { /* Nothing is kept. */ }
}
if (matchMedia("(min-width: 78rem)").matches) {
for (const fold of $$(".tuck")) {
fold.open = true;
$("summary", fold).tabIndex = -1;
}
}
const links = new Map($$(".contents a").map((link) => {
try {
return [decodeURIComponent(link.hash.slice(1)), link];
} catch {
return ["", link];
}
}));
const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
if (headings.length > 0) {
let current = null;
const spy = () => {
const line = innerHeight / 3;
const above = headings.filter((heading) => heading.getBoundingClientRect().top < line);
const link = links.get((above.at(-1) ?? headings[0]).id);
if (link === current) return;
current?.removeAttribute("aria-current");
link.setAttribute("aria-current", "true");
current = link;
const list = link.closest(".contents");
const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
if (list.scrollHeight > list.clientHeight
&& (inner.top < outer.top || inner.bottom > outer.bottom)) {
list.scrollTop += inner.top - outer.top - list.clientHeight / 2;
}
};
let isWaiting = false;
addEventListener("scroll", () => {
if (isWaiting) return;
isWaiting = true;
requestAnimationFrame(() => {
isWaiting = false;
spy();
});
}, { passive: true });
spy();
}
const unfold = (place) => {
let isMoved = false;
for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) {
isMoved ||= !fold.open;
fold.open = true;
}
return isMoved;
};
const arrive = () => {
const former = $$(".here");
for (const element of former) element.classList.remove("here");
const [id, values] = location.hash.slice(1).split("?");
let place = null;
try {
place = id && document.getElementById(decodeURIComponent(id));
} catch { /* No anchor of ours. */ }
if (!place) return;
const isMoved = unfold(place) || values !== undefined
|| former.some((element) => element.matches(".unit"));
if (place.matches(".unit")) {
if (!place.matches(":target")) place.classList.add("here");
$$(".code[data-step]").find((figure) => `step-${figure.dataset.step}` === place.id)
?.classList.add("here");
}
if (isMoved) place.scrollIntoView();
};
arrive();
addEventListener("hashchange", arrive);
const tabStops = () => {
for (const box of $$(".table-wrap, pre")) {
const table = box.matches(".table-wrap") && box.firstElementChild;
const isWider = (table || box).scrollWidth > box.clientWidth;
if (table) box.classList.toggle("fits", !isWider);
box.tabIndex = isWider || box.scrollHeight > box.clientHeight ? 0 : -1;
}
};
tabStops();
const widths = new ResizeObserver(tabStops);
for (const box of $$(".table-wrap, pre")) for (const part of [box, ...box.children]) widths.observe(part);
const searchFiles = document.currentScript?.dataset.search;
if (searchFiles) {
let loading;
const loadSearch = () => (loading ??= Promise.all(
searchFiles.split(" ").map((path) => loadFile(root.dataset.root + path))));
const openSearch = async (query = "") => {
let typed = query;
const keep = (event) => {
if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
event.preventDefault();
event.stopImmediatePropagation();
typed += event.key;
};
addEventListener("keydown", keep, true);
await loadSearch();
removeEventListener("keydown", keep, true);
if (globalThis.runbookSearch?.open) runbookSearch.open(typed); else location.href = `${root.dataset.root}search.html`;
};
document.addEventListener("click", (event) => {
if (event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest?.(".search-open")) return;
event.preventDefault();
openSearch();
});
document.addEventListener("keydown", (event) => {
const isCommand = event.ctrlKey || event.metaKey;
const isSlash = event.key === "/" && !isCommand && !event.altKey
&& !event.target.closest?.("input, textarea, select, [contenteditable]");
if (!isSlash && !(isCommand && event.key === "k")) return;
event.preventDefault();
openSearch();
});
for (const type of ["input", "submit"]) {
document.addEventListener(type, (event) => {
const form = event.target.closest?.(".find");
if (!form) return;
event.preventDefault();
openSearch($("input", form).value);
});
}
if (document.getElementById("page-results")) loadSearch();
}
const copyBar = $(".copy-bar[data-script]");
if (copyBar && searchFiles) {
$("[data-needs-script]", copyBar).hidden = false;
let loading;
const reach = async ({ type, target }) => {
if (!target.matches("[data-copy]") || globalThis.runbookgenCopy) return;
await (loading ??= loadFile(copyBar.dataset.script));
loading = undefined;
if (globalThis.runbookgenCopy) target.dispatchEvent(new Event(type, { bubbles: true }));
};
for (const type of ["pointerover", "focusin", "click"]) copyBar.addEventListener(type, reach);
}
addEventListener("beforeprint", () => {
const set = (name, parts) => root.style.setProperty(name, JSON.stringify(parts.join(" · ")));
const values = $$("[data-input]:not([data-secret])")
.map((row) => [row.dataset.input, $("input, select", row)?.value.trim()])
.filter(([, value]) => value).map((pair) => pair.join(" = "));
const printed = localized(Intl.DateTimeFormat, wordLanguage, { dateStyle: "medium", timeStyle: "short" });
set("--sheet-title", [document.title]);
set("--sheet-values", values);
set("--sheet-source", [location.href.split("#")[0], $(".made code")?.textContent, printed.format()]
.filter(Boolean));
});
