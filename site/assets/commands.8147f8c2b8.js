"use strict";
const toClipboard = async (text) => {
try {
await navigator.clipboard.writeText(text);
return true;
} catch { /* Not a secure context, or not allowed. */ }
const area = make("textarea", { value: text, className: "vh" });
const before = document.activeElement;
$("main").append(area);
area.select();
const isDone = document.execCommand("copy");
area.remove();
before?.focus();
return isDone;
};
const textOf = (node, found, isMasked) => {
if (node.nodeType === Node.TEXT_NODE) return node.data;
if (node.matches(".pr, .out, .copy-one, .unfilled")) return "";
if (node.matches(".cmd .c")) return "\0";
if (node.matches(".ph")) {
const field = fields.get(node.dataset.in);
if (!field) {
found.foreign.add(node.dataset.in);
} else if (!field.isReady) {
found.open.add(field);
} else {
const { text, problem } = placed(node, field);
if (problem) found.refused.set(field, problem);
if (field.isFromLink) found.linked.add(field);
if (text !== undefined) return isMasked && field.isSecret ? "••••••" : text;
}
return node.textContent;
}
return [...node.childNodes].map((child) => textOf(child, found, isMasked)).join("");
};
const commandOf = (nodes, isMasked = false) => {
const found = { open: new Set(), refused: new Map(), linked: new Set(), foreign: new Set() };
const text = nodes.map((node) => textOf(node, found, isMasked)).join("\n")
.replace(/^[ \t]*\0\n/gm, "").replace(/[ \t]*\0/g, "").replace(/\s+$/, "");
return { text, ...found };
};
const copy = async (nodes, button, guard) => {
const { text, open, refused, linked, foreign } = commandOf(nodes);
const again = () => { copy(nodes, button, guard); button.focus(); };
const hold = (message, field, control) => {
notify(say("notCopied", { message }), true);
field.reveal(control);
};
if (open.size > 0) {
const [first] = open;
const names = listed([...open].map((field) => field.name));
hold(say("valuesMissing", { n: open.size, names }), first);
pending = again;
return;
}
if (refused.size > 0) {
const [[field, problem]] = refused;
hold(say("cannotFill", { name: field.name, problem }), field);
return;
}
if (linked.size > 0) {
const [first] = linked;
const names = listed([...linked].map((field) => field.name));
hold(say("cameWithLink", { n: linked.size, names }), first, first.confirmButton);
pending = again;
return;
}
if (guard && !guard.isConfirmed) {
notify(guard.request, true);
guard.next.focus();
return;
}
if (!await toClipboard(text)) {
notify(say("copyRefusedByHand"), true);
return;
}
guard?.withdraw();
beginIncident();
log("command", commandOf(nodes, true).text);
button.classList.add("copied");
setTimeout(() => button.classList.remove("copied"), 1500);
const place = $(".lane", button.closest(".code, tr") ?? button)?.textContent;
notify([foreign.size > 0 ? say("copiedReplace", { names: listed([...foreign]) }) : say("copied"),
place && say("pasteInto", { place })].filter(Boolean).join(" "));
};
const addButton = (place, nodes, guard, label, className) => {
const button = make("button", { type: "button", className });
if (className === "copy-one") button.ariaLabel = label; else button.textContent = label;
button.addEventListener("click", () => copy(nodes, button, guard));
place(button);
};
class Guard {
constructor(holder, nodes, place) {
this.act = holder.dataset.act ?? "";
this.nodes = nodes;
this.environments = holder.dataset.guard.split("\n").filter(Boolean);
this.chosen = [...fields.values()].find((field) => field.choices.length > 0
&& field.choices.every((choice) => this.environments.includes(choice)));
this.box = make("input", { type: "checkbox", autocomplete: "off" });
this.words = make("span");
place(make("label", { className: "confirm" }, this.box, " ", this.words));
if (this.environments.length > 1 && !this.chosen) this.addChoice(place);
this.update();
listeners.push(() => this.update());
addEventListener("pageshow", () => this.withdraw());
}
addChoice(place) {
const options = this.environments.map((name) => make("option", { value: name }, name));
this.select = make("select", { autocomplete: "off", ariaLabel: say("environment") },
make("option", { value: "" }, say("whichEnvironment")), ...options);
this.select.addEventListener("change", () => {
chooseEnvironment(this.select.value);
this.update();
});
place(this.select);
}
get environment() {
if (isRunning() && this.environments.includes(incident.env)) return incident.env;
return this.select?.value ?? this.chosen?.value
?? (this.environments.length === 1 ? this.environments[0] : "");
}
get isConfirmed() { return this.box.checked && this.environment !== null && !this.lacksPlace; }
get lacksPlace() { return this.select !== undefined && this.environment === ""; }
get next() { return this.lacksPlace ? this.select : this.box; }
get request() {
return this.lacksPlace ? say("firstChoose")
: say("firstTick", { label: this.words.textContent });
}
update() {
const act = this.act.replace(/<([^<>]+)>/g, (whole, name) => {
const field = fields.get(name);
return !field?.isReady ? whole : field.isSecret ? "••••••" : field.value;
});
const { environment } = this;
if (this.select) this.select.hidden = isRunning() && environment === incident.env;
const label = !act ? environment ? say("understoodIn", { environment }) : say("understood")
: environment ? say("understoodActIn", { act, environment }) : say("understoodAct", { act });
const signature = `${label}\n${commandOf(this.nodes).text}`;
if (signature !== this.signature) this.withdraw();
this.signature = signature;
this.words.textContent = label;
}
withdraw() { this.box.checked = false; }
}
const guards = new Map();
for (const figure of $$(".code:not(.output)")) {
const code = $("pre > code", figure);
if (!code) continue;
const commands = $$(".cmd", code);
if (commands.length === 0 && $(".out, .pr", code)) continue;
const caption = $("figcaption", figure) ?? figure;
const nodes = commands.length > 0 ? commands : [code];
const guard = "guard" in figure.dataset
? new Guard(figure, nodes, (part) => $(".guard", figure).append(part)) : null;
if (guard) guards.set(figure, guard);
const isList = commands.length > 1;
addButton((button) => caption.append(button), nodes, guard, isList ? say("copyAll") : say("copy"),
"copy button");
if (!isList) continue;
for (const [index, command] of commands.entries()) {
addButton((button) => command.prepend(button), [command], guard,
say("copyCommand", { n: index + 1, all: commands.length }), "copy-one");
}
}
for (const cell of $$("td[data-cmd]")) {
const row = cell.parentElement;
const codes = $$("code", cell);
const guard = "guard" in row.dataset
? new Guard(row, codes, (part) => cell.append(part)) : null;
for (const code of codes) {
addButton((button) => code.after(button), [code], guard,
say("copyNamed", { name: row.cells[0].textContent }), "copy-one");
}
}
const form = $(".inputs");
if (form) {
const share = make("button", { type: "button", className: "button share" }, say("copyLink"));
share.addEventListener("click", async () => {
const isCopied = await toClipboard(address());
notify(isCopied ? say("linkCopied") : say("copyRefused"),
!isCopied);
});
const clear = make("button", { type: "button", className: "button" }, say("clear"));
clear.addEventListener("click", () => {
const before = [...fields.values()].map((field) => [field, field.control.value, field.isFromLink]);
const put = (values) => {
for (const [field, value, isFromLink] of values) {
field.control.value = value;
field.isFromLink = isFromLink;
field.show();
}
keepValues();
announce();
};
put(before.map(([field]) => [field, "", false]));
notify(say("runCleared"), false, [[say("runUndo"), () => put(before)]]);
});
form.append(make("p", { className: "actions" }, share, " ", clear));
}
{
const isLinked = Object.values(load("linked"));
const kept = isRunning() ? Object.entries(incident.values).map(([name, { v, l }]) => [name, v, l])
: Object.entries(load("values")).map(([name, value]) => [name, value, isLinked.includes(name)]);
const linked = new Set(kept.filter(([, , isOfLink]) => isOfLink).map(([name]) => name));
takeAll(kept, (name) => linked.has(name));
readAddress();
addEventListener("hashchange", readAddress);
showIncident();
if (incident && !incident.ended && !isRunning() && $(".run")) loadRun();
}
