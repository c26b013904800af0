"""The check of a page that is copied out of Confluence: unchanged pages are the same, and what somebody
did to one in the editor is named with its kind and its heading."""

from __future__ import annotations

import re
from html import escape

import pytest

import conftest
import editors
import harness

# Each edit by what `chromium/edits.js` does, and by what has to be said: all of it, and nothing else.
EDITS = {
    "a word is changed": ("page.text('five minutes', 'ten minutes')", [
        r"changed: paragraph under “Before you start”: “Wait five minutes.*” → “Wait ten minutes.*”"]),
    "a word is deleted": ("page.text('quiet ', '')", [
        r"changed: paragraph under “Before you start”: “A quiet paragraph.*” → “A paragraph.*”"]),
    "a paragraph is added": (
        "page.insert('paragraph', 'A quiet', {type: 'paragraph', content: [{type: 'text', text: 'Ask Ann.'}]})",
        [r"added: paragraph under “Before you start”: “Ask Ann\.”"]),
    "a paragraph is removed": ("page.remove('paragraph', 'After the picture')", [
        r"lost: paragraph under “Step 1: Drain”: “After the picture\.”"]),
    "one character of code is changed": ("page.text('eu-west-1a', 'eu-west-1b')", [
        r"changed: code block under “Step 2: Delete”: line 2: “zone: eu-west-1a” → “zone: eu-west-1b”"]),
    "a blank of code is lost": ("page.text('replicas: 3', 'replicas:3')", [
        r"changed: code block under “Step 2: Delete”: line 1: “replicas: 3” → “replicas:3” \(only blanks differ\)"]),
    "a line of code is lost": ("page.text('kubectl get node ip-10-0-0-1\\n', '')", [
        r"changed: code block under “Step 1: Drain”: line 1 “kubectl get node ip-10-0-0-1” is gone"]),
    "a code block is removed": ("page.remove('codeBlock', 'replicas')", [
        r"lost: code block under “Step 2: Delete”: “replicas: 3.*”"]),
    "a code block becomes a paragraph": ("page.become('codeBlock', 'replicas', 'paragraph')", [
        r"lost: code block under “Step 2: Delete”: “replicas: 3.*” is a paragraph now"]),
    "a code block leaves its step": ("page.move('codeBlock', 'get node', 'orderedList', 'Drain it')", [
        r"moved: code block under “Step 1: Drain”: “kubectl get node.*”"]),
    "the language is changed": ("page.attributes('codeBlock', 'replicas', {language: 'json'})", [
        r"changed: language of the code block under “Step 2: Delete”: yaml → json .*"]),
    "a panel is lost, its text stays": ("page.unwrap('panel', 'Stop the writers')", [
        r"lost: panel under “Before you start”: “Stop the writers first\.” \(its text is still there\)"]),
    "the kind of a panel is changed": ("page.attributes('panel', 'Stop the writers', {panelType: 'info'})", [
        r"changed: panel under “Before you start”: “Stop the writers first\.” was of the kind warning and is info"]),
    "a panel is removed": ("page.remove('panel', 'Stop the writers')", [
        r"lost: panel under “Before you start”: “Stop the writers first\.”"]),
    "an expand is lost": ("page.unwrap('expand')", [
        r"lost: expand under “Step 2: Delete”: “Where the logs are” \(its text is still there\)"]),
    "an expand is removed": ("page.remove('expand')", [
        r"lost: expand under “Step 2: Delete”: “Where the logs are”"]),
    "the title of an expand is changed": ("page.attributes('expand', '', {title: 'Where the files are'})", [
        r"changed: title of the expand under “Step 2: Delete”: “Where the logs are” → “Where the files are”"]),
    "an item is removed": ("page.remove('listItem', 'Nobody is on')", [
        r"lost: list item under “Before you start”: “Nobody is on the host\.”"]),
    "an item is moved": ("page.move('listItem', 'The queue', 'listItem', 'Nobody is on')", [
        r"moved: list item under “Before you start”: “(The queue is empty|Nobody is on the host)\.”"]),
    "a step is moved": ("page.move('listItem', 'Look at', 'listItem', 'Wait until')", [
        r"moved: list item under “Step 1: Drain”: “Look at the node:” and 2 more blocks"]),
    "bullets become numbers": ("page.become('bulletList', 'The queue', 'orderedList')", [
        r"changed: list of bullets under “Before you start”: “The queue is empty\.” is a numbered list now"]),
    "another first number": ("page.attributes('orderedList', 'Drain it', {order: 3})", [
        r"changed: numbered list under “Step 1: Drain”: “Look at the node:” starts at 3, not at 1"]),
    "a list is lost": ("page.unwrap('bulletList', 'Pods without')", [
        r"lost: list of bullets under “Step 1: Drain”: “Pods without a controller are lost\.”"
        r" \(its text is still there\)"]),
    "the level of a heading is changed": ("page.attributes('heading', 'Step 2', {level: 3})", [
        r"changed: heading: “Step 2: Delete” was of level 2 and is of level 3"]),
    "the text of a heading is changed": ("page.text('Check', 'Verify')", [
        r"changed: heading: “Check” → “Verify”"]),
    "a heading is removed": ("page.remove('heading', 'Check')", [r"lost: heading: “Check”"]),
    "a heading becomes a paragraph": ("page.become('heading', 'Check', 'paragraph')", [
        r"lost: heading: “Check” is a paragraph now"]),
    "a cell is changed": ("page.text('30 s', '60 s')", [
        r"changed: table cell under “Step 2: Delete” in the table \(row “timeout”, column “Value”\): “30 s” → “60 s”"]),
    "a cell is emptied": ("page.text('30 s', '')", [
        r"lost: table cell under “Step 2: Delete” in the table \(row “timeout”, column “Value”\): “30 s”"]),
    "a row is removed": ("page.remove('tableRow', 'retries')", [
        r"lost: row of the table under “Step 2: Delete”: “retries \| 5 \| how often it tries”"]),
    "a row is moved": ("page.move('tableRow', 'timeout', 'tableRow', 'backoff')", [
        r"moved: row of the table under “Step 2: Delete”: “timeout \| 30 s \| how long it waits”"]),
    "a column is removed": ("page.removeColumn('Value')", [
        r"lost: column of the table under “Step 2: Delete”: “Value”"]),
    "a table is removed": ("page.remove('table', 'retries')", [
        r"lost: table under “Step 2: Delete”: “Setting Value Meaning.*”"]),
    "header cells become plain": (
        "['Setting', 'Value', 'Meaning'].forEach((name) => page.become('tableHeader', name, 'tableCell'))",
        [r"changed: header cells of the table under “Step 2: Delete”"]),
    "a link leads elsewhere": ("page.mark('the rules', 'link', {href: 'https://example.com/old'})", [
        r"changed: link of “the rules” in the paragraph under “Before you start”: "
        r"https://example\.com/rules → https://example\.com/old"]),
    "a link is removed": ("page.unmark('the rules', 'link')", [
        r"lost: link of “the rules” in the paragraph under “Before you start”, which led to https://example\.com/rules"]),
    "a link is added": ("page.mark('the ring', 'link', {href: 'https://example.com/ring'})", [
        r"added: link of “the ring” in the paragraph under “Step 2: Delete”, to https://example\.com/ring"]),
    "code is plain text": ("page.unmark('#operations', 'code')", [
        r"lost: code formatting of “#operations” in the paragraph under “Before you start”"]),
    "bold is lost": ("page.unmark('urgent', 'strong')", [
        r"lost: bold of “urgent” in the paragraph under “Before you start”"]),
    "a picture is removed": ("page.remove('mediaSingle', 'console')", [
        r"lost: picture under “Step 1: Drain”: “the console”"]),
    "a picture is emptied": ("page.attributes('media', 'console', {url: '', alt: ''})", [
        r"lost: picture under “Step 1: Drain”: “the console”"]),
    "an item leaves its list": ("page.unwrap('listItem', 'Wait until')", [
        r"changed: list item under “Step 1: Drain”: “Wait until it is empty\.” is no longer an item of its list"]),
    "a picture is moved": ("page.move('mediaSingle', 'console', 'heading', 'Check')", [
        r"moved: picture under “Step 1: Drain”: “the console” \(now under “Check”\)"]),
    "another picture": ("page.attributes('media', 'console', {url: 'https://example.com/x.png', alt: 'a graph'})", [
        r"changed: picture under “Step 1: Drain”: “the console” → “a graph”"]),
    "a task is ticked": ("page.attributes('taskItem', 'Delete the pod', {state: 'DONE'})", [
        r"changed: task under “Step 2: Delete”: “Delete the pod” is ticked"]),
    "a task is no longer ticked": ("page.attributes('taskItem', 'Tell the team', {state: 'TODO'})", [
        r"changed: task under “Step 2: Delete”: “Tell the team” is no longer ticked"]),
    "a task is removed": ("page.remove('taskItem', 'Close the ticket')", [
        r"lost: task under “Step 2: Delete”: “Close the ticket”"]),
    "a rule is removed": ("page.remove('rule')", [r"lost: horizontal line under “Before you start”"]),
    "a quote is lost": ("page.unwrap('blockquote')", [
        r"lost: quote under “Step 2: Delete”: “The budget is what keeps .*” \(its text is still there\)"]),
    "two blocks are swapped": ("page.move('blockquote', '', 'taskList', 'Delete the pod')", [
        r"moved: paragraph under “Step 2: Delete”: “The budget is what keeps the ring whole\.”"]),
    "an item goes into another": ("page.indent('Wait until')", [
        r"changed: list item under “Step 1: Drain”: “Wait until it is empty\.” is in a list item now"]),
    "code comes into a quote": ("page.move('codeBlock', 'replicas', 'paragraph', 'The budget is what')", [
        r"moved: code block under “Step 2: Delete”: “replicas: 3.*”"]),
    "a panel around a paragraph": ("page.wrap('paragraph', 'A quiet', 'panel', {panelType: 'note'})", [
        r"added: panel under “Before you start”: “A quiet paragraph that stays\.”"]),
    "a status gets another colour": ("page.attributes('status', 'READS', {color: 'red'})", [
        r"changed: colour of the status “READS” in the list item under “Step 1: Drain”: neutral → red"]),
    "a section is removed": (
        "['heading', 'paragraph'].forEach((type) => page.remove(type, type === 'heading' ? 'Check' : 'The ring is'))", [
            r"lost: heading: “Check”", r"lost: paragraph under “Check”: “The ring is whole again\.”"]),
    "several changes": (
        "page.text('30 s', '60 s'); page.remove('rule'); page.text('Check', 'Verify')", [
            r"lost: horizontal line.*", r"changed: table cell .*“30 s” → “60 s”", r"changed: heading: “Check” → “Verify”"]),
}


