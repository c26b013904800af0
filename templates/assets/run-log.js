// What leaves a runbook that is being run: its log as Markdown, and a link for who takes over.
"use strict";
{
  const { button, cards, chooseEnvironment, clock, current, environments, goTo, logLine, page, sheets,
    twoDigits } = run;

  // Markdown

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
    // A sheet would cover what is said.
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

  /** What a link says of another's incident is taken over when the reader says so, values apart. */
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

  Object.assign(run, { copyText, handOver, markdown, offer });
}
