"""Confluence Cloud's editor as far as a paste needs it: a ProseMirror schema with the nodes, content
rules and parse rules of the Atlassian Document Format, and a parser of HTML that uses them.

Facts from @atlaskit/adf-schema: `src/schema/nodes`, `src/schema/marks`, `src/utils/url.ts` and
`json-schema/v1/full.json`. What a rule reads stands here; how the editor draws a node does not."""

from __future__ import annotations

import json
import re

import html5lib
import lxml.html
from prosemirror.model import DOMParser, Node, Schema, from_dom

SAFE_URL = re.compile(
    r"^(https?://|ftps?://|gopher://|integrity://|file://|smb://|/|mailto:|tel:|ssh:|sftp://|git:"
    r"|irc:|news:|nntp:|urn:|sips?:|slack:|skype:|magnet:|#)",
    re.IGNORECASE,
)
LINK = re.compile(r"(https?|ftp|gopher|integrity|file|smb)://\S+|(mailto|tel):\S+")


def link(element):
    """An address that is not safe gives no mark; one in which no link is found is emptied."""
    href = element.get("href") or ""
    if href.strip() and not SAFE_URL.match(href.strip()):
        return False
    if href.startswith("/") or href in ("#", "#top"):
        return {"href": href}
    found = LINK.search(href)
    return {"href": found.group(0) if found else ""}


def language(element):
    """Of the block itself, or of what surrounds it; a class on the inner `code` says nothing."""
    for candidate in (element, element.getparent()):
        if candidate is not None and candidate.get("data-language"):
            return {"language": candidate.get("data-language")}
    return {"language": None}


def plain_text(element, schema):
    text = "".join(node.text or "" for node in element.iter("lxmltext"))
    return from_dom.Fragment.from_(schema.text(text) if text else [])


def status(element):
    text = "".join(node.text or "" for node in element.iter("lxmltext"))
    return {
        "text": text.replace("\n", "").strip(),
        "color": element.get("data-color"),
        "style": element.get("data-style"),
    }


def table(element):
    width = element.get("data-table-width") or ""
    return {
        "isNumberColumnEnabled": element.get("data-number-column") == "true",
        "layout": element.get("data-layout") or "default",
        "width": int(width) if width.isdigit() else None,
    }


def cell(element):
    span = int(element.get("colspan") or 1)
    given = element.get("data-colwidth") or ""
    widths = [int(part) for part in given.split(",")] if re.match(r"^\d+(,\d+)*$", given) else []
    return {
        "colspan": span,
        "rowspan": int(element.get("rowspan") or 1),
        "colwidth": widths if len(widths) == span else None,
        "background": element.get("data-cell-background"),
    }


def macro(element):
    kind, key = element.get("data-extension-type"), element.get("data-extension-key")
    if not kind or not key:
        return False
    layout = element.get("data-layout")
    return {
        "extensionType": kind,
        "extensionKey": key,
        "parameters": json.loads(element.get("data-parameters") or "{}"),
        "layout": layout if layout in ("default", "wide", "full-width") else "default",
    }


def image(element):
    return {"type": "external", "url": element.get("src") or "", "alt": element.get("alt") or ""}


def attributes(**defaults):
    return {name: {"default": value} for name, value in defaults.items()}


def rule(tag, **rest):
    return {"tag": tag, **rest}


LISTS = "orderedList | bulletList"
IN_CELL = (
    f"(paragraph | panel | blockquote | {LISTS} | rule | heading | codeBlock | mediaSingle"
    " | taskList | extension | nestedExpand)+"
)
MACRO = attributes(extensionType="", extensionKey="", parameters=None, layout="default")

