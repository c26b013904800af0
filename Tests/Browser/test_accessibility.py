"""What axe finds, and what it cannot: one main heading, headings in steps, names of landmarks."""

import pathlib
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from harness import EVERY_FONT

AXE = Axe()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": TAGS}
# The rules whose verdict depends on the colours, and on the sizes of what is drawn.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
SIZES = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def violations(page, rules=EVERYTHING) -> list[str]:
    # Without preload: it fetches style sheets, which the content security policy rightly forbids.
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    found = AXE.run(page, options=options)
    return [
        f"{page.url}: {rule['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


def kinds_of_pages(wiki) -> list[str]:
    """Every page that somebody wrote, and the smallest and the largest one of each kind of index. The
    others are the same markup with other words; the HTML checker reads all of them."""
    written, indexes = [], {}
    for path in wiki.pages:
        if re.search("<article data-kind=\"?[a-z]", wiki.text(path)):
            written.append(path)
        else:
            folder = pathlib.PurePosixPath(path).parent
            # The pages beside the first one are all different from each other.
            indexes.setdefault(path if folder.name == "" else folder, []).append(path)
    assert written and indexes
    size = lambda path: (wiki.folder / path).stat().st_size
    ends = {end(paths, key=size) for paths in indexes.values() for end in (min, max)}
    return written + sorted(ends)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(wiki, open_page, screen):
    page = open_page(**screen, reduced_motion="reduce")
    found = []
    for path in kinds_of_pages(wiki):
        page.goto(wiki.file_url + path)
        found += violations(page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_the_dark(wiki, open_page):
    page = open_page(theme="dark", reduced_motion="reduce")
    found = []
    for path in kinds_of_pages(wiki):
        page.goto(wiki.file_url + path)
        found += violations(page, COLOURS)
    assert not found, "\n".join(found)


@EVERY_FONT
def test_sizes_hold_with_every_font(wiki, open_page):
    page = open_page(reduced_motion="reduce")
    found = []
    for path in kinds_of_pages(wiki):
        page.goto(wiki.file_url + path)
        for screen in (DESKTOP, PHONE):
            page.set_viewport_size(screen)
            found += violations(page, SIZES)
    assert not found, "\n".join(found)


def test_axe_is_awake(tmp_path, open_page):
    bad = tmp_path / "bad.html"
    bad.write_text('<!doctype html><title>x</title><img src="data:,"><p style="color:#ddd">pale</p>')
    page = open_page(bad.as_uri())
    found = "\n".join(violations(page))
    page.watch.problems.clear()
    for rule in ("image-alt", "color-contrast", "html-has-lang"):
        assert rule in found


def test_headings_and_landmarks(wiki, open_page):
    page = open_page()
    wrong = []
    for path in wiki.pages:
        page.goto(wiki.file_url + path)
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility())"
            ".map(h => +h.tagName[1])"
        )
        if levels.count(1) != 1 or levels[0] != 1:
            wrong.append(f"{path}: main headings: {levels}")
        jumps = [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]
        if jumps:
            wrong.append(f"{path}: levels are skipped: {jumps}")
        for role in ("main", "contentinfo", "banner"):
            if role == "main" and page.get_by_role(role).count() != 1:
                wrong.append(f"{path}: {page.get_by_role(role).count()} of {role}")
        names = page.evaluate(
            "[...document.querySelectorAll('nav')].map(n => n.getAttribute('aria-label') || "
            "n.getAttribute('aria-labelledby') || '')"
        )
        if "" in names or len(set(names)) < len(names):
            wrong.append(f"{path}: names of nav: {names}")
    assert not wrong, "\n".join(wrong)
