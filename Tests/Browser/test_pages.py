"""What holds for every page of the wiki, whatever it is about. Pages are loaded once for each way of
opening them, and asked everything there."""

import re

import pytest

import harness
from accessibility import COLOURS, SIZES, frame_problems, kinds_of_pages, violations, width_problems
from harness import requests_outside

DESKTOP, TABLET, PHONE = [
    {"width": width, "height": height} for width, height in ((1280, 900), (768, 740), (360, 740))
]


@pytest.mark.parametrize("half", [0, 1])
def test_every_page_is_sound(wiki, open_page, half):
    """From the disk: nothing from outside, headings and landmarks, no scrolling sideways; axe in light
    and dark, on a desktop and on a phone. What a page logs fails the test at its end."""
    page = open_page(reduced_motion="reduce")
    kinds = kinds_of_pages(wiki)
    found = []
    # In both halves some of those that axe judges, which takes most of the time.
    for path in sorted(wiki.pages, key=lambda path: (path in kinds, path))[half::2]:
        page.set_viewport_size(DESKTOP)
        page.goto(wiki.file_url + path)
        harness.settle(page)
        found += requests_outside(page, wiki.file_url) + frame_problems(page)
        if path in kinds:
            found += violations(page)
            page.emulate_media(color_scheme="dark")
            found += violations(page, COLOURS)
            page.emulate_media(color_scheme="light")
        for screen in (TABLET, PHONE):
            page.set_viewport_size(screen)
            harness.settle(page)
            found += width_problems(page)
        if path in kinds:
            # Loaded at this width some things are folded.
            page.reload()
            harness.settle(page)
            found += violations(page)
    assert not found, "\n".join(found)


@harness.OTHER_FONTS
def test_sizes_hold_with_other_fonts(wiki, open_page):
    page = open_page(reduced_motion="reduce")
    kinds = kinds_of_pages(wiki)
    found = []
    for path in wiki.pages:
        page.goto(wiki.file_url + path)
        for screen in (DESKTOP, TABLET, PHONE):
            page.set_viewport_size(screen)
            harness.settle(page)
            found += width_problems(page)
            if path in kinds and screen != TABLET:
                found += violations(page, SIZES)
    assert not found, "\n".join(found)


def test_axe_is_awake(tmp_path, open_page):
    bad = tmp_path / "bad.html"
    links = "".join(f'<a href="#{n}" style="display:block;width:9px;height:9px">{n}</a>' for n in "ab")
    bad.write_text(
        f'<!doctype html><title>x</title><img src="data:,"><p style="color:#ddd">pale</p>{links}'
        '<div style="height:9px;overflow:auto"><p>a<p>b<p>c</div>'
    )
    page = open_page(bad.as_uri())
    found = "\n".join(violations(page))
    few = "\n".join(violations(page, SIZES))
    page.watch.problems.clear()
    for rule in ("image-alt", "color-contrast", "html-has-lang", "target-size", "scrollable-region"):
        assert rule in found
    assert "target-size" in few and "image-alt" not in few


@pytest.mark.parametrize("base", ["/", "/team/wiki/"])
def test_no_page_logs_or_leaves_the_site(wiki, serve, page, base):
    """From a server; those from the disk are opened above."""
    root = serve(wiki, base)
    for path in wiki.pages:
        page.goto(root + path)
        assert not requests_outside(page, root)
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


# What is drawn, of those that a closed fold does not hide.
SHOWN = """() => ({
  heading: document.querySelector("h1").checkVisibility(),
  wanted: document.querySelectorAll("article pre code").length
    - document.querySelectorAll("article details:not([open]) pre code").length,
  shown: [...document.querySelectorAll("article pre code")]
    .filter((code) => code.checkVisibility() && code.getBoundingClientRect().height > 0).length,
})"""


def test_every_page_reads_without_javascript(wiki, open_page):
    plain = open_page(javascript=False)
    commands = 0
    for path in wiki.pages:
        plain.goto(wiki.file_url + path)
        found = plain.evaluate(SHOWN)
        assert found["heading"] and found["shown"] == found["wanted"], path
        commands += found["shown"]
    assert commands > 20


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
