// What was pasted into the box "Paste back to verify", compared with what this page gives to Confluence.
// It loads when somebody opens such a box (paste-box.js). Nothing is sent anywhere.
"use strict";
{
  const { load, remembered, parts, root } = globalThis.runbookgenCopy;
  const { read } = globalThis.runbookgenPasteUnits;
  const { compare } = globalThis.runbookgenPasteCompare;
  const { quote } = globalThis.runbookgenPasteWords;

  const PRODUCTS = { cloud: "Confluence Cloud", dc: "Confluence Data Center" };
  const SHOWN = 60;

  /**
   * Compares what a clipboard holds with the payloads of a page. `expected` is the product where the
   * clipboard does not say which it is from. `messages` have `what` happened and a `text`.
   */
  function check(payload, clipboard, expected) {
    const nothing = (headline) => ({ state: "nothing", headline, messages: [] });
    if (!clipboard.html?.trim()) {
      return nothing(clipboard.text?.trim()
        ? "Not compared: this is plain text only, without panels, code blocks and links. Copy the page in "
          + "Confluence itself, not out of a text editor."
        : "Not compared: the clipboard is empty.");
    }
    const pasted = read(clipboard.html);
    if (!pasted.units.length) return nothing("Not compared: there is nothing on the copied page.");
    const way = pasted.product ?? expected;
    if (!payload[way]) return nothing(`Not compared: this wiki has no export for ${PRODUCTS[way]}.`);
    const { units } = read(payload[way]);
    return { ...verdict(units, pasted), way };
  }

  function verdict(units, pasted) {
    const { messages, comparison } = compare(units, pasted.units, pasted.isView);
    const least = Math.min(units.length, pasted.units.length);
    if (comparison.pairs.size < least / 4 && units.length > 3) {
      return {
        state: "other", messages: [],
        headline: `Not compared: this looks like another page. It starts with ${start(pasted.units)}, `
          + `the page that is expected here with ${start(units)}.`,
      };
    }
    const part = missingEnds(units, comparison);
    const isInPart = ({ what, at }) => what === "lost" && part.some(([from, to]) => at >= from && at < to);
    const rest = messages.filter((message) => !isInPart(message));
    const all = [...part.map((end) => missing(units, end)), ...rest];
    if (part.length) {
      return {
        state: "part", messages: all, origin: origin(units, pasted.units),
        headline: "A part of the page is missing: either only a part was copied, or somebody removed the rest.",
      };
    }
    const isSame = all.every(({ what }) => what === "not compared");
    return {
      state: isSame ? "same" : "different", messages: all, origin: origin(units, pasted.units),
      headline: isSame ? `The same: ${inventory(units)}.`
        : `${all.length} ${all.length === 1 ? "difference" : "differences"} in ${inventory(units)}.`,
    };
  }

  const start = (units) => {
    const first = units.find((unit) => unit.kind === "heading") ?? units.find((unit) => unit.text) ?? units[0];
    return quote(first.text || first.kind);
  };

  /** Units at the start and at the end of which none is in the copy, where these are many. */
  function missingEnds(units, comparison) {
    const isThere = units.map((unit) => comparison.pairs.has(unit));
    const [first, last] = [isThere.indexOf(true), isThere.lastIndexOf(true)];
    const ends = [[0, first], [last + 1, units.length]].filter(([from, to]) => to - from >= 3);
    const count = ends.reduce((sum, [from, to]) => sum + to - from, 0);
    return count >= units.length * 0.3 ? ends : [];
  }

  function missing(units, [from, to]) {
    const text = from === 0
      ? `everything before ${quote(units[to].text || units[to].kind)}`
      : `everything after ${quote(units[from - 1].text || units[from - 1].kind)}`;
    return { what: "missing", text: `${text} (${to - from} blocks)` };
  }

  /** What the line at the top of each page says, where the copy has another than the payload. */
  function origin(units, pasted) {
    const of = (list) => list.find((unit) => unit.kind === "generated")?.origin;
    const [own, copied] = [of(units), of(pasted)];
    return own && copied && own !== copied ? { own, copied } : null;
  }

  function inventory(units) {
    const names = [
      ["heading", "heading"], ["code", "code block"], ["table", "table"], ["picture", "picture"], ["task", "task"],
    ];
    const counts = names.map(([kind, name]) => [units.filter((unit) => unit.kind === kind).length, name])
      .filter(([count]) => count);
    const rest = units.length - counts.reduce((sum, [count]) => sum + count, 0);
    if (rest) counts.push([rest, counts.length ? "other block" : "block"]);
    const words = counts.map(([count, name]) => `${count} ${name}${count === 1 ? "" : "s"}`);
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  }

  // ---- What is known of the page that was pasted

  const key = (block) => `runbookgen checked ${root.href} ${block.dataset.source}`;
  const today = () => new Date().toLocaleDateString("sv");
  const line = ({ what, text }) => `${what}: ${text}`;

  function checked(block) {
    try {
      return JSON.parse(localStorage.getItem(key(block)));
    } catch {
      return null;
    }
  }

  function remember(block, hash, result) {
    try {
      const found = result.messages.map(line);
      localStorage.setItem(key(block), JSON.stringify({ hash, day: today(), found }));
    } catch {
      // The next check then says less.
    }
  }

  /** What the differences can come from, and what to do where there are none, as far as this browser knows. */
  function causes(block, result, hash, before) {
    const memory = remembered(block);
    const marked = typeof memory?.state === "string" ? parts(memory.state).get(result.way) : undefined;
    const { origin: versions } = result;
    const isOld = marked !== undefined && marked !== hash;
    if (result.state === "same") {
      return marked === hash ? "" : "What is in Confluence is what this page would paste: it can be marked as pasted.";
    }
    const since = before
      ? `On ${before.day} the same version was checked: what is new since then was changed in Confluence. ` : "";
    if (isOld) {
      return `${since}The page in the repository has changed since it was marked as pasted on ${memory.day}. It is `
        + "compared with what it is now, so that change is among the differences.";
    }
    if (since) return since.trim();
    if (marked !== undefined) {
      return `It is compared with what was marked as pasted on ${memory.day}. What differs right after pasting is what `
        + "Confluence did not take; later, somebody may have changed the page as well.";
    }
    const older = versions
      ? ` The copy says that it is generated from ${versions.copied}, this page here from ${versions.own}.` : "";
    return "This browser does not know which version was pasted: differences may be the paste's, somebody's edit, or "
      + `a newer version of the page here.${older}`;
  }

  // ---- What is said

  function list(title, messages) {
    if (!messages.length) return [];
    const items = messages.slice(0, SHOWN).map((message) => {
      const [what, ...text] = line(message).split(": ");
      return make("li", {}, make("b", { textContent: what }), `: ${text.join(": ")}`);
    });
    if (messages.length > SHOWN) items.push(make("li", { textContent: `${messages.length - SHOWN} more` }));
    return [...(title ? [make("p", { textContent: title })] : []), make("ul", {}, ...items)];
  }

  function show(block, output, result) {
    const hash = parts(block.dataset.state).get(result.way);
    const last = checked(block);
    const before = last && last.hash === hash ? last : null;
    const known = new Set(before?.found ?? []);
    const fresh = result.messages.filter((message) => !known.has(line(message)));
    const old = result.messages.filter((message) => known.has(line(message)));
    const cause = ["same", "different", "part"].includes(result.state) ? causes(block, result, hash, before) : "";
    output.replaceChildren(
      make("p", { className: "paste-back-result", textContent: result.headline }),
      ...(cause ? [make("p", { textContent: cause })] : []),
      ...list(before && old.length ? `New since ${before.day}:` : "", fresh),
      ...list(before ? `As on ${before.day}:` : "", old),
    );
    output.dataset.result = result.state;
    if (result.state === "same" || result.state === "different") remember(block, hash, result);
  }

  /** Compares the clipboard with the payloads of a page and says in `output` what is found. */
  async function verify(block, clipboard, output) {
    try {
      const payload = await load(block.dataset.payload);
      const as = block.dataset.pastedAs === "dc" ? "dc" : "cloud";
      show(block, output, check(payload, clipboard, as));
    } catch (error) {
      output.textContent = `Not compared: ${error.message}.`;
    }
  }

  globalThis.runbookgenPasteBack = { check, verify };
}
