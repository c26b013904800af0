// The incident: what a reader does from the first tick or copy until it is over. This browser keeps
// it, for all pages and tabs of this wiki; nothing leaves it. Secrets are never in it.
"use strict";

const incidentKey = `runbook:${new URL(root.dataset.root || ".", location).pathname}`;
const dayLong = 864e5;
/** How long an entry of the log may be. */
const entryLimit = 2000;

const isTable = (value) => value instanceof Object && !Array.isArray(value);

/** What is sound of a table, entry by entry. */
const soundly = (table, isSound) =>
  Object.fromEntries(Object.entries(isTable(table) ? table : {}).filter(([, value]) => isSound(value)));

/** `{begun, touched, ended, env, values: {name: {v, t, l, e}}, done: {page: {card: t}},
 * calls: {page: n}, log: [{t, k, p, x}]}`, or null. Times are milliseconds. Other pages of this host
 * may have written it: what does not fit is left out. */
const readIncident = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(incidentKey));
    if (![kept.begun, kept.touched].every(Number.isFinite)) return null;
    const { env, values, done, calls, log: lines } = kept;
    return {
      begun: Math.min(kept.begun, Date.now()), touched: Math.min(kept.touched, Date.now()),
      ended: kept.ended === true, env: typeof env === "string" ? env : undefined,
      values: soundly(values, (one) => typeof one?.v === "string" && Number.isFinite(one.t)),
      done: soundly(done, isTable), calls: soundly(calls, Number.isInteger),
      log: Array.isArray(lines) ? lines.filter((line) => Number.isFinite(line?.t)) : [],
    };
  } catch {
    return null;
  }
};

let incident = readIncident();

const isRunning = () =>
  !incident?.ended && Date.now() - incident?.touched < dayLong;

/** What shows the incident, and has to know that it changed. */
const watchers = [];
const showIncident = () => {
  root.classList.toggle("running", isRunning());
  if (isRunning() && $(".run")) loadRun();
  for (const watcher of watchers) watcher();
};

const storeIncident = () => {
  try {
    localStorage.setItem(incidentKey, JSON.stringify(incident));
  } catch { /* It lasts as long as the page. */ }
};

/** Changes the incident as it is now: another tab may have gone on with it. */
const changeIncident = (edit) => {
  incident = readIncident() ?? incident;
  if (!incident) return;
  edit(incident);
  incident.touched = Date.now();
  // As many entries of the log are kept.
  incident.log = incident.log.slice(-500);
  storeIncident();
  showIncident();
};

const entryOf = (k, x) => ({
  t: Date.now(), k, p: $(".run")?.dataset.page, x: x?.slice(0, entryLimit),
});

/** Writes a line of the log. */
const log = (kind, text) => {
  if (isRunning()) changeIncident((now) => now.log.push(entryOf(kind, text)));
};

/** Begins an incident where none is running and the page is one to follow, or the reader ticks a step.
 * - begun: when it began; now, where nobody knows better. */
const beginIncident = (begun = Date.now(), isTick = false) => {
  if (isRunning() || !$(isTick ? ".run" : ".run[data-starts]")) return;
  incident = { begun, touched: Date.now(), values: {}, done: {}, calls: {}, log: [entryOf("started", document.title)] };
  storeIncident();
  keepValues();
  // Else they would come back when it is over.
  save("values", {});
  showIncident();
};

const endIncident = () => changeIncident((now) => { now.ended = true; });

/** Shows what another tab made of the incident. */
const showOther = (otherwise) => {
  incident = readIncident() ?? otherwise;
  showIncident();
};
addEventListener("storage", ({ key }) => {
  if ([incidentKey, null].includes(key)) showOther(null);
});
// Nobody tells a page what happens while it is kept for going back.
addEventListener("pageshow", () => showOther(incident));

// What shows an incident loads when one begins; in a file of its own it is there

const runFiles = document.currentScript?.dataset.run?.split(" ") ?? [];
let loading;
const loadRun = () => (loading ??= (async () => {
  // Nothing is shown before its style is there; the scripts need not wait for each other to be sent.
  for (const url of runFiles.splice(0, 1)) await loadFile(url);
  await Promise.all(runFiles.map(loadFile));
})());

/** What run.js can do once it is there. */
const hooks = {};

const chooseEnvironment = async (name) => {
  beginIncident();
  if (isRunning()) await loadRun();
  hooks.chooseEnvironment?.(name);
};

const stepTitle = (head) => {
  const words = head.cloneNode(true);
  for (const part of $$(".no, .own-no, .anchor, .code, ul, ol, aside, .card-tools", words)) part.remove();
  return words.textContent.trim().replace(/\s+/g, " ").slice(0, 80);
};

for (const card of $$(".card")) {
  const box = $(".tick input", card);
  box.autocomplete = "off";
  box.ariaLabel = say("doneStep", { name: stepTitle($("h1, h2, h3, h4, h5, h6", card)) });
  box.addEventListener("change", async () => {
    const { checked } = box;
    beginIncident(undefined, true);
    await loadRun();
    hooks.tick?.(box, checked);
  });
}

addEventListener("keydown", async (event) => {
  const isTyping = event.target.closest?.("input:not([type=checkbox]), select, textarea, dialog, [contenteditable]");
  const isOther = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (isTyping || isOther || !"jkcxvr?".includes(event.key) || !$(".card")) return;
  event.preventDefault();
  await loadRun();
  hooks.key?.(event.key);
});
