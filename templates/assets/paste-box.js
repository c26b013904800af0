// The box "Paste back to verify" of each page on a Copy page: somebody copies the page in Confluence,
// pastes it here, and reads what is not as it was given to Confluence. What compares loads with the first
// box that is opened.
"use strict";
{
  const files = document.currentScript.dataset.later.split(" ");
  const isLoaded = () => globalThis.runbookgenPasteBack !== undefined;
  let loading = null;
  const loadRest = async () => {
    loading ??= Promise.all(files.map(loadFile));
    await loading;
    // Where the network was down, the next try may do.
    if (!isLoaded()) loading = null;
  };

  async function onPaste(event, block, output) {
    event.preventDefault();
    const clipboard = {
      html: event.clipboardData.getData("text/html"), text: event.clipboardData.getData("text/plain"),
    };
    event.target.value = "";
    await loadRest();
    if (isLoaded()) runbookgenPasteBack.verify(block, clipboard, output);
    else output.textContent = "Not compared: a script of this wiki could not be loaded. Paste again when the wiki can be reached.";
  }

  function addBox(block) {
    const id = `${block.id}-paste-back`;
    const field = make("textarea", { id, rows: 2, placeholder: "Click here, then Ctrl+V or ⌘V" });
    const output = make("div");
    output.setAttribute("aria-live", "polite");
    const title = block.querySelector("h3")?.textContent ?? "the page";
    const box = make("details", { className: "paste-back" },
      make("summary", { textContent: "Paste back to verify" }),
      make("p", {}, make("label", {
        htmlFor: id,
        textContent: `Open “${title}” in Confluence, select all of it (Ctrl+A or ⌘A, in the editor after a click into `
          + "the text), copy it, and paste it here:",
      })),
      field, output,
      make("p", {
        className: "paste-back-limits",
        textContent: "Text, code, links, lists, tables, panels, expands, tasks and pictures by name are compared; "
          + "title, labels, attachments, sizes, widths, colours of text and comments are not.",
      }));
    box.addEventListener("toggle", loadRest);
    block.append(box);
    field.addEventListener("paste", (event) => onPaste(event, block, output));
    field.addEventListener("input", () => { field.value = ""; });
  }

  for (const block of document.querySelectorAll("[data-source][data-payload][data-state]")) addBox(block);
}
