// What somebody does to a page in the editor, as transactions.

import { Fragment } from "prosemirror-model";
import { Selection, TextSelection } from "prosemirror-state";

export class Edits {
  constructor(view) { this.view = view; }

  change(steps) { this.view.dispatch(steps(this.view.state.tr)); }

  // The innermost node of a type with a text in it, and where it stands.
  find(type, text = "") {
    let found = null;
    this.view.state.doc.descendants((node, pos) => {
      const words = [node, node.firstChild].map((one) => Object.values(one?.attrs ?? {}).join(" ")).join(" ");
      const isSmaller = !found || found.node.nodeSize > node.nodeSize;
      if (node.type.name === type && (node.textContent + words).includes(text) && isSmaller) found = { node, pos };
    });
    if (!found) throw new Error(`there is no ${type} with ${text}`);
    return { ...found, end: found.pos + found.node.nodeSize };
  }

  // Where a text stands.
  range(text) {
    let found = null;
    this.view.state.doc.descendants((node, pos) => {
      const at = node.isTextblock ? node.textBetween(0, node.content.size, null, "\ufffc").indexOf(text) : -1;
      if (at >= 0 && !found) found = { from: pos + 1 + at, to: pos + 1 + at + text.length };
    });
    if (!found) throw new Error(`there is no ${text}`);
    return found;
  }

  text(old, now) {
    const { from, to } = this.range(old);
    this.change((tr) => now ? tr.insertText(now, from, to) : tr.delete(from, to));
  }

  remove(type, text) {
    const { pos, end } = this.find(type, text);
    this.change((tr) => tr.delete(pos, end));
  }

  // Puts a node's content in its place.
  unwrap(type, text) {
    const { node, pos, end } = this.find(type, text);
    const content = node.type.name.endsWith("List")
      ? Fragment.from(node.content.content.flatMap((item) => item.content.content)) : node.content;
    this.change((tr) => tr.replaceWith(pos, end, content));
  }

  attributes(type, text, values) {
    const { node, pos } = this.find(type, text);
    this.change((tr) => tr.setNodeMarkup(pos, null, { ...node.attrs, ...values }));
  }

  // Makes a node of another type, of the same content or of its text.
  become(type, text, other, attributes) {
    const { node, pos, end } = this.find(type, text);
    const kind = this.view.state.schema.nodes[other];
    const content = kind.validContent(node.content) ? node.content : this.view.state.schema.text(node.textContent);
    this.change((tr) => tr.replaceWith(pos, end, kind.create(attributes, content)));
  }

  // Takes a node out and puts it after another.
  move(type, text, afterType, afterText) {
    const { node, pos, end } = this.find(type, text);
    this.change((tr) => tr.delete(pos, end));
    const place = this.find(afterType, afterText).end;
    this.change((tr) => tr.insert(place, node));
  }

  // Puts an item into a list of the item before it.
  indent(text) {
    const { node, pos, end } = this.find("listItem", text);
    const before = this.view.state.doc.resolve(pos).nodeBefore;
    const inner = this.view.state.schema.nodes.bulletList.create(null, node);
    const list = before.lastChild.type === inner.type
      ? before.content.replaceChild(before.childCount - 1, before.lastChild.copy(before.lastChild.content.addToEnd(node)))
      : before.content.addToEnd(inner);
    this.change((tr) => tr.replaceWith(pos - before.nodeSize, end, before.copy(list)));
  }

  wrap(type, text, other, attributes) {
    const { node, pos, end } = this.find(type, text);
    this.change((tr) => tr.replaceWith(pos, end, this.view.state.schema.nodes[other].create(attributes, node)));
  }

  insert(afterType, afterText, json) {
    const { end } = this.find(afterType, afterText);
    this.change((tr) => tr.insert(end, this.view.state.schema.nodeFromJSON(json)));
  }

  unmark(text, mark) {
    const { from, to } = this.range(text);
    this.change((tr) => tr.removeMark(from, to, this.view.state.schema.marks[mark]));
  }

  mark(text, mark, attributes) {
    const { from, to } = this.range(text);
    this.change((tr) => tr.addMark(from, to, this.view.state.schema.marks[mark].create(attributes)));
  }

  // The column in which a header stands, out of the table.
  removeColumn(header) {
    const table = this.find("table", header);
    const rows = table.node.content.content;
    const index = rows[0].content.content.findIndex((cell) => cell.textContent === header);
    const kept = rows.map((row) =>
      row.copy(Fragment.from(row.content.content.filter((_, column) => column !== index))));
    this.change((tr) => tr.replaceWith(table.pos, table.end, table.node.copy(Fragment.from(kept))));
  }

  // The cursor before a text, to type there.
  click(text) {
    const { from } = this.range(text);
    this.change((tr) => tr.setSelection(TextSelection.create(tr.doc, from)));
  }

  toEnd() { this.change((tr) => tr.setSelection(Selection.atEnd(tr.doc))); }
}
