"use strict";
{
const twoDigits = (number) => String(number).padStart(2, "0");
const clock = (time) => new Date(time).toLocaleTimeString(root.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const span = (time) => {
const seconds = Math.max(0, Math.floor(time / 1000));
const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits);
return seconds < 3600 ? `${+parts[0]}:${parts[1]}`
: `${Math.floor(seconds / 3600)}:${parts.join(":")}`;
};
const isProduction = (name) => /^(prod|production|prd|live)(?![a-z])/i.test(name ?? "");
const button = (word, act, properties = {}) => {
const made = make("button", { type: "button", className: "button", ...properties }, word);
made.addEventListener("click", act);
return made;
};
class Card {
constructor(element, head, index) {
Object.assign(this, { element, head, index });
this.title = stepTitle(head);
this.id = head.id || element.id;
this.part = element.dataset.part;
const label = $(":scope > .card-tools .tick", element) ?? this.label();
this.box = $("input", label);
this.time = make("time");
this.toggle = make("button", { type: "button", className: "fold" });
this.toggle.addEventListener("click", () => this.fold(!this.isFolded));
const tools = label.closest(".card-tools") ?? make("div", { className: "card-tools" }, make("div", {}, label));
label.before(this.time, this.toggle);
(head === element ? head.firstChild : head).before(tools);
for (let part = head; part !== element; part = part.parentElement) part.classList.add("keep");
element.classList.add("step-card");
for (const figure of $$(".expect", element)) this.ask(figure);
element.addEventListener("focusin", () => choose(this));
}
label() {
const box = make("input", {
type: "checkbox", autocomplete: "off", ariaLabel: say("doneStep", { name: this.title }),
});
box.addEventListener("change", () => this.tick(box.checked));
return make("label", { className: "tick" }, box, " ", say("runDone"));
}
get figures() { return $$(".code:not(.output)", this.element).filter((code) => $(".copy", code)); }
get isFolded() { return this.element.classList.contains("folded"); }
get doneAt() { return isRunning() ? incident.done[page]?.[this.id] : undefined; }
fold(isFolded) {
this.element.classList.toggle("folded", isFolded);
this.toggle.textContent = isFolded ? say("runOpen") : say("runFold");
this.toggle.ariaExpanded = String(!isFolded);
}
mergeWarning() {
if (this.isMerged) return;
this.isMerged = true;
const holder = this.head.parentElement;
const warning = $(":scope > .alert-caution, :scope > .alert-warning", holder);
const code = $(".code", holder);
if (!warning || !(holder === this.element || this.element.firstElementChild === holder)
|| code && code.compareDocumentPosition(warning) & Node.DOCUMENT_POSITION_FOLLOWING) return;
this.head.after(warning);
holder.classList.add("warned");
}
show() {
if (isRunning()) this.mergeWarning();
const time = this.doneAt;
if (!!time !== this.wasDone) this.fold(!!time);
this.wasDone = !!time;
this.box.checked = !!time;
this.element.classList.toggle("done", !!time);
this.toggle.hidden = !time;
this.time.textContent = time ? clock(time) : "";
}
tick(isDone) {
beginIncident(undefined, true);
for (const figure of this.figures) guards.get(figure)?.withdraw();
changeIncident((now) => {
now.done[page] ??= {};
if (isDone) now.done[page][this.id] = Date.now(); else delete now.done[page][this.id];
now.log.push(entryOf(isDone ? "ticked" : "unticked", this.title));
});
if (!isRunning()) this.box.checked = false;
if (isDone) choose(cards.slice(this.index + 1).find((card) => !card.doneAt && card.part === this.part));
}
ask(line) {
line.append(make("span", { className: "answers" },
button(say("runSeen"), () => {
beginIncident();
log("saw", $("samp", line)?.textContent);
const next = this.figures[this.figures.indexOf(line.closest(".code")) + 1];
if (!next) this.tick(true);
(next ?? current()?.element)?.scrollIntoView({ block: "nearest" });
}),
button(say("runOtherwise"), () => {
beginIncident();
log("otherwise", $("samp", line)?.textContent);
this.showOthers(line.closest(".code"));
})));
}
showOthers(figure) {
for (const former of $$(".otherwise")) former.classList.remove("otherwise");
let place = figure;
while (place !== this.element) {
for (let next = place.nextElementSibling; next; next = next.nextElementSibling) {
if (next.matches(".code") || $(".code[data-step]", next)) break;
if (!next.matches("ul, ol, details, aside, .table-wrap")) continue;
if (next.matches("details")) next.open = true;
next.classList.add("otherwise");
next.tabIndex = -1;
next.focus({ preventScroll: true });
next.scrollIntoView({ block: "center" });
return;
}
place = place.parentElement;
}
notify(say("runNoOthers"), true, rollback ? [[say("runRollback"), goBack]] : []);
}
}
const frame = $(".run");
const page = frame?.dataset.page;
const cards = [];
const addCard = (element, head) => cards.push(new Card(element, head, cards.length));
for (const element of $$(".card")) {
const head = $("h1, h2, h3, h4, h5, h6", element);
const items = element.dataset.part === "procedure" && $$(".card[data-part='procedure']").length === 1
? $$(":scope > ol > li, :scope > .unit > ol > li", element) : [];
if (items.length > 1) {
for (const [index, item] of items.entries()) {
item.dataset.part = "procedure";
item.id ||= `${head.id}.${index + 1}`;
addCard(item, $(":scope > p:first-child", item) ?? item);
}
} else {
addCard(element, head);
}
}
const procedure = cards.filter((card) => card.part === "procedure");
const rollback = cards.find((card) => card.part === "rollback");
let chosen = null;
const choose = (card) => {
chosen = card ?? null;
showRun();
};
const current = () => (chosen && !chosen.doneAt ? chosen : procedure.find((card) => !card.doneAt));
const goTo = (card) => {
if (!card) return;
if (card.isFolded) card.fold(false);
choose(card);
card.element.scrollIntoView({ block: "start" });
card.box.focus({ preventScroll: true });
};
const goBack = () => {
if (isRunning()) log("rollback");
goTo(rollback);
};
const environments = JSON.parse(frame?.dataset.environments ?? "{}");
const fillEnvironment = () => {
const known = environments[incident.env] ?? {};
for (const field of fields.values()) {
const kept = incident.values[field.name];
const value = known[field.name];
if (value !== undefined && (!kept || kept.e) && field.value !== value) {
if (!field.take(value)) continue;
field.show();
changeIncident((now) => {
now.values[field.name] = { v: value, t: Date.now(), e: incident.env };
});
} else if (value === undefined && kept?.e && kept.e !== incident.env) {
field.control.value = "";
field.touched();
}
}
announce();
};
const chooseEnvironment = hooks.chooseEnvironment = (name) => {
if (!name) return;
beginIncident();
if (!isRunning() || incident.env === name) return;
changeIncident((now) => {
now.env = name;
now.log.push(entryOf("environment", name));
});
fillEnvironment();
};
const bar = {
count: make("b"), title: make("span", { className: "run-title" }),
clock: make("time", { className: "run-clock" }), since: make("span", { className: "run-since" }),
environment: make("select", { ariaLabel: say("environment"), autocomplete: "off" }),
call: make("span"), name: make("span", { className: "call-name" }),
escalate: make("a", { className: "button escalate" }),
};
const nextCall = () => {
const ways = $$("[data-after]", frame);
const way = ways[isRunning() ? incident.calls[page] ?? 0 : 0];
return way && { way, at: incident.begun + way.dataset.after * 60_000 };
};
const showCall = () => {
const call = nextCall();
bar.escalate.hidden = !call;
if (!call) return;
const left = call.at - Date.now();
const name = call.way.textContent;
bar.call.textContent = left >= 0 ? say("runEscalateIn", { time: span(left) })
: say("runEscalateNow", { time: span(-left) });
bar.name.textContent = /#[\w-]+/.exec(name)?.[0] ?? name;
bar.escalate.title = name;
bar.escalate.classList.toggle("soon", left < 300_000 && left >= 0);
bar.escalate.classList.toggle("late", left < 0);
const link = $("a", call.way);
if (link) bar.escalate.href = link.href; else bar.escalate.removeAttribute("href");
bar.escalate.role = link ? null : "button";
bar.escalate.tabIndex = 0;
};
const escalate = () => {
const call = nextCall();
if (!call) return;
changeIncident((now) => {
now.calls[page] = (now.calls[page] ?? 0) + 1;
now.log.push(entryOf("escalated", call.way.textContent));
});
};
bar.escalate.append(bar.call, bar.name);
bar.escalate.addEventListener("click", escalate);
bar.escalate.addEventListener("keydown", (event) => {
if (event.key === "Enter" && !bar.escalate.href) escalate();
});
const showClock = () => {
if (!isRunning()) return;
bar.clock.textContent = span(Date.now() - incident.begun);
showCall();
};
const showEnvironments = () => {
const names = Object.keys(environments);
const { env } = incident;
bar.environment.hidden = names.length === 0 && !env;
const options = names.map((name) => make("option", { value: name }, name));
const isForeign = env && !names.includes(env);
bar.environment.replaceChildren(
make("option", { value: "", disabled: true },
isForeign ? say("runNotHere", { env }) : say("runEnvironmentOpen")), ...options);
bar.environment.value = isForeign ? "" : env ?? "";
bar.environment.classList.toggle("production", isProduction(env));
};
bar.environment.addEventListener("change", () => chooseEnvironment(bar.environment.value));
const progress = () => {
const card = current();
const all = card?.part === "rollback" ? cards.filter(({ part }) => part === "rollback") : procedure;
if (all.length === 0) return "";
const done = all.filter(({ doneAt }) => doneAt).length;
if (!card) return say("runAllDone", { n: all.length });
const n = all.includes(card) ? all.indexOf(card) + 1 : done;
return card.part === "rollback" ? say("runBackStep", { n, of: all.length })
: say("runStep", { n, of: all.length });
};
const stepList = make("ol");
const stepsSheet = make("nav", { className: "sheet run-steps", id: "run-steps", ariaLabel: say("runSteps") },
make("p", { className: "label" }, say("runSteps")), stepList);
const logList = make("ol", { tabIndex: 0 });
const note = make("input", { type: "text", ariaLabel: say("runNote"), placeholder: say("runNote"), maxLength: entryLimit, autocomplete: "off" });
const logSheet = make("section", { className: "sheet run-log", id: "run-log", ariaLabel: say("runLog") });
const valuesSheet = $(".inputs");
if (valuesSheet) {
valuesSheet.id ||= "run-values";
$(".label", valuesSheet).after(make("p", { className: "kept" }, say("runKept")));
}
const sheets = { steps: stepsSheet, values: valuesSheet, log: logSheet };
const openSheet = (name) => {
const sheet = sheets[name];
if (sheet?.popover && sheet.showPopover) {
if (!sheet.matches(":popover-open")) sheet.showPopover();
sheet.tabIndex = -1;
sheet.focus({ preventScroll: true });
return;
}
sheet?.scrollIntoView({ block: "nearest" });
$("input, button", sheet)?.focus();
};
const wide = matchMedia("(min-width: 75rem)");
const placeSheets = () => {
for (const sheet of Object.values(sheets)) {
if (!sheet) continue;
sheet.popover = isRunning() && !wide.matches ? "auto" : null;
if (isRunning() && sheet.matches("details")) sheet.open = true;
}
};
wide.addEventListener("change", placeSheets);
const showSteps = () => {
const items = cards.filter(({ part }) => part !== "other" || procedure.length === 0).map((card) => {
const link = make("a", { href: `#${card.id}` },
make("span", { className: "no" }, card.doneAt ? "✓" : card.part === "rollback" ? "↩"
: String(procedure.indexOf(card) + 1 || "·")), make("span", {}, card.title),
make("time", {}, card.doneAt ? clock(card.doneAt) : ""));
if (card === current()) link.ariaCurrent = "step";
link.addEventListener("click", (event) => {
event.preventDefault();
if (stepsSheet.matches("[popover]")) stepsSheet.hidePopover();
if (card.part === "rollback") log("rollback");
goTo(card);
});
return make("li", { className: card.doneAt ? "is-done" : card.part }, link);
});
stepList.replaceChildren(...items);
};
const logLine = (kind, text) => ({
started: say("runLogStarted", { text }), command: say("runLogCommand", { text }),
ticked: `✓ ${text}`, unticked: say("runLogUnticked", { text }), saw: say("runLogSaw", { text }),
otherwise: say("runLogOtherwise", { text }), rollback: say("runLogRollback"),
environment: say("runLogEnvironment", { text }), escalated: say("runLogEscalated", { text }),
handedOver: say("runLogHandedOver"), takenOver: say("runLogTakenOver", { n: text }),
})[kind] ?? text;
const showLog = () => {
logList.replaceChildren(...incident.log.map((entry) => make("li", {}, make("time", {}, clock(entry.t)), ` ${logLine(entry.k, entry.x ?? "")}`)));
logList.scrollTop = logList.scrollHeight;
};
const showAges = () => {
for (const field of fields.values()) {
const kept = isRunning() ? incident.values[field.name] : null;
field.age ??= $("dd", field.row).appendChild(make("p", { className: "age" }));
const minutes = kept ? Math.floor((Date.now() - kept.t) / 60_000) : 0;
field.age.textContent = !kept?.v ? "" : kept.e ? say("runAgeEnvironment", { env: kept.e })
: minutes < 1 ? say("runAgeNow") : minutes < 60 ? say("runAgeMinutes", { n: minutes })
: say("runAgeHours", { n: Math.floor(minutes / 60) });
}
};
let shownEnvironment;
const showValues = () => {
let isChanged = false;
for (const field of fields.values()) {
const kept = incident.values[field.name];
if (field.isSecret || field.control === document.activeElement) continue;
if (field.value === (kept?.v ?? "")) continue;
if (!kept) field.control.value = ""; else if (!field.take(String(kept.v))) continue;
field.isFromLink = kept?.l === true;
field.show();
isChanged = true;
}
if (isChanged || shownEnvironment !== incident.env) {
shownEnvironment = incident.env;
announce();
}
};
const fenced = (text) => {
const ticks = "`".repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
const pad = /^`|`$/.test(text) ? " " : "";
return `${ticks}${pad}${text}${pad}${ticks}`;
};
const plain = (text) => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#@|~]/g, "\\$&");
const markdown = () => {
const begun = new Date(incident.begun);
const zone = -begun.getTimezoneOffset();
const offset = `UTC${zone < 0 ? "−" : "+"}${twoDigits(Math.floor(Math.abs(zone) / 60))}:${twoDigits(Math.abs(zone) % 60)}`;
const head = `## ${say("runLogHead", { date: `${today(begun)} ${clock(begun)} ${offset}` })}`;
const where = incident.env ? [`${say("environment")}: ${plain(incident.env)}`, ""] : [];
let last = null;
const lines = incident.log.flatMap(({ k, x, t, p }) => {
const isCode = ["command", "saw", "otherwise"].includes(k);
const text = x === undefined || isCode ? "" : plain(String(x));
const from = p !== last ? ` (${plain(String(p))})` : "";
last = p;
const codes = isCode ? String(x ?? "").split("\n").map(fenced) : [];
const first = `- ${clock(t)} ${logLine(k, codes.length === 1 ? codes[0] : text).trim()}${from}`;
return codes.length > 1 ? [first, ...codes.map((code) => `  - ${code}`)] : [first];
});
return [head, "", ...where, ...lines, ""].join("\n");
};
const copyText = async (text, word) => {
const isCopied = await toClipboard(text);
for (const sheet of Object.values(sheets)) if (sheet?.matches("[popover]")) sheet.hidePopover();
notify(isCopied ? word : say("copyRefused"), !isCopied);
};
const handOver = () => {
const done = Object.keys(incident.done[page] ?? {}).join(" ");
const more = { "~begun": Math.floor(incident.begun / 1000) };
if (done) more["~done"] = done;
if (incident.env) more["~env"] = incident.env;
log("handedOver");
copyText(address(more, encodeURIComponent(current()?.id ?? "")), say("runHandedOver"));
};
hooks.handOver = () => {
const { told } = hooks;
const done = (told.get("~done") ?? "").split(" ").filter((id) => cards.some((card) => card.id === id));
const env = Object.keys(environments).includes(told.get("~env")) ? told.get("~env") : undefined;
if (!isRunning() || done.length === 0 && !env) return;
offer.replaceChildren(
say("runOffer", { n: done.length, env: env ?? "–", time: clock(incident.begun) }), " ",
button(say("runTakeOver"), () => {
changeIncident((now) => {
now.done[page] ??= {};
for (const id of done) now.done[page][id] ??= Date.now();
now.log.push(entryOf("takenOver", String(done.length)));
});
offer.replaceChildren();
if (env) chooseEnvironment(env);
goTo(current());
}), " ", button(say("runIgnore"), () => offer.replaceChildren()));
};
const offer = make("p", { className: "run-offer" });
const end = () => {
endIncident();
for (const field of fields.values()) {
field.control.value = "";
field.touched();
}
announce();
notify(say("runEnded"), false, [
[say("runUndo"), () => changeIncident((now) => { now.ended = false; })],
[say("runCopyLog"), () => copyText(markdown(), say("runLogCopied"))],
]);
};
const title = document.title;
const phone = {
steps: button(say("runSteps"), () => openSheet("steps")), values: button(say("runValues"), () => openSheet("values")),
rollback: button(say("runRollback"), goBack), log: button(say("runLog"), () => openSheet("log")),
};
for (const made of Object.values(phone)) made.append(make("small"));
const small = (key, text) => { $("small", phone[key]).textContent = text; };
const showRun = () => {
if (!frame) return;
for (const card of cards) card.show();
placeSheets();
if (!isRunning()) {
document.title = title;
showAges();
return;
}
const card = current();
for (const each of cards) each.element.classList.toggle("current", each === card);
const count = progress();
bar.count.textContent = count;
bar.title.textContent = card?.title ?? "";
bar.since.textContent = say("runSince", { time: clock(incident.begun) });
const done = procedure.filter(({ doneAt }) => doneAt).length;
document.title = procedure.length > 0 ? `${done}/${procedure.length} · ${title}` : title;
showEnvironments();
showClock();
showSteps();
showLog();
showValues();
showAges();
const ready = [...fields.values()].filter(({ isReady }) => isReady).length;
small("steps", count);
small("values", `${ready}/${fields.size}`);
small("log", String(incident.log.length));
};
if (frame) {
const back = button(say("runRollback"), goBack, { className: "button wide-only" });
back.hidden = phone.rollback.hidden = !rollback;
phone.values.hidden = fields.size === 0;
frame.role = "region";
frame.ariaLabel = say("runIncident");
frame.append(bar.count, bar.title, bar.clock, bar.since, bar.environment,
make("span", { className: "run-tools" }, back,
button(say("runHandOver"), handOver, { className: "button wide-only" }), bar.escalate), offer);
const form = make("form", {}, note, button(say("runAddNote"), () => form.requestSubmit()));
form.addEventListener("submit", (event) => {
event.preventDefault();
if (note.value.trim()) log("note", note.value.trim());
note.value = "";
});
logSheet.append(make("p", { className: "label" }, say("runLog")), logList, form,
make("p", { className: "actions" },
button(say("runCopyMarkdown"), () => copyText(markdown(), say("runLogCopied"))), " ",
button(say("runHandOver"), handOver, { className: "button sheet-only" }), " ", button(say("runEnd"), end)));
$(".rail").append(logSheet);
$(".frame").prepend(stepsSheet);
$(".frame").append(make("nav", { className: "run-phone", ariaLabel: say("runIncident") }, ...Object.values(phone)));
watchers.push(showRun);
listeners.push(() => showRun());
}
if (frame) {
if (isRunning() && incident.env) fillEnvironment();
if (hooks.told) hooks.handOver();
if (incident && !incident.ended && !isRunning()) {
notify(say("runExpired", { time: `${today(new Date(incident.begun))} ${clock(incident.begun)}` }), false, [
[say("runContinue"), () => {
incident.touched = Date.now();
storeIncident();
showIncident();
}],
[say("runCopyLog"), () => copyText(markdown(), say("runLogCopied"))],
[say("runRemove"), endIncident],
]);
}
showRun();
root.classList.add("run-ready");
setInterval(showClock, 1000);
setInterval(showAges, 60_000);
}
const unfold = () => {
let place = null;
try {
place = document.getElementById(decodeURIComponent(location.hash.slice(1).split("?")[0]));
} catch { /* No anchor of ours. */ }
const card = place && cards.find(({ element }) => element.contains(place) || place.contains(element));
if (!card) return;
if (card.isFolded) card.fold(false);
choose(card);
};
if (location.hash.length > 1) unfold();
addEventListener("hashchange", unfold);
const step = (by) => {
const place = cards.indexOf(current() ?? cards.at(-1)) + by;
goTo(cards[Math.min(Math.max(place, 0), cards.length - 1)]);
};
hooks.tick = (box, isDone) => cards.find((card) => card.box === box)?.tick(isDone);
const keys = {
j: () => step(1),
k: () => step(-1),
c: () => {
const card = current() ?? cards[0];
$(".copy", card.figures.find((figure) => figure.contains(document.activeElement)) ?? card.figures[0] ?? card.element)?.click();
},
x: () => {
const card = current();
card?.tick(!card.doneAt);
},
v: () => {
const all = [...fields.values()];
(all.find(({ isReady }) => !isReady) ?? all[0])?.reveal();
},
r: goBack,
"?": () => help.showModal(),
};
const help = make("dialog", { className: "run-help", ariaLabel: say("runKeys") });
hooks.key = (key) => keys[key]?.();
if (cards.length > 0) {
help.append(make("h2", {}, say("runKeys")),
make("dl", {}, ...[["j", say("runKeyNext")], ["k", say("runKeyPrevious")], ["c", say("runKeyCopy")],
["x", say("runKeyDone")], ["v", say("runKeyValues")], ["r", say("runKeyRollback")],
["/", say("runKeySearch")], ["?", say("runKeyHelp")]].map(([key, word]) =>
make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, word)))),
button(say("close"), () => help.close()));
document.body.append(help);
}
}
