"use strict";
{
const { bar, button, cards, choose, clock, copyText, current, fillEnvironment, frame, goBack, goTo, handOver,
logList, logSheet, markdown, note, offer, openSheet, placeSheets, procedure, progress, rollback, showAges,
showClock, showEnvironments, showLog, showSteps, showValues, stepsSheet } = run;
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
const showRun = run.show = () => {
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
