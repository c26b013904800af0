// `paste(html)` and `load(json)` in the page of the tests.

import { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

import { pastePlugin } from "./plugin.js";
import { schema } from "./schema.js";

// What the editor makes of HTML on its clipboard, in a page that is empty. Throws when its schema
// refuses the result.
window.paste = (html) => {
  const state = EditorState.create({ schema, plugins: [pastePlugin] });
  const view = new EditorView(document.body, { state });
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  view.dom.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
  );
  const pasted = view.state.doc;
  view.destroy();
  pasted.check();
  return pasted.toJSON();
};

// Throws when the schema refuses the document.
window.load = (json) => Node.fromJSON(schema, json).check();
