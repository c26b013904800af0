// The bar of a runbook that is being run: how far one is, where, and whom to call next.
"use strict";
{
  const { cards, current, frame, page, procedure, span } = run;

  const isProduction = (name) => /^(prod|production|prd|live)(?![a-z])/i.test(name ?? "");

  // The environment

  const environments = JSON.parse(frame?.dataset.environments ?? "{}");

  /** Fills in what the chosen environment knows, and what it does not know any more is taken out. */
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

  // The bar

  const bar = {
    count: make("b"), title: make("span", { className: "run-title" }),
    clock: make("time", { className: "run-clock" }), since: make("span", { className: "run-since" }),
    environment: make("select", { ariaLabel: say("environment"), autocomplete: "off" }),
    call: make("span"), name: make("span", { className: "call-name" }),
    escalate: make("a", { className: "button escalate" }),
  };

  /** The way that is to be taken next when the incident goes on too long. */
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
    // A channel says enough of a line.
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

  /** "3 of 7" of the part that the reader is in; nothing where nobody goes in order. */
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

  Object.assign(run, { bar, chooseEnvironment, environments, fillEnvironment, progress, showClock,
    showEnvironments });
}
