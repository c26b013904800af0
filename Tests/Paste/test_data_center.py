"""Data Center's payload in TinyMCE: every macro, link and line of code is there after the paste."""

from __future__ import annotations

import collections
import re

import editors

ATTRIBUTES = re.compile("data-|class$|href$|src$|start$|alt$|id$")


def shape(body) -> collections.Counter:
    """Elements with what they say. The editor adds and takes away what only concerns looks."""
    return collections.Counter(
        (element.tag, *sorted(item for item in element.attrib.items() if ATTRIBUTES.match(item[0])))
        for element in body.iter() if element.tag not in ("br", "col", "colgroup")
    )


def code(body) -> list[str]:
    return ["".join(block.itertext()) for block in body.iter("pre")]


def words(body) -> str:
    """Without blanks: the editor breaks the lines of its source."""
    return "".join("".join(body.itertext()).split())


def test_tinymce_keeps_what_is_pasted(page, data_center):
    payload = (page.folder / "dc.html").read_text()
    given = editors.document(payload)
    kept = editors.document(data_center.paste(payload))
    assert shape(given) - shape(kept) == collections.Counter()
    assert code(kept) == code(given)
    assert words(kept) == words(given)


def test_tinymce_drops_what_is_wrong(data_center):
    """It must be able to lose something, or the test above proves nothing."""
    assert data_center.paste("<ul><p>a</p></ul>") == "<p>a</p>"
