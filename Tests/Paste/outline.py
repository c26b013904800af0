"""Trees in a form that people write and compare: one node a line, indented, without what a paste
makes anew (local ids) and without attributes that have their usual value."""

from __future__ import annotations

USUAL = {
    "localId": None, "colspan": 1, "rowspan": 1, "colwidth": None, "background": None,
    "isNumberColumnEnabled": False, "layout": "default", "width": None, "parameters": None,
    "extensionType": None, "widthType": None,
}
MARK_ORDER = ["link", "code", "strong", "em", "strike", "underline", "subsup", "alignment"]


def mark(value: dict) -> str:
    attributes = value.get("attrs") or {}
    return value["type"] + "".join(f"({item})" for item in attributes.values())


def marks(node: dict) -> str:
    found = sorted(node.get("marks") or [], key=lambda item: MARK_ORDER.index(item["type"]))
    return "".join(" " + mark(item) for item in found)


def attributes(node: dict, widths: bool) -> str:
    text = ""
    for name, value in sorted((node.get("attrs") or {}).items()):
        if name in ("localId", "extensionType") or USUAL.get(name, "") == value:
            continue
        if not widths and name in ("colwidth", "width", "layout"):
            continue
        text += f" {name}={value!r}"
    return text


def lines(node: dict, widths: bool = True, depth: int = 0) -> list[str]:
    """The outline of a node. `widths` says whether columns of tables show theirs."""
    indent = "  " * depth
    if node["type"] == "text":
        return [f"{indent}{node['text']!r}{marks(node)}"]
    result = [f"{indent}{node['type']}{attributes(node, widths)}{marks(node)}"]
    for child in node.get("content") or []:
        result += lines(child, widths, depth + 1)
    return result


def body(tree: dict) -> list[dict]:
    """The blocks of a page without what stands above its own text: properties and contents."""
    blocks = tree["content"]
    while blocks and (
        blocks[0]["type"] == "bodiedExtension"
        or (blocks[0]["type"] == "extension" and blocks[0]["attrs"]["extensionKey"] == "toc")
    ):
        blocks = blocks[1:]
    return blocks


def walk(node: dict):
    yield node
    for child in node.get("content") or []:
        yield from walk(child)


def text(node: dict) -> str:
    """All that a reader sees of a node; blocks are apart from each other."""
    if node["type"] == "text":
        return node["text"]
    shown = {"status": "text", "expand": "title", "nestedExpand": "title", "media": "alt"}
    own = (node.get("attrs") or {}).get(shown.get(node["type"], ""), "")
    if node["type"] in ("status", "hardBreak"):
        return f" {own} "
    inner = "".join(text(child) for child in node.get("content") or [])
    inline = {"paragraph", "heading", "codeBlock", "taskItem", "caption"}
    return f"\n{own}\n{inner}\n" if node["type"] not in inline else f"\n{inner}\n"
