"""What the editor does to HTML before its parse rules and after them must not touch a page: pictures
and lines that begin like an item of a list, in every block that can hold them. Each is pasted once as
it is written and once as it would be without its protection, where the editor must be seen to bite."""

from __future__ import annotations

import re
import textwrap

import pytest

import conftest
import editors
import harness
import outline

GUARD = "\u2060"

# Where a paragraph can stand; `{}` is the first line of what is tried there, the rest is indented.
CONTAINERS = {
    "page": "{}",
    "item": "- {}",
    "step": "1. First\n2. {}",
    "step-below-a-step": "1. First\n   1. {}",
    "item-of-three-levels": "- a\n  1. b\n     - {}",
    "quote": "> {}",
    "list-in-a-quote": "> 1. {}",
    "panel": "> [!WARNING]\n> {}",
    "list-in-a-panel": "> [!NOTE]\n> - {}",
    "expand": "<details><summary>More</summary>\n\n{}\n\n</details>",
    "list-in-an-expand": "<details><summary>More</summary>\n\n1. {}\n\n</details>",
    "nested-expand": "<details><summary>More</summary>\n\n<details><summary>Most</summary>\n\n{}\n\n"
                     "</details>\n\n</details>",
    "footnote": "See[^1].\n\n[^1]: {}",
}
# These hold lines, not blocks.
LINES = {
    "cell": "| File | Line |\n|---|---|\n| a | {} |",
    "first-cell": "| File | Line |\n|---|---|\n| {} | a |",
    "aligned-cell": "| File | Line |\n|---|--:|\n| a | {} |",
    "header-cell": "| File | {} |\n|---|---|\n| a | b |",
    "list-in-a-cell": "| File | Line |\n|---|---|\n| a | <ul><li>{}</li></ul> |",
    "expand-in-a-cell": "| File | Line |\n|---|---|\n| a | <details><summary>More</summary>{}</details> |",
    "task": "- [ ] {}",
    "heading": "## {}",
    "heading-in-a-quote": "> ## {}",
}
STARTS = {
    "hyphen": r"\- name: x", "asterisk": r"\* soft nofile 4096", "bullet": "• name",
    "number": r"1\. Stop", "parenthesis": r"2\) Stop", "number-alone": "3\\.", "code": "`- name: x`",
    "code-asterisk": "`* hard nofile 65536`", "code-number": "`4.`", "strong": r"**1\. Stop** it",
    "strong-number": r"**5\.** Stop", "link": r"[\- name](https://example.com/a)",
    "code-in-a-link": "[`- name`](https://example.com/a)", "parts": r"\-<!-- --> name",
    "no-break-space": "•\u00a0name", "after-a-break": r"Write<br>\- name: x",
    "code-after-a-break": "Write<br>`* x`", "after-two-breaks": r"Write<br><br>1\. Stop",
    "after-breaks-at-the-start": r"<br><br>\- name", "both-lines": r"\- a<br>\- b",
}
# The editor reads these as lines of a list anywhere, or of one that is there.
NO_PARAGRAPH = {"task", "heading"}
IN_ITEMS = {
    "item", "step", "step-below-a-step", "item-of-three-levels", "list-in-a-quote",
    "list-in-a-panel", "list-in-an-expand", "list-in-a-cell", "footnote",
}
PICTURE = "Open the console:\n\n![the console](plan.png)\n\n```bash\nkubectl delete pod ingester-0\n```"
# The editor takes a picture for what it is where its parent is a `div` or a quote.
SAFE_PARENTS = {"page", "quote", "panel", "expand", "nested-expand"}


def fill(template: str, text: str) -> str:
    start = template[: template.index("{}")].rpartition("\n")[2]
    indent = re.sub(r"[^> ]", " ", start)
    first, _, rest = text.partition("\n")
    return template.replace("{}", first + ("\n" + textwrap.indent(rest, indent, lambda _: True)
                                           if rest else ""), 1)


def page(text: str) -> str:
    # The paragraph keeps what follows from being the last block, for which other rules hold.
    return f"---\ntitle: A page\nconfluence: {{title: {abs(hash(text))}}}\n---\n\n{text}\n\nEnd.\n"


@pytest.fixture(scope="session")
def traps(binary, tmp_path_factory):
    """The export of a page for each place and text."""
    root = tmp_path_factory.mktemp("traps")
    files = {
        "runbookgen.yml": (conftest.HERE / "runbookgen.yml").read_bytes(), "content/plan.png": harness.png(),
    }
    for place, template in {**CONTAINERS, **LINES}.items():
        for name, start in STARTS.items():
            files[f"content/{place}-{name}.md"] = page(fill(template, start))
    for place, template in CONTAINERS.items():
        files[f"content/picture-{place}.md"] = page(fill(template, PICTURE))
    harness.write_project(root, files)
    return conftest.Export(root / "content", harness.build(binary, root, root / "site").folder)


def lines(tree: dict) -> list[str]:
    return outline.lines({"type": "doc", "content": tree["content"]})


