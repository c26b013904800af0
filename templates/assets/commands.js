// Commands of a page: values filled in once, copy, the guard before destructive ones, progress.
// The page reads well without any of it.
"use strict";

// What the session keeps, for this page only

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

// Messages

const toast = make("p", { className: "toast", role: "status" });
$("main").append(toast);
let toastTimer;

const say = (text, isProblem = false) => {
  clearTimeout(toastTimer);
  toast.textContent = text;
  toast.classList.toggle("problem", isProblem);
  toastTimer = setTimeout(() => { toast.textContent = ""; }, isProblem ? 9000 : 3500);
};

// Values

/** A value as the shell has to read it where the placeholder stands, by `data-q`. */
const quotings = {
  bare: (value) =>
    /^[\w./:@%+,-][\w./:@%+,=-]*$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`,
  single: (value) => value.replaceAll("'", `'\\''`),
  // A shell at a prompt expands `!` in double quotes too, and keeps a backslash before it.
  double: (value) => value.replace(/[\\"$`]/g, "\\$&").replaceAll("!", `"'!'"`),
  ansi: (value) => value.replace(/[\\']/g, "\\$&"),
  heredoc: (value) => value.replace(/[\\$`]/g, "\\$&"),
};
const quoted = (holder, value) => quotings[holder.dataset.q]?.(value) ?? value;

/** Our patterns are a part of JavaScript's that both read alike; `u` makes a character one. */
const expression = (pattern) => {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags);
    } catch { /* Without `u` more escapes are allowed. */ }
  }
  return null;
};

class Field {
  constructor(row, index) {
    this.row = row;
    this.name = row.dataset.input;
    this.isSecret = "secret" in row.dataset;
    this.holders = [];
    this.checks = [
      [row.dataset.pattern, `It has to match ${row.dataset.pattern}`],
      [row.dataset.typePattern, `That is no ${row.dataset.type}`],
    ].filter(([pattern]) => pattern).map(([pattern, message]) => [expression(pattern), message]);
    const choices = $$("[data-choice]", row).map((element) => element.textContent);
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
    hint.before(make("dd", {}, this.control, this.problem));
    this.control.addEventListener("input", () => this.changed());
    this.control.addEventListener("keydown", (event) => {
      if (event.key === "Enter") retry();
    });
  }

  input() {
    return make("input", {
      type: this.isSecret ? "password" : "text", autocomplete: "off", autocapitalize: "off",
      spellcheck: false, placeholder: this.row.dataset.example ?? "",
    });
  }

  select(choices) {
    const options = choices.map((choice) => make("option", { value: choice }, choice));
    return make("select", {}, make("option", { value: "" }, "Choose…"), ...options);
  }

  get value() { return this.control.value; }

  /** What is wrong with a value, or "". */
  complaint(value) {
    const failed = this.checks.find(([pattern]) => pattern && !pattern.test(value));
    return failed?.[1] ?? "";
  }

  get isReady() { return this.value !== "" && !this.complaint(this.value); }

  show() {
    const complaint = this.value && this.complaint(this.value);
    this.problem.textContent = complaint;
    this.control.ariaInvalid = complaint ? "true" : null;
    this.row.classList.toggle("ready", this.isReady);
    for (const holder of this.holders) {
      holder.classList.toggle("filled", this.isReady);
      holder.textContent =
        !this.isReady ? `<${this.name}>` : this.isSecret ? "••••••" : quoted(holder, this.value);
    }
  }

  changed() {
    this.show();
    save("values", openValues());
  }

  /** Takes a value that somebody else wrote; false if it is refused. */
  take(value) {
    const isText = value.length <= 500 && !/\p{C}/u.test(value);
    if (this.isSecret || !value || !isText || this.complaint(value)) return false;
    this.control.value = value;
    return this.control.value === value;
  }
}

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
    if (getSelection().isCollapsed) field.control.focus();
  });
}

/** What may be stored and shared: everything but secrets. */
const openValues = () => Object.fromEntries(
  [...fields.values()].filter((field) => !field.isSecret && field.value)
    .map((field) => [field.name, field.value]));

const takeAll = (entries) => {
  const refused = [];
  for (const [name, value] of entries) {
    if (fields.has(name) && !fields.get(name).take(String(value))) refused.push(name);
  }
  for (const field of fields.values()) field.show();
  return refused;
};

// Links with values: `#anchor?name=value&…`

const readAddress = () => {
  const mark = location.hash.indexOf("?");
  if (mark < 0) return;
  const anchor = location.hash.slice(1, mark);
  const refused = takeAll(new URLSearchParams(location.hash.slice(mark + 1)));
  save("values", openValues());
  try {
    history.replaceState(null, "", `#${anchor}`);
  } catch {
    location.hash = anchor;
  }
  try {
    document.getElementById(decodeURIComponent(anchor))?.scrollIntoView();
  } catch { /* No anchor of ours. */ }
  if (refused.length > 0) {
    say(`The link's value for ${refused.join(", ")} does not fit and was left out.`, true);
  } else if (fields.size > 0) {
    say("Values came with the link. Check them before you copy.");
  }
};

const address = () =>
  `${location.href.split("#")[0]}#${location.hash.slice(1)}?${new URLSearchParams(openValues())}`;

// Copy

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

/** The text that a shell gets, with the names of the values that it still lacks. */
const textOf = (node, open, foreign) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.matches(".pr, .out, .copy-one")) return "";
  // A mark instead of a comment: the blanks before it, or its whole line, go with it.
  if (node.matches(".cmd .c")) return "\0";
  if (node.matches(".ph")) {
    const field = fields.get(node.dataset.in);
    if (field?.isReady) return quoted(node, field.value);
    (field ? open : foreign).add(node.dataset.in);
    return node.textContent;
  }
  return [...node.childNodes].map((child) => textOf(child, open, foreign)).join("");
};

let pending = null;

const retry = () => {
  const action = pending;
  pending = null;
  action?.();
};

const copy = async (nodes, button, guard) => {
  if (guard && !guard.checked) {
    say("First tick “I understand: destructive”.", true);
    guard.focus();
    return;
  }
  const open = new Set();
  const foreign = new Set();
  const text = nodes.map((node) => textOf(node, open, foreign)).join("\n")
    .replace(/^[ \t]*\0\n/gm, "").replace(/[ \t]*\0/g, "").replace(/\s+$/, "");
  if (open.size > 0) {
    const names = [...open];
    say(`Not copied: ${names.join(" and ")} ${names.length > 1 ? "are" : "is"} missing.`
      + " Type it and press Enter to copy.", true);
    pending = () => { copy(nodes, button, guard); button.focus(); };
    fields.get(names[0]).control.focus();
    return;
  }
  if (!await toClipboard(text)) {
    say("The browser did not let us copy. Select the command and copy it by hand.", true);
    return;
  }
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), 1500);
  say(foreign.size > 0 ? `Copied. Replace ${[...foreign].join(", ")} yourself.` : "Copied.");
};

const addButton = (place, nodes, guard, label, className) => {
  const button = make("button", { type: "button", className });
  if (className === "copy-one") button.ariaLabel = label; else button.textContent = label;
  button.addEventListener("click", () => copy(nodes, button, guard));
  place(button);
};

const addGuard = (place) => {
  const box = make("input", { type: "checkbox" });
  place(make("label", { className: "confirm" }, box, " I understand: destructive"));
  return box;
};

for (const figure of $$(".code:not(.output)")) {
  const code = $("pre > code", figure);
  if (!code) continue;
  const commands = $$(".cmd", code);
  if (commands.length === 0 && $(".out, .pr", code)) continue;
  let caption = $("figcaption", figure);
  if (!caption) {
    caption = make("figcaption");
    figure.prepend(caption);
  }
  const guard = "guard" in figure.dataset
    ? addGuard((label) => $(".guard", figure).append(label)) : null;
  const isList = commands.length > 1;
  addButton((button) => caption.append(button), commands.length > 0 ? commands : [code], guard,
    isList ? "Copy all" : "Copy", "copy button");
  if (!isList) continue;
  figure.classList.add("list");
  for (const [index, command] of commands.entries()) {
    addButton((button) => command.prepend(button), [command], guard,
      `Copy command ${index + 1} of ${commands.length}`, "copy-one");
  }
}

for (const cell of $$("td[data-cmd]")) {
  const guard = "guard" in cell.parentElement.dataset
    ? addGuard((label) => cell.append(label)) : null;
  for (const code of $$("code", cell)) {
    addButton((button) => code.after(button), [code], guard,
      `Copy: ${cell.parentElement.cells[0].textContent}`, "copy-one");
  }
}

// The form

const form = $(".inputs");
if (form) {
  const share = make("button", { type: "button", className: "button" }, "Copy link with values");
  share.addEventListener("click", async () => {
    const isCopied = await toClipboard(address());
    say(isCopied ? "Link copied. Secrets are not in it." : "The browser did not let us copy.",
      !isCopied);
  });
  const clear = make("button", { type: "button", className: "button" }, "Clear");
  clear.addEventListener("click", () => {
    for (const field of fields.values()) {
      field.control.value = "";
      field.show();
    }
    save("values", {});
  });
  form.append(make("p", { className: "actions" }, share, " ", clear));
  takeAll(Object.entries(load("values")));
  readAddress();
  addEventListener("hashchange", readAddress);
}

// Progress

const steps = $$(".code[data-step]");
if (steps.length > 0) {
  const done = load("steps");
  const count = make("p", { className: "progress" });
  const boxes = steps.map((figure) => {
    const name = figure.dataset.step;
    const box = make("input", {
      type: "checkbox", className: "done-box", checked: done[name], ariaLabel: `Done: ${name}`,
    });
    box.addEventListener("change", () => {
      done[name] = box.checked || undefined;
      save("steps", done);
      showProgress();
    });
    $("figcaption", figure).prepend(box);
    return box;
  });
  const reset = make("button", { type: "button", className: "button" }, "Start over");
  reset.addEventListener("click", () => {
    for (const [index, box] of boxes.entries()) {
      box.checked = false;
      delete done[steps[index].dataset.step];
    }
    save("steps", done);
    showProgress();
  });
  const showProgress = () => {
    const number = boxes.filter((box) => box.checked).length;
    count.textContent = `${number} of ${boxes.length} steps done`;
    reset.hidden = number === 0;
    for (const [index, box] of boxes.entries()) {
      steps[index].classList.toggle("done", box.checked);
    }
  };
  $(".rail").append(make("div", { className: "steps-done" }, count, reset));
  showProgress();
}
