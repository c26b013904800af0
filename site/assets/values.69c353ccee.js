"use strict";
const keyOf = (name) => `runbook:${location.pathname}:${name}`;
const load = (name) => {
try {
return JSON.parse(sessionStorage.getItem(keyOf(name))) ?? {};
} catch {
return {};
}
};
const save = (name, value) => {
try {
sessionStorage.setItem(keyOf(name), JSON.stringify(value));
} catch { /* Without storage a reload starts anew. */ }
};
const keepValues = () => {
if (!isRunning()) {
save("values", openValues());
save("linked", linkedNames());
return;
}
changeIncident(({ values }) => {
for (const field of fields.values()) {
if (field.isSecret) continue;
const kept = values[field.name];
if (!field.value) delete values[field.name];
else if (kept?.v !== field.value) values[field.name] = { v: field.value, t: Date.now() };
if (field.value) values[field.name].l = field.isFromLink || undefined;
}
});
};
const toast = make("p", { className: "toast", role: "status" });
$("main").append(toast);
let toastTimer;
const notify = (text, isProblem = false, actions = []) => {
clearTimeout(toastTimer);
const hide = () => toast.replaceChildren();
toast.textContent = text;
for (const [word, act] of actions) {
const button = make("button", { type: "button", className: "button" }, word);
button.addEventListener("click", () => {
hide();
act();
});
toast.append(" ", button);
}
toast.classList.toggle("problem", isProblem);
toastTimer = setTimeout(hide, actions.length > 0 ? 20_000 : isProblem ? 9000 : 3500);
};
const listed = (names) => {
const first = names.slice(0, -1).join(say("comma"));
return first ? say("and", { first, last: names.at(-1) }) : names.join();
};
const inSingle = (value) => value.replaceAll("'", `'\\''`);
const quotings = {
bare: (value) =>
/^[\w./:@%+,-][\w./:@%+,=-]*$/.test(value) ? value : `'${inSingle(value)}'`,
quoted: (value) => `'${inSingle(value)}'`,
single: inSingle,
double: (value) => value.replace(/[\\"$`]/g, "\\$&").replaceAll("!", `"'!'"`),
ansi: (value) => value.replace(/[\\']/g, "\\$&"),
heredoc: (value) => value.replace(/[\\$`]/g, "\\$&"),
text: (value) => value,
backtick: (value) => value.replace(/[\\$`]/g, "\\$&"),
"backtick-double": (value) => value.replace(/[\\"$`]/g, "\\$&"),
};
const isWord = (value) => /^[\w./:@%+,-][\w./:@%+,=-]*$/.test(value);
const limits = {
word: [isWord, say("fitsWord")],
code: [(value, field) => /^\d+$/.test(value) || field.isLimited && isWord(value), say("fitsCode")],
name: [(value) => /^[A-Za-z_]\w*$/.test(value), say("fitsName")],
digits: [(value) => /^\d+$/.test(value), say("fitsDigits")],
chosen: [(value, field) => field.isLimited && isWord(value), say("fitsChosen")],
nothing: [() => false, say("fitsNothing")],
};
const placed = (holder, field) => {
const { q = "text", only, no = "", why, ending } = holder.dataset;
const value = field.value;
if (ending !== undefined && (value.startsWith(ending) || ending.startsWith(value))) {
return { problem: say("endsHereDocument") };
}
if (!only) return { text: q.split(",").reduce((text, layer) => quotings[layer](text), value) };
const [passes, rule] = limits[only];
if (passes(value, field) && ![...no].some((mark) => value.includes(mark))) return { text: value };
return { problem: no ? say("limitWithout", { why, rule, no }) : say("limit", { why, rule }) };
};
const expression = (pattern) => {
for (const flags of ["u", ""]) {
try {
return new RegExp(pattern, flags);
} catch { /* Without `u` more escapes are allowed. */ }
}
return null;
};
const longest = 500;
const unseen = /[\p{C}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]/u;
const oddSpace = /(?! )\p{Zs}/u;
class Field {
constructor(row, index) {
this.row = row;
this.name = row.dataset.input;
this.isSecret = "secret" in row.dataset;
this.isFromLink = false;
this.holders = [];
this.checks = [row.dataset.pattern, row.dataset.typePattern].filter(Boolean).map(expression);
const choices = $$("[data-choice]", row).map((element) => element.textContent);
this.choices = choices;
this.isLimited = this.checks.length > 0 || choices.length > 0;
const id = `value-${index}`;
this.control = choices.length > 0 ? this.select(choices) : this.input();
this.control.id = id;
const hint = $("dd", row);
hint.id = `${id}-hint`;
this.problem = make("p", { className: "error", id: `${id}-problem` });
this.control.setAttribute("aria-describedby", `${this.problem.id} ${hint.id}`);
const label = make("label", { htmlFor: id });
const name = $(".name", row);
name.replaceWith(label);
label.append(name);
this.confirmButton = make("button", { type: "button", className: "button" }, say("isRight"));
this.fromLink = make("p", { className: "from-link", hidden: true }, `${say("fromLink")} `,
this.confirmButton);
hint.before(make("dd", {}, this.control, this.fromLink, this.problem));
this.confirmButton.addEventListener("click", () => {
this.touched();
retry();
});
this.control.addEventListener("input", () => this.changed());
if (this.checks.length > 0) this.control.addEventListener("paste", (event) => this.paste(event));
this.control.addEventListener("keydown", (event) => {
if (event.key === "Enter") retry();
});
}
input() {
return make("input", {
type: this.isSecret ? "password" : "text", autocomplete: "off", autocapitalize: "off",
spellcheck: false, placeholder: this.row.dataset.example ?? "",
title: this.row.dataset.pattern ?? "",
});
}
select(choices) {
const options = choices.map((choice) => make("option", { value: choice }, choice));
return make("select", {}, make("option", { value: "" }, say("choose")), ...options);
}
paste(event) {
const text = event.clipboardData?.getData("text/plain") ?? "";
if (!this.complaint(text.trim())) return;
const words = text.slice(0, 100_000).split(/[\s"'`,;()[\]{}<>|=]+/)
.flatMap((word) => [word, word.slice(word.lastIndexOf("/") + 1)])
.flatMap((word) => [word, word.replace(/[.:]+$/, "")]);
const found = [...new Set(words)].filter((word) => word && !this.complaint(word));
if (found.length === 0 || found.length > 6) return;
event.preventDefault();
const take = (value) => {
this.control.value = value;
this.changed();
this.control.focus();
};
if (found.length === 1) {
take(found[0]);
notify(say("runFound", { name: this.name }));
} else {
notify(say("runSeveral", { name: this.name }), false,
found.map((value) => [value, () => take(value)]));
}
}
get value() { return this.isSecret ? this.control.value : this.control.value.trim(); }
complaint(value) {
if (this.choices.includes(value)) return "";
if (value.length > longest) return say("tooLong", { n: longest });
if (unseen.test(value)) return say("unseenCharacter");
if (oddSpace.test(value)) return say("oddSpace");
if (/ {2}/.test(value)) return say("manySpaces");
if (value.startsWith("-") && !("dash" in this.row.dataset)) {
return say("beginsWithHyphen");
}
if (this.checks.every((check) => !check || check.test(value))) return "";
const { fits, example } = this.row.dataset;
if (!fits) return example ? say("wrongLike", { example }) : say("wrong");
return example ? say("wrongFitsLike", { fits, example }) : say("wrongFits", { fits });
}
get isReady() { return this.value !== "" && !this.complaint(this.value); }
show() {
const complaint = this.value && this.complaint(this.value);
const refusals = new Set();
this.row.classList.toggle("ready", this.isReady);
this.row.classList.toggle("linked", this.isFromLink);
this.fromLink.hidden = !this.isFromLink;
for (const holder of this.holders) {
const place = this.isReady ? placed(holder, this) : {};
if (place.problem) refusals.add(place.problem);
holder.classList.toggle("filled", place.text !== undefined);
holder.textContent =
place.text === undefined ? `<${this.name}>` : this.isSecret ? "••••••" : place.text;
}
const refused = [...refusals].map((problem) => say("notFilledEverywhere", { problem }));
this.problem.textContent = complaint || refused.join(" ");
this.control.ariaInvalid = complaint ? "true" : null;
}
touched() {
this.isFromLink = false;
this.show();
keepValues();
}
changed() {
this.touched();
announce();
}
reveal(control = this.control) {
unfold(control);
const sheet = this.row.closest("[popover]");
if (sheet?.showPopover && !sheet.matches(":popover-open")) sheet.showPopover();
control.focus();
}
take(text) {
const value = text.trim();
if (this.isSecret || !value || this.complaint(value)) return false;
this.control.value = value;
return this.value === value;
}
}
const listeners = [];
const announce = () => { for (const listener of listeners) listener(); };
const fields = new Map();
for (const [index, row] of $$("[data-input]").entries()) {
fields.set(row.dataset.input, new Field(row, index));
}
for (const holder of $$(".ph[data-in]")) {
const field = fields.get(holder.dataset.in);
if (!field) continue;
field.holders.push(holder);
holder.classList.add("open");
holder.addEventListener("click", () => {
if (getSelection().isCollapsed) field.reveal();
});
}
const showRefusals = () => {
for (const note of $$(".unfilled")) note.remove();
const seen = new Set();
for (const field of fields.values()) {
if (!field.isReady) continue;
for (const holder of field.holders) {
const block = holder.closest(".code, td, p, li");
const { problem } = placed(holder, field);
if (!problem || !block || seen.has(block)) continue;
seen.add(block);
block.append(make("span", { className: "unfilled" },
say("notFilledHere", { name: field.name, problem })));
}
}
};
listeners.push(showRefusals);
const openValues = () => Object.fromEntries(
[...fields.values()].filter((field) => !field.isSecret && field.value)
.map((field) => [field.name, field.value]));
const linkedNames = () =>
[...fields.values()].filter((field) => field.isFromLink).map((field) => field.name);
const takeAll = (entries, isFromLink) => {
const refused = [];
for (const [name, value] of entries) {
const field = fields.get(name);
if (!field) continue;
const before = field.value;
if (!field.take(String(value))) refused.push(name);
else if (isFromLink(name) && (before !== field.value)) field.isFromLink = true;
}
for (const field of fields.values()) field.show();
announce();
return refused;
};
const ofIncident = "~";
const readAddress = () => {
const mark = location.hash.indexOf("?");
if (mark < 0) return;
const anchor = location.hash.slice(1, mark);
const entries = [...new URLSearchParams(location.hash.slice(mark + 1))];
const refused = takeAll(entries.filter(([name]) => !name.startsWith(ofIncident)), () => true);
keepValues();
try {
history.replaceState(null, "", `#${anchor}`);
} catch {
location.hash = anchor;
}
try {
document.getElementById(decodeURIComponent(anchor))?.scrollIntoView();
} catch { /* No anchor of ours. */ }
const told = new Map(entries.filter(([name]) => name.startsWith(ofIncident)));
if (told.size > 0 || linkedNames().length > 0) {
const begun = Number(told.get("~begun")) * 1000;
beginIncident(begun <= Date.now() && Date.now() - begun < dayLong ? begun : undefined);
hooks.told = told;
hooks.handOver?.();
}
if (refused.length > 0) {
notify(say("linkRefused", { names: listed(refused) }), true);
} else if (linkedNames().length > 0) {
notify(say("linkCame"));
}
};
const address = (more = {}, anchor = location.hash.slice(1)) =>
`${location.href.split("#")[0]}#${anchor}?${new URLSearchParams({ ...openValues(), ...more })}`;
let pending = null;
const retry = () => {
const action = pending;
pending = null;
action?.();
};
