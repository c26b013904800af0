// The sheets of a runbook that is being run: steps, log, and how old values are.
"use strict";
{
  const { cards, clock, current, goTo, procedure } = run;

  // Sheets: beside the page where there is room, else one at a time over it

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
      // Tab goes on from here; a field would bring up the keyboard of a telephone.
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
      // A sheet is open or not there.
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

  /** What an entry of the log says; a kind that another wiki wrote says its text. */
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

  /** How old a value is, at its field. */
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
  /** Another tab may have typed. */
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
    // What is confirmed names the environment.
    if (isChanged || shownEnvironment !== incident.env) {
      shownEnvironment = incident.env;
      announce();
    }
  };

  Object.assign(run, { logLine, logList, logSheet, note, openSheet, placeSheets, sheets, showAges, showLog,
    showSteps, showValues, stepsSheet });
}
