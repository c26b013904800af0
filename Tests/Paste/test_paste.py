"""The paste oracle: what Confluence Cloud's editor makes of `cloud.html`."""

from __future__ import annotations

import json
import pathlib
import re

import pytest

import editors
import outline

HERE = pathlib.Path(__file__).parent
CASES = sorted(HERE.glob("cases/*.md")) + sorted(HERE.glob("safe/*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_hard_case_makes_the_tree_that_was_written_for_it(case, cases, safe, editor):
    export = safe if case.parent.name == "safe" else cases
    tree = editor.paste(export.pages[case.stem].cloud)
    actual = [line for block in outline.body(tree) for line in outline.lines(block, widths=False)]
    assert actual == case.with_suffix(".tree").read_text().splitlines()


@pytest.mark.parametrize("case, shape, broken", [
    ("code", ' data-language="shell"', ' class="language-shell"'),
    ("panels", "data-panel-type", "data-panel-kind"),
    ("panels", 'data-panel-type="warning"', 'data-panel-type="note"'),
    ("tasks", ' data-task-state="DONE"', ""),
    ("tasks", 'data-node-type="actionList"', 'class="actionList"'),
    ("tables", "fabric-editor-block-mark", "centred"),
    ("expands", 'data-node-type="nestedExpand"', 'data-node-type="expand"'),
    ("nested-numbers", ' start="3"', ""),
])
def test_the_oracle_sees_a_broken_shape(case, shape, broken, cases, editor):
    html = cases.pages[case].cloud
    assert shape in html
    damaged = html.replace(shape, broken)
    try:
        tree = editor.paste(damaged)
    except editors.Refusal:
        return  # The schema refuses it.
    assert outline.lines(tree) != outline.lines(editor.paste(html))


def test_the_editor_makes_of_the_payload_what_the_adf_file_says(page, editor):
    assert outline.lines(editor.paste(page.cloud)) == outline.lines(
        {"type": "doc", "content": page.adf["content"]}
    )


def test_links_that_lead_to_confluence_arrive_there(addressed, editor):
    """Also those within a page, which the editor would drop as `#`."""
    links = []
    for page in addressed.pages.values():
        tree = editor.paste(page.cloud)
        assert outline.lines(tree) == outline.lines({"type": "doc", "content": page.adf["content"]})
        storage = (page.folder / "storage.xml").read_text()
        found = re.findall(r'"href": "(https://acme[^"]*)"', json.dumps(tree))
        assert len(found) >= storage.count("<ri:page "), page.name
        links += found
    assert len(links) > 20
    assert any("#" in link for link in links)


def test_the_editor_accepts_the_adf_file(page, editor):
    editor.load(page.adf)


def test_a_payload_is_a_closed_slice(page):
    """Else the editor would turn one line of code into inline code, and collapse white space."""
    assert editors.document(page.cloud)[0].get("data-pm-slice") == "0 0 []"
    assert page.cloud.count("data-pm-slice") == page.cloud.count('data-pm-slice="0 0 []"') == 1


def test_every_column_has_its_width(page, editor):
    for node in outline.walk(editor.paste(page.cloud)):
        if node["type"] != "table" or node["attrs"]["width"] is None:
            continue
        for row in node["content"]:
            for cell in row["content"]:
                assert len(cell["attrs"]["colwidth"]) == cell["attrs"]["colspan"]
        # Every other row has the columns of cells that reach down into it too.
        first = node["content"][0]["content"]
        assert sum(sum(cell["attrs"]["colwidth"]) for cell in first) == node["attrs"]["width"]