@pytest.fixture(scope="session")
def verify(binary, tmp_path_factory):
    return conftest.hard_cases(binary, tmp_path_factory, "verify")


def said(result: dict) -> list[str]:
    return [f"{message['what']}: {message['text']}" for message in result["messages"]]


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_named_with_its_kind_and_its_heading(edit, checker, verify):
    steps, expected = EDITS[edit]
    html = verify.pages["ingester"].cloud
    result = checker.check({"cloud": html}, checker.editor.copy(html, steps))
    assert result["state"] == "different", result["headline"]
    found = said(result)
    assert len(found) == len(expected), found
    for pattern, text in zip(expected, found):
        assert re.fullmatch(pattern, text), found


def test_what_is_typed_is_named(checker, verify):
    html = verify.pages["ingester"].cloud
    clipboard = checker.editor.type(html, "the next step", "o", "f", "Space")
    assert said(checker.check({"cloud": html}, clipboard)) == [
        "changed: paragraph under “Before you start”: “…five minutes before the next step. Write to …” → "
        "“…five minutes before of the next step. Write to …”"
    ]
    clipboard = checker.editor.type(html, "zone: eu", "#")
    assert said(checker.check({"cloud": html}, clipboard)) == [
        "changed: code block under “Step 2: Delete”: line 2: “zone: eu-west-1a” → “#zone: eu-west-1a”"
    ]


