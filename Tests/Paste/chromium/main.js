// `paste(html)` and `load(json)` in the page of the tests, and `copied(html, edit)`.

import { Node } from "prosemirror-model";
import { AllSelection, EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

import { Edits } from "./edits.js";
import { pastePlugin } from "./plugin.js";
import { schema } from "./schema.js";

// An editor whose page was empty before the paste.
function opened(html) {
  const state = EditorState.create({ schema, plugins: [pastePlugin] });
  const view = new EditorView(document.body, { state });
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  view.dom.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
  );
  return view;
}

// What the editor makes of HTML on its clipboard, in a page that is empty. Throws when its schema
// refuses the result.
window.paste = (html) => {
  const view = opened(html);
  const pasted = view.state.doc;
  view.destroy();
  pasted.check();
  return pasted.toJSON();
};

function copyAll(view) {
  view.dispatch(view.state.tr.setSelection(new AllSelection(view.state.doc)));
  const clipboardData = new DataTransfer();
  view.dom.dispatchEvent(
    new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }),
  );
  return { html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") };
}

// What the editor puts on the clipboard when all of a page is copied that was pasted and then edited.
// `edit` is the body of a function of `Edits`.
window.copied = (html, edit = "") => {
  const view = opened(html);
  try {
    const before = view.state.doc;
    new Function("page", edit)(new Edits(view));
    view.state.doc.check();
    if (edit && before.eq(view.state.doc)) throw new Error("the edit changes nothing");
    return copyAll(view);
  } finally {
    view.destroy();
  }
};

// The same with the editor left open, to be typed into.
window.begin = (html) => { window.view = opened(html); view.focus(); };
window.edits = () => new Edits(view);
window.end = () => {
  const clipboard = copyAll(view);
  view.destroy();
  return clipboard;
};

// Throws when the schema refuses the document.
window.load = (json) => Node.fromJSON(schema, json).check();
