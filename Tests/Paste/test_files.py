"""What holds of every file of the export: the same bytes wherever it is built, well-formed, inert."""

from __future__ import annotations

import json
import re

import html5lib
import lxml.etree
import pytest

import conftest
import harness

NAMESPACES = 'xmlns:ac="ac" xmlns:ri="ri"'
SAFE = ("http://", "https://", "mailto:", "ftp://", "tel:", "ssh:")
ELEMENTS = {
    "a", "blockquote", "br", "code", "del", "div", "em", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "img", "li", "ol", "p", "pre", "span", "strong", "sub", "sup", "table", "tbody", "td", "th",
    "tr", "u", "ul",
}
# The shapes of Data Center's editor: links in the page, and the picture that the server draws of a
# macro.
ELEMENTS |= {"col", "colgroup", "thead"}
DATA_CENTER = {"href": "#", "src": "/plugins/servlet/confluence/placeholder/macro?"}


def bytes_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_two_checkouts_make_the_same_bytes(binary, cases, tmp_path):
    root = conftest.project(tmp_path / "another place" / "checkout", "cases")
    again = harness.build(binary, root, tmp_path / "out")
    assert bytes_of(again.folder / "confluence") == bytes_of(cases.folder)


def test_a_change_of_another_page_changes_nothing(binary, cases, tmp_path):
    root = conftest.project(tmp_path, "cases")
    changed = root / "content" / "quotes.md"
    changed.write_text(changed.read_text() + "\nMore [here](tables.md), [there](links.md).\n")
    again = bytes_of(harness.build(binary, root, tmp_path / "out").folder / "confluence")
    before = bytes_of(cases.folder)
    different = {path.partition("/")[0] for path in before if before[path] != again[path]}
    assert different <= {"quotes", "manifest.json", "index.html"}
    assert "quotes" in different


def test_storage_format_is_well_formed(page):
    text = (page.folder / "storage.xml").read_text()
    root = lxml.etree.fromstring(f"<root {NAMESPACES}>{text}</root>".encode())
    for element in root.iter("a"):
        assert element.get("href").startswith(SAFE)


def test_no_two_files_of_a_page_are_one_attachment(binary, tmp_path):
    """Neither by folders that become part of the name nor to Confluence, which knows no capitals."""
    paths = ["a/b.png", "a_b.png", "Plans/new.png", "plans_new.png", "own.png"]
    files = {f"content/{path}": path.encode() for path in paths}
    for name, shown in {"all": paths, "one": paths[:1]}.items():
        pictures = "\n".join(f"![x]({path}) [y]({path})" for path in shown)
        files[f"content/{name}.md"] = f"---\ntitle: {name}\n---\n{pictures}\n"
    files["runbookgen.yml"] = (conftest.HERE / "runbookgen.yml").read_bytes()
    harness.write_project(tmp_path, files)
    built = harness.build(binary, tmp_path, tmp_path / "site").folder / "confluence"
    pages = {
        page["title"]: {file["path"]: file["name"] for file in page["attachments"]}
        for page in json.loads((built / "manifest.json").read_text())["pages"]
    }
    assert list(pages["all"]) == paths
    assert len({name.lower() for name in pages["all"].values()}) == len(paths)
    assert pages["all"]["own.png"] == "own.png"
    assert pages["one"] == {"a/b.png": "a_b.png"}
    storage = (built / "all" / "storage.xml").read_text()
    for name in pages["all"].values():
        assert storage.count(f'ri:filename="{name}"') == 2
        assert not re.search(r"[/\\]", name) and name.endswith(".png")


@pytest.mark.parametrize("name", ["cloud.html", "dc.html"])
def test_a_payload_is_inert(page, name):
    body = html5lib.parse((page.folder / name).read_text(), namespaceHTMLElements=False).find("body")
    for element in body.iter():
        if element is body:
            continue
        assert element.tag in ELEMENTS
        assert not [given for given in element.attrib if given.startswith("on")]
        for attribute in ("href", "src"):
            if value := element.get(attribute):
                more = [DATA_CENTER[attribute]] if name == "dc.html" else []
                assert value.startswith((*SAFE, *more))
