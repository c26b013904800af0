"""What holds for every page of the wiki, whatever it is about."""

import re

import harness


def test_no_page_logs_or_leaves_the_site(wiki, site_url, page):
    for path in wiki.pages:
        page.goto(site_url + path)
        outside = [url for url in page.watch.requests if not url.startswith((site_url, "data:"))]
        assert not outside, f"{path} asks for {outside}"
    # The fixture fails the test when a page logged anything.


def test_a_page_that_misbehaves_is_noticed(make_wiki, open_page):
    """Proves the watch itself: each kind of problem is seen once."""
    wiki = make_wiki({"content/index.md": INDEX})
    broken = wiki.folder / "broken.html"
    broken.write_text(
        '<!doctype html><title>x</title><img src="http://outside.invalid/a.png" alt="">'
        "<script>console.error('logged'); setTimeout(() => { throw new Error('thrown') });"
        "alert('asked')</script>"
    )
    page = open_page(broken.as_uri())
    for sign in ("logged", "thrown", "asked", "outside the site: http://outside.invalid"):
        harness.eventually(page, lambda: sign in "\n".join(page.watch.problems), True)
    page.watch.problems.clear()


@harness.EVERY_FONT
def test_no_page_scrolls_sideways(wiki, open_page):
    page = open_page()
    wide = []
    for path in wiki.pages:
        page.goto(wiki.file_url + path)
        for width in (360, 768):
            page.set_viewport_size({"width": width, "height": 740})
            overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if overflow > 0:
                wide.append(f"{path}: {overflow} px too wide for {width} px")
    assert not wide, "\n".join(wide)


def test_every_page_reads_without_javascript(wiki, open_page):
    plain = open_page(javascript=False)
    for path in wiki.pages:
        plain.goto(wiki.file_url + path)
        assert plain.locator("h1").first.is_visible(), path
        everything = plain.locator("article pre code").count()
        folded = plain.locator("article details:not([open]) pre code").count()
        shown = plain.locator("article pre code:visible").count()
        assert shown == everything - folded, path


def test_commands_are_whole_in_the_html(wiki, open_page):
    """A command reads in the page exactly as its author wrote it, without JavaScript."""
    plain = open_page(wiki.file_url + RUNBOOK, javascript=False)
    shown = "\n".join(plain.locator("article pre").all_text_contents())
    source = (harness.ROOT / "content" / RUNBOOK.replace(".html", ".md")).read_text()
    blocks = re.findall(r"^```bash[^\n]*\n(.*?)^```", source, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 3
    for block in blocks:
        for line in block.strip().splitlines():
            assert line in shown, line


RUNBOOK = "bottlerocket/update-and-roll-back-a-node.html"

INDEX = """---
kind: concept
title: Home
owner: Team
reviewed: 2026-01-01
review_every: P1Y
---
Text.
"""
