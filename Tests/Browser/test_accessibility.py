"""What axe finds, and what it cannot: one main heading, headings in steps, names of landmarks."""

import pytest
from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Without preload: it fetches style sheets, which the content security policy rightly forbids.
OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"], "preload": False}


def violations(page) -> list[str]:
    found = AXE.run(page, options=OPTIONS)
    return [
        f"{page.url}: {rule['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(wiki, open_page, theme):
    page = open_page(theme=theme, reduced_motion="reduce")
    found = []
    for path in wiki.pages:
        page.goto(wiki.file_url + path)
        found += violations(page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_a_phone(wiki, open_page):
    page = open_page(width=360, height=740, reduced_motion="reduce")
    found = []
    for path in wiki.pages:
        page.goto(wiki.file_url + path)
        found += violations(page)
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
