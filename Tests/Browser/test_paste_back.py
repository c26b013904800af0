"""The box of the Copy page into which somebody pastes what was copied in Confluence. What it finds is
tested where the editors are (`Tests/Paste`)."""

import re

import harness
from test_confluence import RUNBOOK, SMALL, entry, payload, press

EDITED = ("<p>End.</p>", "<p>The end.</p>")


def box(block):
    """The opened box of an entry."""
    details = block.locator(".paste-back")
    if not details.evaluate("(e) => e.open"):
        details.locator("summary").click()
    return details


def put(page, html, text="text"):
    """Puts what an editor would on the clipboard."""
    other = page.context.new_page()
    other.goto("about:blank")
    other.evaluate(
        """([html, text]) => document.addEventListener("copy", (event) => {
          event.preventDefault();
          if (html) event.clipboardData.setData("text/html", html);
          event.clipboardData.setData("text/plain", text);
        })""",
        [html, text],
    )
    other.keyboard.press("Control+c")
    other.close()
    page.bring_to_front()


def verify(page, block):
    """Pastes into the box; what it then says, line by line."""
    details = box(block)
    output = details.locator("[aria-live]")
    output.evaluate("(e) => { e.replaceChildren(); delete e.dataset.result; }")
    details.locator("textarea").focus()
    page.keyboard.press("Control+v")
    output.locator(".paste-back-result").wait_for()
    assert details.locator("textarea").input_value() == ""
    return output.evaluate("(e) => [e.dataset.result, ...[...e.querySelectorAll('p,li')].map((it) => it.textContent)]")


def test_what_was_copied_is_the_same(wiki, site_url, open_page):
    page = open_page(site_url + "confluence/index.html")
    block = entry(page, RUNBOOK)
    for target in ("cloud", "dc"):
        assert press(block, target).startswith("Copied.")
        said = verify(page, block)
        assert said[0] == "same" and re.match(r"The same: \d+ headings, \d+ code blocks, .* blocks\.$", said[1]), said
        assert said[2:] == ["What is in Confluence is what this page would paste: it can be marked as pasted."]
    block.locator("[data-mark]").click()
    assert len(verify(page, block)) == 2
    put(page, payload(wiki, RUNBOOK, "cloud").replace("journalctl", "journal"))
    said = verify(page, block)
    assert said[0] == "different"
    assert any(re.match(r"changed: code block under “.*”: line \d+: “.*journalctl.*” → “.*journal.*”$", line) for line in said)
    put(page, "", "Only text")
    assert verify(page, block)[:2] == ["nothing", "Not compared: this is plain text only, without panels, code blocks "
                                       "and links. Copy the page in Confluence itself, not out of a text editor."]


def test_what_is_known_of_the_pasted_page_is_said(make_wiki, binary, serve, open_page):
    wiki = make_wiki(SMALL)
    page = open_page(serve(wiki) + "confluence/index.html")
    block = entry(page, "index")
    html = payload(wiki, "index", "cloud")
    assert EDITED[0] in html
    put(page, html.replace(*EDITED))
    change = "changed: paragraph under “Steps”: “End.” → “The end.”"
    said = verify(page, block)
    assert said[0] == "different" and said[2].startswith("This browser does not know which version was pasted")
    assert said[3:] == [change]
    # It was so at the first check, and what comes later is told apart.
    put(page, html.replace(*EDITED).replace("Look at", "See"))
    said = verify(page, block)
    assert re.match(r"On \d{4}-\d\d-\d\d the same version was checked", said[2])
    assert re.match(r"New since \d{4}-\d\d-\d\d:", said[3]) and "“Look at" in said[4] and "“See" in said[4]
    assert re.match(r"As on \d{4}-\d\d-\d\d:", said[5]) and said[6:] == [change]
    # The page changes here, and was marked before.
    page.evaluate("localStorage.clear()")
    block.locator("[data-mark]").click()
    put(page, html.replace(*EDITED))
    assert "It is compared with what was marked as pasted" in verify(page, block)[2]
    source = wiki.folder.parent / "project-1/content/index.md"
    source.write_text(source.read_text().replace("End.", "Enough."))
    harness.build(binary, source.parents[1], wiki.folder)
    page.reload()
    put(page, html)
    said = verify(page, block)
    assert "The page in the repository has changed since it was marked as pasted" in said[2]
    assert said[3:] == ["changed: paragraph under “Steps”: “Enough.” → “End.”"]


def test_hostile_html_stays_inert(share_wiki, serve, open_page):
    page = open_page(serve(share_wiki(SMALL)) + "confluence/index.html")
    block = entry(page, "index")
    put(page, "<p data-pm-slice='0 0 []' style='color: red'>Look<img src=x onerror=alert(1)><script>alert(2)</script></p>"
        "<iframe src='https://example.com/'></iframe><p>&lt;img src=y onerror=alert(3)></p>")
    said = verify(page, block)
    assert page.locator("main img, main script, main iframe").count() == 0, said
    # The fixture fails the test when anything ran, asked, or left the site.


def test_a_browser_that_keeps_nothing_compares(share_wiki, serve, open_page):
    page = open_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    page.goto(serve(share_wiki(SMALL)) + "confluence/index.html")
    block = entry(page, "index")
    press(block, "cloud")
    assert verify(page, block)[0] == "same"


def test_without_javascript_there_is_no_box(share_wiki, open_page):
    page = open_page(share_wiki(SMALL).file_url + "confluence/index.html", javascript=False)
    assert page.locator(".paste-back").count() == 0
