"""The Copy buttons: what they put on the clipboard, over http and from a folder, and what is left of
it when it is pasted."""

import json
import pathlib
import re
import urllib.parse

import pytest

import harness
from confluence_pages import HARD, HOSTILE, SMALL, front_matter

RUNBOOK = "bottlerocket/working-with-bottlerocket-on-eks"
PAYLOADS = {"cloud": "cloud.html", "dc": "dc.html", "storage": "storage.xml"}

# A browser on an internal host without https has neither.
WITHOUT_CLIPBOARD_API = """
delete window.ClipboardItem;
Object.defineProperty(navigator, 'clipboard', { value: undefined });
"""
WITHOUT_COPY_COMMAND = "document.execCommand = () => false;"


def entry(page, path):
    """The entry of a wiki page on a Copy page."""
    return page.locator(f'section.export[data-payload$="{path}/payload.js"]')


def press(block, target):
    """Presses a Copy button and returns what the page says then."""
    status = block.locator("[role=status]")
    # Not what an earlier press has left.
    status.evaluate("(status) => { status.textContent = ''; }")
    block.locator(f"[data-copy={target}]").click()
    status.filter(has_text=re.compile("opied")).wait_for()
    return status.text_content()


def pasted(page):
    """Pastes into an editable element of another page: what it was given, and what became of it."""
    others = [other for other in page.context.pages if other is not page]
    editor = others[0] if others else page.context.new_page()
    # Nothing of the last time stays.
    editor.goto("about:blank")
    editor.set_content('<div id="e" contenteditable style="min-height: 3em"></div>')
    editor.evaluate(
        """() => {
          window.given = {};
          document.addEventListener('paste', ({ clipboardData: data }) => {
            for (const type of data.types) window.given[type] = data.getData(type);
          });
          document.getElementById('e').focus();
        }"""
    )
    editor.keyboard.press("Control+v")
    editor.wait_for_function("Object.keys(window.given).length > 0")
    return editor, editor.evaluate("window.given")


def payload(wiki, path, target):
    return (wiki.folder / "confluence" / path / PAYLOADS[target]).read_bytes().decode()


@pytest.mark.parametrize("api", ["all", "no clipboard API"])
def test_the_buttons_copy_exactly_the_payload(wiki, site_url, open_page, api):
    page = open_page()
    if api != "all":
        page.add_init_script(WITHOUT_CLIPBOARD_API)
    for url, block in [
        ("confluence/index.html", lambda page: entry(page, RUNBOOK)),
        (RUNBOOK + ".html", lambda page: page.locator("[data-payload]")),
    ]:
        page.goto(site_url + url)
        for target in PAYLOADS:
            said = press(block(page), target)
            assert said.startswith("Copied."), said
            _, given = pasted(page)
            expected = payload(wiki, RUNBOOK, target)
            if target == "storage":
                assert given == {"text/plain": expected}
            else:
                assert set(given) == {"text/html", "text/plain"}
                assert given["text/html"] == expected
                assert "journalctl" in given["text/plain"]
                assert "<" not in re.sub(r"<[a-z-]+>", "", given["text/plain"].split("\n")[0])


def test_the_clipboard_api_stands_in_for_the_copy_event(wiki, serve, open_page):
    """Chromium parses and writes HTML anew on this way, so the trees are compared."""
    page = open_page()
    page.add_init_script(WITHOUT_COPY_COMMAND)
    page.goto(serve(wiki) + "confluence/index.html")
    for target in ("cloud", "dc"):
        assert press(entry(page, RUNBOOK), target).startswith("Copied.")
        # Chromium complains of the styles of what it rewrites.
        page.watch.problems[:] = [text for text in page.watch.problems if "inline style" not in text]
        editor, given = pasted(page)
        same = editor.evaluate(
            """([one, other]) => {
              const tree = (html) => {
                const body = new DOMParser().parseFromString(html, 'text/html').body;
                for (const name of ['src', 'href']) {
                  body.querySelectorAll(`[${name}]`).forEach((e) => e.removeAttribute(name));
                }
                return body.innerHTML;
              };
              return tree(one) === tree(other);
            }""",
            [given["text/html"], payload(wiki, RUNBOOK, target)],
        )
        assert same, target
        assert given["text/plain"]