def test_an_unchanged_page_is_the_same(page, checker, cloud_view):
    """Each page of the wiki and each hard case, out of Cloud's editor and out of its view."""
    copied = checker.editor.copy(page.cloud)
    for clipboard in (copied, cloud_view.copy(copied["html"])):
        result = checker.check({"cloud": page.cloud}, clipboard)
        assert (result["state"], said(result), result["way"]) == ("same", [], "cloud")


def test_an_unchanged_page_of_data_center_is_the_same(page, checker, data_center, data_center_view):
    payload = (page.folder / "dc.html").read_text()
    for copy in (data_center.copy, data_center_view.copy):
        result = checker.check({"dc": payload}, copy(payload), "dc")
        assert (result["state"], said(result)) == ("same", [])


# In Data Center's editor, and in what its view shows.
DATA_CENTER_EDITS = {
    "code is changed": (
        "const code = find('pre, .line', 'eu-west-1a'); code.innerHTML = code.innerHTML.replace('1a', '1b')",
        r"changed: code block under “Step 2: Delete”: line 2: “zone: eu-west-1a” → “zone: eu-west-1b”"),
    "a panel is removed": (
        "find('.wysiwyg-macro, .confluence-information-macro', 'Stop the writers').remove()",
        r"lost: panel under “Before you start”: “Stop the writers first\.”"),
    "a panel is lost": (
        "const panel = find('.wysiwyg-macro, .confluence-information-macro', 'Stop the writers');"
        "panel.replaceWith(...panel.querySelector('.wysiwyg-macro-body, .confluence-information-macro-body').childNodes)",
        r"lost: panel under “Before you start”: “Stop the writers first\.” \(its text is still there\)"),
    "an item is removed": (
        "find('li', 'Nobody is on').remove()",
        r"lost: list item under “Before you start”: “Nobody is on the host\.”"),
    "a cell is changed": (
        "find('td', '30 s').innerHTML = '60 s'",
        r"changed: table cell under “Step 2: Delete” in the table \(row “timeout”, column “Value”\): “30 s” → “60 s”"),
    "a row is removed": (
        "find('td', 'retries').closest('tr').remove()",
        r"lost: row of the table under “Step 2: Delete”: “retries \| 5 \| how often it tries”"),
    "a link leads elsewhere": (
        "['href', 'data-mce-href'].forEach((name) => find('a', 'the rules').setAttribute(name, 'https://example.com/old'))",
        r"changed: link of “the rules” in the paragraph under “Before you start”: .* → https://example\.com/old"),
    "a task is ticked": (
        "find('li', 'Delete the pod').className = 'checked'",
        r"changed: task under “Step 2: Delete”: “Delete the pod” is ticked"),
    "a picture is removed": (
        "find('img.confluence-embedded-image', '').remove()",
        r"lost: picture under “Step 1: Drain”: “the console”"),
    "a heading is changed": ("find('h3', 'Check').textContent = 'Verify'", r"changed: heading: “Check” → “Verify”"),
    "an expand is removed": (
        "find('.wysiwyg-macro, .expand-container', 'the bucket').remove()",
        r"lost: expand under “Step 2: Delete”: “Where the logs are”"),
}
FIND = """const find = (selector, text) => {
  const all = [...body.querySelectorAll(selector)].filter((one) => one.textContent.includes(text));
  return all.sort((a, b) => a.textContent.length - b.textContent.length)[0];
};
"""