NODES = {
    "doc": {"content": "block+", "marks": "alignment"},
    "paragraph": {"content": "inline*", "group": "block", "marks": "inlineMark",
                  "parseDOM": [rule("p")]},
    "text": {"group": "inline"},
    "heading": {
        "content": "inline*", "group": "block", "marks": "inlineMark",
        "attrs": attributes(level=1),
        "parseDOM": [rule(f"h{level}", attrs={"level": level}) for level in range(1, 7)],
    },
    "codeBlock": {
        "content": "text*", "group": "block", "marks": "", "code": True, "defining": True,
        "attrs": attributes(language=None),
        "parseDOM": [
            rule("pre", preserveWhitespace="full", getAttrs=language, getContent=plain_text)
        ],
    },
    "blockquote": {
        "content": f"(paragraph | {LISTS} | codeBlock | mediaSingle)+", "group": "block",
        "marks": "", "parseDOM": [rule("blockquote")],
    },
    "panel": {
        "content": f"(paragraph | heading | {LISTS} | codeBlock | taskList | rule | mediaSingle"
                   " | extension)+",
        "group": "block", "marks": "", "attrs": attributes(panelType="info"),
        "parseDOM": [
            rule("div[data-panel-type]",
                 getAttrs=lambda element: {"panelType": element.get("data-panel-type")},
                 contentElement=lambda element: element[0])
        ],
    },
    "expand": {
        "content": f"(paragraph | panel | blockquote | {LISTS} | rule | heading | codeBlock"
                   " | mediaSingle | taskList | table | extension | nestedExpand)+",
        "group": "block", "marks": "", "isolating": True, "attrs": attributes(title=""),
        "parseDOM": [
            rule('div[data-node-type="expand"]',
                 getAttrs=lambda element: {"title": element.get("data-title") or ""})
        ],
    },
    "nestedExpand": {
        "content": f"(paragraph | heading | mediaSingle | codeBlock | {LISTS} | taskList | rule"
                   " | panel | blockquote | extension)+",
        "marks": "", "isolating": True, "attrs": attributes(title=""),
        "parseDOM": [
            rule('div[data-node-type="nestedExpand"]',
                 getAttrs=lambda element: {"title": element.get("data-title") or ""})
        ],
    },
    "bulletList": {"content": "listItem+", "group": "block", "marks": "", "parseDOM": [rule("ul")]},
    "orderedList": {
        "content": "listItem+", "group": "block", "marks": "", "attrs": attributes(order=1),
        "parseDOM": [
            rule("ol", getAttrs=lambda element: {"order": int(element.get("start") or 1)})
        ],
    },
    "listItem": {
        "content": f"(paragraph | mediaSingle | codeBlock) (paragraph | {LISTS} | taskList"
                   " | mediaSingle | codeBlock | extension)*",
        "marks": "", "parseDOM": [rule("li")],
    },
    "taskList": {
        "content": "taskItem+ (taskItem | taskList)*", "group": "block", "marks": "",
        "parseDOM": [rule('div[data-node-type="actionList"]', priority=100)],
    },
    "taskItem": {
        "content": "inline*", "marks": "inlineMark", "attrs": attributes(state="TODO"),
        "parseDOM": [
            rule("div[data-task-local-id]", priority=100,
                 getAttrs=lambda element: {"state": element.get("data-task-state") or "TODO"})
        ],
    },
    "table": {
        "content": "tableRow+", "group": "block", "marks": "", "isolating": True,
        "attrs": attributes(isNumberColumnEnabled=False, layout="default", width=None),
        "parseDOM": [rule("table", getAttrs=table)],
    },
    "tableRow": {"content": "(tableCell | tableHeader)+", "marks": "", "parseDOM": [rule("tr")]},
    "tableCell": {
        "content": IN_CELL, "marks": "alignment", "isolating": True,
        "attrs": attributes(colspan=1, rowspan=1, colwidth=None, background=None),
        "parseDOM": [rule("td", getAttrs=cell)],
    },
    "tableHeader": {
        "content": IN_CELL, "marks": "alignment", "isolating": True,
        "attrs": attributes(colspan=1, rowspan=1, colwidth=None, background=None),
        "parseDOM": [rule("th", getAttrs=cell)],
    },
    "rule": {"group": "block", "parseDOM": [rule("hr")]},
    "hardBreak": {"group": "inline", "inline": True, "parseDOM": [rule("br")]},
    "status": {
        "group": "inline", "inline": True, "attrs": attributes(text="", color="", style=""),
        "parseDOM": [rule('span[data-node-type="status"]', getAttrs=status)],
    },
    "extension": {
        "group": "block", "attrs": MACRO,
        "parseDOM": [rule('[data-node-type="extension"]', getAttrs=macro)],
    },
    "bodiedExtension": {
        "content": f"(paragraph | panel | blockquote | {LISTS} | rule | heading | codeBlock"
                   " | mediaSingle | taskList | table | extension)+",
        "group": "block", "marks": "", "attrs": MACRO, "isolating": True,
        "parseDOM": [rule('[data-node-type="bodied-extension"]', getAttrs=macro)],
    },
    "inlineExtension": {
        "group": "inline", "inline": True, "attrs": MACRO,
        "parseDOM": [rule("span[data-extension-type]", getAttrs=macro)],
    },
    "mediaSingle": {
        "content": "media", "group": "block", "marks": "", "attrs": attributes(layout="center"),
        "parseDOM": [rule('div[data-node-type="mediaSingle"]')],
    },
    "media": {
        "attrs": attributes(type="external", url="", alt=""),
        "parseDOM": [
            rule('img[src^="data:image"]', ignore=True),
            rule("img", getAttrs=image),
        ],
    },
}