def test_a_browser_that_refuses_is_said(wiki, serve, open_page):
    page = open_page()
    page.add_init_script(WITHOUT_COPY_COMMAND + WITHOUT_CLIPBOARD_API)
    page.goto(serve(wiki) + "confluence/index.html")
    assert press(entry(page, RUNBOOK), "cloud").startswith("Not copied: this browser")


def test_a_payload_that_is_gone_is_said(make_wiki, serve, open_page):
    wiki = make_wiki(SMALL)
    page = open_page(serve(wiki) + "confluence/index.html")
    script = wiki.folder / "confluence/index/payload.js"
    content = script.read_bytes()
    script.unlink()
    assert press(entry(page, "index"), "cloud").startswith("Not copied: the export of this page")
    page.watch.problems.clear()
    script.write_bytes(content)
    assert press(entry(page, "index"), "cloud").startswith("Copied.")


# A line end at the start of a <pre> goes when Chromium makes HTML anew for a contenteditable; the
# product's editors read the clipboard themselves.
SHAPE = """(root) => [...root.querySelectorAll('h1,h2,h3,h4,h5,h6,ol,ul,li,table,tr,td,th,pre')]
  .filter((e) => !e.closest('.wysiwyg-macro') || e.tagName === 'PRE')
  .map((e) => e.tagName + ' ' + (e.tagName === 'PRE' ? e.textContent.replace(/^\\n/, '') : '')
    + (e.tagName.startsWith('H') ? e.textContent.trim() : '') + (e.getAttribute('start') ?? ''))"""


@pytest.mark.parametrize("path", ["hard", RUNBOOK])
def test_pasting_keeps_headings_lists_tables_and_code(wiki, share_wiki, serve, open_page, path):
    if path == "hard":
        wiki = share_wiki(HARD)
    page = open_page(serve(wiki) + "confluence/index.html")
    for target in ("cloud", "dc"):
        assert press(entry(page, path), target).startswith("Copied.")
        editor, given = pasted(page)
        before = editor.evaluate(
            f"(html) => ({SHAPE})(new DOMParser().parseFromString(html, 'text/html').body)",
            given["text/html"],
        )
        after = editor.evaluate(f"() => ({SHAPE})(document.getElementById('e'))")
        assert after == before, target
        kinds = {line.split(" ")[0] for line in before}
        assert {"H2", "TABLE", "PRE", "UL"} <= kinds


def test_the_plain_text_reads_like_the_page(share_wiki, serve, open_page):
    wiki = share_wiki(SMALL)
    page = open_page(serve(wiki) + "confluence/index.html")
    press(entry(page, "index"), "cloud")
    _, given = pasted(page)
    text = given["text/plain"]
    body = text[text.index("Steps") :]
    assert body == (
        "Steps\n\n3. Look at <name> & co\nWRITES\nkubectl get po > x\n  two\n4. Then\n  - this\n  - that\n\n"
        "Key\tValue\na|b\tone\ntwo\n\n---\n\nEnd.\n"
    )


def test_what_was_pasted_is_remembered_until_it_changes(make_wiki, binary, serve, open_page):
    wiki = make_wiki(SMALL)
    page = open_page(serve(wiki) + "confluence/index.html")
    block = entry(page, "index")
    line = block.locator(".pasted")
    assert "Not marked" in line.text_content()
    block.locator("[data-mark]").click()
    assert re.match(r"Unchanged since it was pasted on \d{4}-\d\d-\d\d$", line.text_content())
    page.reload()
    assert line.get_attribute("data-pasted") == "same"

    project = wiki.folder.parent / "project-1"
    source = SMALL["content/index.md"].replace("End.", "The end.")
    for text, causes in [
        (source, "content"),
        (source.replace("title: 'Small'\n", "title: Smaller\n").replace("[aws]", "[new]"), "content, title, labels"),
    ]:
        (project / "content/index.md").write_text(text)
        harness.build(binary, project, wiki.folder)
        page.reload()
        assert line.get_attribute("data-pasted") == "changed"
        assert line.text_content().endswith(": " + causes)
    # A page that is renamed changes the storage format of those that link to it, and not what is pasted.
    block.locator("[data-mark]").click()
    renamed = page.evaluate("(e) => e.dataset.state.replace(/storage=\\w+/, 'storage=0')", block.element_handle())
    page.evaluate("([e, state]) => { e.dataset.state = state; dispatchEvent(new Event('storage')) }", [block.element_handle(), renamed])
    assert line.get_attribute("data-pasted") == "same"
    page.reload()
    press(block, "storage")
    block.locator("[data-mark]").click()
    page.evaluate("([e, state]) => { e.dataset.state = state; dispatchEvent(new Event('storage')) }", [block.element_handle(), renamed])
    assert line.text_content().endswith(": content")
    page.reload()
    # A revision is no change.
    block.locator("[data-mark]").click()
    harness.build(binary, project, wiki.folder, "--revision", "abc")
    page.reload()
    assert line.get_attribute("data-pasted") == "same"


