"""The model of the editor loses what the editor loses: shapes that look right and are not. Without
this the oracle could not fail."""

from __future__ import annotations

import pytest

import editors
import outline

SLICE = ' data-pm-slice="0 0 []"'


@pytest.fixture
def tree(editor):
    """`tree(html)` is the outline of what is pasted."""
    def paste(html: str) -> list[str]:
        return [line for block in editor.paste(html)["content"] for line in outline.lines(block)]

    return paste


def test_a_class_does_not_say_the_language(tree):
    assert tree(f'<pre{SLICE}><code class="language-bash">ls</code></pre>')[0] == "codeBlock language=None"


def test_an_attribute_says_the_language(tree):
    assert tree(f'<pre{SLICE} data-language="shell"><code>ls</code></pre>')[0] == "codeBlock language='shell'"


@pytest.mark.parametrize("html", [
    '<div class="admonition warning"><p>Careful.</p></div>',
    "<aside><p>Careful.</p></aside>",
    "<details><p>Careful.</p></details>",
])
def test_what_is_not_the_editors_own_shape_is_a_paragraph(html, tree):
    assert tree(html) == ["paragraph", "  'Careful.'"]


def test_a_panel_in_a_step_is_lost(editor):
    panel = '<div data-panel-type="info"><div data-panel-content="true"><p>x</p></div></div>'
    found = editor.paste(f"<ol{SLICE}><li><p>a</p>{panel}</li><li><p>b</p></li></ol>")["content"]
    assert [node["type"] for node in found] == ["orderedList"]
    assert "panel" not in [node["type"] for node in outline.walk(found[0])]


def test_a_table_in_a_panel_is_lost(editor):
    html = (
        f'<div{SLICE} data-panel-type="info"><div data-panel-content="true"><p>x</p>'
        "<table><tbody><tr><td><p>y</p></td></tr></tbody></table></div></div>"
    )
    assert "table" not in [node["type"] for node in outline.walk(editor.paste(html))]


def test_a_checkbox_is_no_task(tree):
    assert "bulletList" == tree('<ul><li><input type="checkbox">a</li></ul>')[0]


def test_an_alignment_in_a_style_is_ignored(tree):
    assert tree('<p style="text-align: center">a</p>') == ["paragraph", "  'a'"]
    block = f'<div{SLICE} class="fabric-editor-block-mark" data-align="center"><p>a</p></div>'
    assert tree(block) == ["paragraph alignment(center)", "  'a'"]


def test_emphasis_goes_from_code(tree):
    assert tree("<p><strong><code>a</code></strong></p>") == ["paragraph", "  'a' code"]


@pytest.mark.parametrize("href", ["#section", "page.html", "../page.html"])
def test_a_relative_address_is_no_link(href, tree):
    assert f"link({href})" not in " ".join(tree(f'<p><a href="{href}">a</a></p>'))


@pytest.mark.parametrize("href", ["javascript:alert(1)", " javascript:x", "vbscript:x", "data:text/html,x"])
def test_an_unsafe_address_is_no_link(href, tree):
    assert tree(f'<p><a href="{href}">a</a></p>') == ["paragraph", "  'a'"]


def test_storage_format_is_no_shape_to_paste(tree):
    html = (
        '<ac:structured-macro ac:name="code"><ac:plain-text-body>'
        "<![CDATA[kubectl get po > out.txt]]></ac:plain-text-body></ac:structured-macro>"
    )
    assert "kubectl" not in " ".join(tree(html))


def test_white_space_is_kept_in_a_slice_only(tree):
    assert tree(f"<p{SLICE}>a  b</p>") == ["paragraph", "  'a  b'"]
    assert tree("<p>a  b</p>") == ["paragraph", "  'a b'"]


def test_the_schema_refuses_what_cloud_refuses(editor):
    table = {"type": "table", "content": [
        {"type": "tableRow", "content": [{"type": "tableCell", "content": [{"type": "paragraph"}]}]}
    ]}
    panel = {"type": "panel", "attrs": {"panelType": "info"}, "content": [table]}
    with pytest.raises(editors.Refusal):
        editor.load({"content": [panel]})