def words(tree: dict) -> str:
    return "".join(outline.text(block) for block in tree["content"])


@pytest.mark.parametrize("name", STARTS)
@pytest.mark.parametrize("place", [*CONTAINERS, *LINES])
def test_a_line_that_begins_like_an_item_keeps_its_start(place, name, traps, editor):
    export = traps.pages[f"{place}-{name}"]
    assert lines(editor.paste(export.cloud)) == lines(export.adf)
    for line in STARTS[name].split("<br>"):
        text = re.sub(r"<!-- -->|[\\*`]{2}|\\|\[(?=.*\])|\]\(.*\)|(?<!\\)`", "", line)
        assert text in words(export.adf).replace(GUARD, "")
    upgraded = place not in NO_PARAGRAPH | IN_ITEMS
    assert (GUARD in export.cloud) == upgraded
    assert ("a line that begins like an item of a list" in export.losses) == upgraded
    if upgraded:
        bare = editor.paste(export.cloud.replace(GUARD, ""))
        assert sum("List" in line for line in lines(bare)) > sum("List" in line for line in lines(export.adf))


@pytest.mark.parametrize("place", CONTAINERS)
def test_a_picture_stays_where_it_stands(place, traps, editor):
    export = traps.pages[f"picture-{place}"]
    pasted = editor.paste(export.cloud)
    assert lines(pasted) == lines(export.adf)
    kinds = [node["type"] for node in outline.walk(pasted)]
    assert kinds.count("media") == kinds.count("mediaSingle") == kinds.count("codeBlock") == 1
    assert re.search(r"Open the console:\s*the console\s*[A-Z ]*\s*kubectl delete pod ingester-0", words(pasted))
    bare = re.sub(r'<div data-node-type="mediaSingle">(<img[^>]*>)</div>', r"\1", export.cloud)
    assert bare != export.cloud
    assert (lines(editor.paste(bare)) == lines(pasted)) == (place in SAFE_PARENTS)


def test_a_picture_in_a_header_cell_would_leave_it(editor):
    shape = '<table data-pm-slice="0 0 []"><tbody><tr><th>{}</th></tr></tbody></table>'
    wrapped = editor.paste(shape.format('<div data-node-type="mediaSingle"><img src="https://a/b"></div>'))
    assert [node["type"] for node in wrapped["content"]] == ["table"]
    assert "mediaSingle" in [node["type"] for node in outline.walk(wrapped)]
    bare = editor.paste(shape.format('<p>a</p><img src="https://a/b">'))
    assert [node["type"] for node in bare["content"]] == ["mediaSingle", "table"]


LINKS = [
    "[upper](HTTPS://example.com/d)", "[![dashboard](plan.png)](https://example.com/d)", "[](https://example.com/d)",
    "[ ](https://example.com/d)", "[<!-- -->](https://example.com/d)[b](https://example.com/b)",
    "[![](plan.png)](https://example.com/d)", "[see ![a](plan.png) and ![b](plan.png)](https://example.com/d)",
    "[![gone](https://example.com/x.png)<br>below](https://example.com/d)", "[](https://example.com/d)[]()",
    '[<a href="https://example.com/x">y</a>](https://example.com/d)',
    '<a href="https://example.com/x">[y](https://example.com/d)</a>',
    "1. [![a](plan.png)](https://example.com/d)", "| a |\n|---|\n| [![a](plan.png)](https://example.com/d) |",
]


@pytest.fixture(scope="session")
def links(binary, tmp_path_factory):
    root = tmp_path_factory.mktemp("links")
    config = (conftest.HERE / "runbookgen.yml").read_text().replace(
        "rules:", "raw_html: safe\nrules:\n  link-broken: info")
    files = {"runbookgen.yml": config, "content/plan.png": harness.png()}
    for index, text in enumerate(LINKS):
        files[f"content/p{index}.md"] = page(text)
    harness.write_project(root, files)
    return conftest.Export(root / "content", harness.build(binary, root, root / "site").folder)


@pytest.mark.parametrize("index", range(len(LINKS)), ids=LINKS)
def test_a_link_leads_where_its_author_said(index, links, editor):
    export = links.pages[f"p{index}"]
    pasted = editor.paste(export.cloud)
    assert lines(pasted) == lines(export.adf)
    marks = [mark["attrs"]["href"] for node in outline.walk(pasted) for mark in node.get("marks") or []
             if mark["type"] == "link"]
    assert set(marks) <= {"https://example.com/d", "https://example.com/b"}
    assert "https://example.com/d" in marks
    for name in ("cloud.html", "dc.html", "storage.xml"):
        text = (export.folder / name).read_text()
        assert "https://example.com/d" in text.replace("HTTPS", "https")
        assert not re.search(r"<a\b(?:(?!</a>).)*<a\b|<a\b[^>]*>\s*</a>|></ac:plain-text-link-body>\s*$", text)
        for anchor in editors.document(text).iter("a"):
            assert anchor.get("href") and ("".join(anchor.itertext()).strip() or len(anchor))