def test_whatever_lies_in_the_store_does_no_harm(share_wiki, serve, open_page):
    page = open_page(serve(share_wiki(SMALL)) + "confluence/index.html")
    block = entry(page, "index")
    block.locator("[data-mark]").click()
    for value in ("{", "null", "7", '{"state": 3}', '{"state": "x"}', "[]"):
        page.evaluate("(value) => { localStorage[Object.keys(localStorage)[0]] = value }", value)
        page.reload()
        assert block.locator(".pasted").get_attribute("data-pasted") in ("new", "changed"), value


def test_a_browser_that_keeps_nothing(share_wiki, serve, open_page):
    page = open_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    page.goto(serve(share_wiki(SMALL)) + "confluence/index.html")
    block = entry(page, "index")
    block.locator("[data-mark]").click()
    assert "Not marked" in block.locator("[role=status]").text_content()
    assert press(block, "cloud").startswith("Copied.")


def test_the_page_says_what_to_set_in_confluence(share_wiki, open_page):
    wiki = share_wiki(SMALL)
    page = open_page(wiki.file_url + "confluence/index.html", javascript=False)
    text = entry(page, "index").inner_text()
    for words in ["Small", "Runbooks", "OPS", "concept", "aws", "plan.png", "cloud.html"]:
        assert words in text, words
    assert not page.locator("[data-copy]").first.is_visible()
    assert "click into the empty line" in page.inner_text("main")
    for link in page.locator("section.export a[href]").all():
        target = (wiki.folder / "confluence" / link.get_attribute("href")).resolve()
        assert target.is_file(), target


def test_the_button_that_was_taken_is_the_readers(make_wiki, serve, open_page):
    root = serve(make_wiki(SMALL), "/mine/")
    page = open_page(root + "confluence/index.html")
    block = entry(page, "index")
    whose = block.locator("[data-whose]")
    assert whose.inner_text() == "Yours is Confluence Cloud: the wiki is set up for it."
    press(block, "dc")
    page.goto(root + "index.html")
    page.locator(".copy-bar [data-copy=cloud]").hover()
    assert page.locator(".copy-bar .mine").inner_text() == "Copy for Data Center"
    page.goto(root + "confluence/index.html")
    assert whose.inner_text() == "Yours is Data Center: it was taken last in this browser."
    assert block.locator(".mine").get_attribute("data-copy") == "dc"
    # What was not copied anew is marked as what is the reader's, and stays that page's.
    block.locator("[data-mark]").click()
    assert whose.inner_text() == "Yours is Data Center: this page was pasted with it."
    page.evaluate("key => localStorage.setItem(key, '\"cloud\"')", f"runbookgen copies {root}")
    page.reload()
    assert block.locator(".mine").get_attribute("data-copy") == "dc"
    page.evaluate("key => localStorage.setItem(key, '[7')", f"runbookgen copies {root}")
    page.goto(root + "index.html")
    page.locator(".copy-bar [data-copy=cloud]").hover()
    assert page.locator(".copy-bar .mine").inner_text() == "Copy for Confluence Cloud"


def test_the_copy_pages_have_the_frame_of_the_others(share_wiki, open_page):
    page = open_page(share_wiki(SMALL).file_url + "confluence/index.html")
    assert page.get_by_role("button", name="Theme: system").is_visible()
    assert page.locator("#page-search, #page-search *").first.is_visible()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Home").click()
    page.wait_for_url("**/index.html")
    assert "/confluence/" not in page.url