FONT = {"group": "inlineMark fontStyle"}
MARKS = {
    "link": {"group": "inlineMark", "attrs": {"href": {}},
             "parseDOM": [rule("a[href]", getAttrs=link)]},
    "em": {**FONT, "parseDOM": [rule("em"), rule("i")]},
    "strong": {**FONT, "parseDOM": [rule("strong"), rule("b")]},
    "strike": {**FONT, "parseDOM": [rule("del"), rule("s"), rule("strike")]},
    "underline": {**FONT, "parseDOM": [rule("u")]},
    "subsup": {
        **FONT, "attrs": attributes(type="sub"),
        "parseDOM": [rule("sub", attrs={"type": "sub"}), rule("sup", attrs={"type": "sup"})],
    },
    "code": {"group": "inlineMark", "excludes": "fontStyle", "parseDOM": [rule("code")]},
    "alignment": {
        "attrs": {"align": {}},
        "parseDOM": [
            rule("div.fabric-editor-block-mark",
                 getAttrs=lambda element: {"align": element.get("data-align")}
                 if element.get("data-align") else False)
        ],
    },
}

SCHEMA = Schema({"nodes": NODES, "marks": MARKS})

SELECTOR = re.compile(r'^([a-z0-9]*)(?:\.([\w-]+))?(?:\[([\w-]+)(?:(\^?=)"([^"]*)")?\])?$')


def matches(element, selector):
    """The selectors of the rules above; the library's own way compiles one for each question."""
    tag, name, attribute, operator, value = SELECTOR.match(selector).groups()
    if tag and element.tag != tag:
        return False
    if name and name not in (element.get("class") or "").split():
        return False
    if not attribute:
        return True
    given = element.get(attribute)
    if given is None:
        return False
    if operator == "^=":
        return given.startswith(value)
    return value is None or given == value


from_dom.matches = matches


def document(html: str):
    """HTML as a browser reads it (HTML5), in the elements that the library walks. Every text is an
    element of its own, blanks too, which the library would drop."""

    def copy(source):
        element = lxml.html.Element(source.tag, dict(source.attrib))
        append(element, source.text)
        for child in source:
            if isinstance(child.tag, str):
                element.append(copy(child))
            append(element, child.tail)
        return element

    def append(element, text):
        if text:
            node = lxml.html.Element("lxmltext")
            node.text = text
            element.append(node)

    parsed = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return copy(parsed.find("body"))


def paste(html: str) -> dict:
    """What the editor makes of a payload on its clipboard, as JSON of the Atlassian Document Format.

    A payload that says `data-pm-slice` keeps its white space; another one has it collapsed."""
    body = document(html)
    is_slice = len(body) > 0 and body[0].get("data-pm-slice") is not None
    parser = DOMParser.from_schema(SCHEMA)
    node = parser.parse(body, from_dom.ParseOptions(preserve_whitespace=True if is_slice else None))
    node.check()
    return node.to_json()


def load(adf: dict) -> Node:
    """A document of the Atlassian Document Format; raises when the editor's schema refuses it."""
    node = Node.from_json(SCHEMA, {"type": "doc", "content": adf["content"]})
    node.check()
    return node