@pytest.mark.parametrize("edit", DATA_CENTER_EDITS)
def test_an_edit_in_data_center_is_named(edit, checker, data_center, data_center_view, verify):
    steps, expected = DATA_CENTER_EDITS[edit]
    payload = (verify.pages["ingester"].folder / "dc.html").read_text()
    for copy in (data_center.copy, data_center_view.copy):
        result = checker.check({"dc": payload}, copy(payload, FIND + steps), "cloud")
        found = said(result)
        assert len(found) == 1 and re.fullmatch(expected, found[0]), found


def test_an_expand_that_was_closed_is_not_lost(checker, data_center_view, verify):
    payload = (verify.pages["ingester"].folder / "dc.html").read_text()
    closed = "body.querySelector('.expand-content').style.display = 'none'"
    result = checker.check({"dc": payload}, data_center_view.copy(payload, closed))
    assert result["state"] == "same"
    assert said(result) == ["not compared: expand under “Step 2: Delete” was closed when the page was copied"]


# What Confluence itself makes of a page that nobody has edited.
OWN = {
    "uploaded pictures": (r'data-type="external" data-collection="" data-url="[^"]*/(\w+\.png)"',
                          r'data-type="file" data-id="0b4c" data-collection="c1" data-file-name="\1"'),
    "pictures without a name": (r'data-type="external" data-collection="" data-url="[^"]*"',
                                'data-type="file" data-id="0b4c" data-collection="c1"'),
    "links of words": (r"A quiet paragraph", 'A quiet <a href="http://paragraph">paragraph</a>'),
    "no-break spaces": (r"how long it", "how\u00a0long it"),
    "local ids": (r"<(p|h\d|ul|tr)\b", r'<\1 data-local-id="5c1a"'),
    "an empty paragraph at the end": (r"\Z", "<p></p>"),
    "layout": (r"\A(.*)\Z", r'<div data-layout-section="true"><div data-layout-column="true">'
                            r'<div data-layout-content="true">\1</div></div></div>'),
    "a fragment": (r"\A", "<meta charset='utf-8'>"),
}


@pytest.mark.parametrize("what", OWN)
def test_what_confluence_itself_changes_is_no_difference(what, checker, verify):
    html = verify.pages["ingester"].cloud
    clipboard = checker.editor.copy(html)
    pattern, text = OWN[what]
    changed = re.sub(pattern, text, clipboard["html"], flags=re.DOTALL)
    assert changed != clipboard["html"]
    assert said(checker.check({"cloud": html}, {**clipboard, "html": changed})) == []