def test_what_many_pages_lose_is_said_once(make_wiki, open_page):
    files = {"content/index.md": front_matter("Home") + "Text.\n"}
    for number in range(4):
        files[f"content/p{number}.md"] = front_matter(f"Page {number}") + (
            f"[There](#nowhere-{number})\n\n## Nowhere {number}\n\n```promql\nup == {number}\n```\n")
    files["content/p0.md"] += "\n- > Quote\n  >\n  > ## Heading\n"
    wiki = make_wiki(files)
    html = wiki.text("confluence/index.html")
    assert html.count("the code macro of Confluence Cloud does not know it") == 1
    page = open_page(wiki.file_url + "confluence/index.html", javascript=False)
    many = page.locator("#many-pages + ul > li")
    assert any(text.startswith("4 pages, for example") for text in many.all_inner_texts())
    block = entry(page, "p1")
    assert "many pages lose" in block.inner_text() and "promql" not in block.inner_text()
    block.get_by_role("link", name="many pages lose").click()
    assert page.locator("#many-pages:target").count() == 1


def test_the_index_stays_bounded(make_wiki, open_page):
    files = {"content/index.md": front_matter("Home") + "Text.\n"}
    for number in range(120):
        files[f"content/p{number:03}.md"] = front_matter(f"Page {number}") + "Text.\n"
    wiki = make_wiki(files)
    parts = sorted((wiki.folder / "confluence").glob("part-*.html"))
    assert len(parts) == 5
    counts = [path.read_text().count('<section class="export"') for path in parts]
    assert sorted(counts) == [1, 30, 30, 30, 30]
    assert '<section class="export"' not in wiki.text("confluence/index.html")
    page = open_page(wiki.file_url + "p077.html")
    page.get_by_role("link", name="How to paste, labels and attachments").click()
    assert page.locator("section.export:target h3").text_content() == "Page 77"


def test_hostile_content_stays_inert(share_wiki, serve, open_page):
    wiki = share_wiki(HOSTILE)
    page = open_page(serve(wiki) + "confluence/index.html")
    block = page.locator("section.export").first
    assert "<img src=x onerror=alert(1)>" in block.locator("h3").text_content()
    assert page.locator("main img, main script, main [onerror]").count() == 0
    path = page.locator("section.export").first.get_attribute("data-payload")
    folder = urllib.parse.unquote(pathlib.Path(path).parent.as_posix())
    for target in ("cloud", "dc", "storage"):
        assert press(block, target).startswith("Copied."), target
        editor, given = pasted(page)
        assert given.get("text/html", given["text/plain"]) == payload(wiki, folder, target)
        if target != "storage":
            found = editor.evaluate(
                """(html) => {
                  const body = new DOMParser().parseFromString(html, 'text/html').body;
                  const bad = [...body.querySelectorAll('*')].filter((e) =>
                    /^(SCRIPT|IFRAME|OBJECT|EMBED|FORM|STYLE|LINK|META|BASE|SVG)$/i.test(e.tagName)
                    || [...e.attributes].some((a) => /^on|^srcdoc$/i.test(a.name)
                      || /^\\s*(javascript|data|vbscript):/i.test(a.value)));
                  return bad.map((e) => e.outerHTML);
                }""",
                given["text/html"],
            )
            assert found == []
            assert "</pre><script>alert(2)</script>" in given["text/plain"]
    # The fixture fails the test when anything ran, asked, or left the site.


def test_a_payload_script_is_nothing_but_strings(wiki):
    scripts = list((wiki.folder / "confluence").rglob("payload.js"))
    assert scripts
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        body = re.fullmatch(r"runbookgenPayload\((\{.*\})\);\n", text)
        assert body and "\n" not in body[1]
        # What JSON does not have: \xNN.
        values = json.loads(re.sub(r"\\x([0-9a-f]{2})", r"\\u00\1", body[1]))
        folder = script.parent.relative_to(wiki.folder / "confluence").as_posix()
        assert values == {target: payload(wiki, folder, target) for target in PAYLOADS}
