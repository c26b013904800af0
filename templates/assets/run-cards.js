// The steps of a runbook that is being run, as cards.
"use strict";

/** What the scripts of a running runbook have of each other. */
const run = {};
{
  // Times

  const twoDigits = (number) => String(number).padStart(2, "0");
  const clock = (time) => new Date(time).toLocaleTimeString(root.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

  /** `4:07`, `1:04:07` */
  const span = (time) => {
    const seconds = Math.max(0, Math.floor(time / 1000));
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits);
    return seconds < 3600 ? `${+parts[0]}:${parts[1]}`
      : `${Math.floor(seconds / 3600)}:${parts.join(":")}`;
  };

  // Steps

  const button = (word, act, properties = {}) => {
    const made = make("button", { type: "button", className: "button", ...properties }, word);
    made.addEventListener("click", act);
    return made;
  };

  /** A step: a heading with what stands under it, or an item of a numbered procedure. */
  class Card {
    constructor(element, head, index) {
      Object.assign(this, { element, head, index });
      this.title = stepTitle(head);
      this.id = head.id || element.id;
      this.part = element.dataset.part;
      // Those of headings stand in the page already.
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

    /** A tick for an item of a list. */
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

    /** What warns before the first command stands in the head of a card. */
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

    /** Below what a command should print: whether it did. */
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

    /** What the author says of other outcomes: the list or note after the block, else the way back. */
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
    // A procedure without headings of its own: the items of its list are the steps.
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

  /** The step that the reader turned to, or the first that is not done. */
  let chosen = null;
  const choose = (card) => {
    chosen = card ?? null;
    run.show?.();
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

  Object.assign(run, { button, cards, choose, clock, current, frame, goBack, goTo, page, procedure, rollback, span,
    twoDigits });
}