@pytest.mark.parametrize("given, copied, is_same", [
    ("https://acme.atlassian.net/wiki/spaces/OPS/pages/12", "/wiki/spaces/OPS/pages/12/Drain+a+node", True),
    ("https://acme.atlassian.net/wiki/spaces/OPS/pages/12#Step-1", "/wiki/spaces/OPS/pages/12/Drain#Step-1", True),
    ("https://acme.atlassian.net/wiki/spaces/OPS/pages/12#Step-1", "/wiki/spaces/OPS/pages/12/Drain#Step-2", False),
    ("https://acme.atlassian.net/wiki/spaces/OPS/pages/12", "/wiki/spaces/OPS/pages/123", False),
    ("https://wiki.example/pages/viewpage.action?pageId=7", "https://wiki.example/spaces/OPS/pages/7/Drain", True),
    ("https://wiki.example/display/OPS/Drain", "/display/OPS/Drain", True),
    ("https://wiki.example/pages/viewpage.action?spaceKey=OPS&title=Drain%20it", "/display/OPS/Drain+it", True),
    ("https://wiki.example/pages/viewpage.action?spaceKey=OPS&title=Drain%20it", "/spaces/OPS/pages/7/Drain+it", True),
    ("https://wiki.example/pages/viewpage.action?spaceKey=OPS&title=Drain%20it", "/display/OPS/Drain", False),
    ("https://Example.com", "https://example.com/", True),
    ("https://example.com:443/a%20b", "https://example.com/a b", True),
    ("https://example.com/a", "https://example.com/b", False),
    ("https://example.com/a", "http://example.com/a", False),
])
def test_links_are_the_same_where_they_lead_to_the_same_page(given, copied, is_same, checker):
    link = '<p data-pm-slice="0 0 []"><a href="{}">there</a></p>'
    result = checker.check({"cloud": link.format(escape(given))},
                           {"html": link.format(escape(copied)), "text": ""})
    assert (result["state"] == "same") == is_same


def test_the_revision_in_the_first_line_is_no_difference(checker):
    line = "<p>This page is generated from a.md at revision {}. Change it there: the next export overwrites what is " \
        "changed here.</p><p>Text.</p>"
    result = checker.check({"cloud": line.format("2b")}, {"html": line.format("1a"), "text": ""})
    assert (result["state"], result["origin"]) == ("same", {"own": "a.md at revision 2b", "copied": "a.md at revision 1a"})


@pytest.mark.parametrize("clipboard, headline", [
    ({"html": "", "text": ""}, r"Not compared: the clipboard is empty\."),
    ({"html": "", "text": "Step 1"}, r"Not compared: this is plain text only.*"),
    ({"html": "<meta charset='utf-8'><p></p>", "text": "\n"}, r"Not compared: there is nothing on the copied page\."),
    ({"html": "<h2>Lunch</h2><p>Soup.</p><p>Bread.</p><ul><li>Salt</li><li>Oil</li></ul>", "text": "Lunch"},
     r"Not compared: this looks like another page\. It starts with “Lunch”, .* with “Before you start”\."),
])
def test_what_cannot_be_compared_is_said(clipboard, headline, checker, verify):
    result = checker.check({"cloud": verify.pages["ingester"].cloud}, clipboard)
    assert re.fullmatch(headline, result["headline"]) and result["messages"] == []


def test_a_part_of_the_page_is_said(checker, verify):
    html = verify.pages["ingester"].cloud
    clipboard = checker.editor.copy(html)
    part = clipboard["html"][: clipboard["html"].index("<h2>Step 2")]
    result = checker.check({"cloud": html}, {**clipboard, "html": part})
    assert result["state"] == "part"
    assert len(said(result)) == 1
    assert re.fullmatch(r"missing: everything after “After the picture\.” \(\d+ blocks\)", said(result)[0])


def test_an_export_that_is_not_there_is_said(checker, verify):
    folder = verify.pages["ingester"].folder
    dc = (folder / "dc.html").read_text()
    result = checker.check({"cloud": verify.pages["ingester"].cloud}, {"html": dc, "text": ""})
    assert result["headline"] == "Not compared: this wiki has no export for Confluence Data Center."


def test_pages_that_nobody_wrote_for_this_are_the_same(corpora, checker):
    different = {}
    for name, page in corpora.pages.items():
        result = checker.check({"cloud": page.cloud}, checker.editor.copy(page.cloud))
        if result["state"] != "same":
            different[name] = said(result)
    assert different == {}
