"""The frame of a page: theme, contents, tables, reviews, paper, phone, keyboard."""


import pytest

import harness
from harness import printed

RUNBOOK = "bottlerocket/working-with-bottlerocket-on-eks.html"

INDEX = """---
kind: concept
title: Due
owner: Team
reviewed: 2020-01-01
review_every: P6M
---

Text.
"""


@pytest.fixture
def runbook(wiki, open_page):
    def open_runbook(fragment="", **options):
        page = open_page(**options)
        page.goto(wiki.file_url + RUNBOOK + fragment)
        return page

    return open_runbook


def background(page):
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def test_the_theme_follows_the_system_and_the_switch_and_is_remembered(runbook):
    page = runbook(theme="dark")
    dark = background(page)
    page.emulate_media(color_scheme="light")
    light = background(page)
    assert dark != light
    switch = page.get_by_role("button", name="Theme: system")
    switch.click()
    assert switch.count() == 0
    page.get_by_role("button", name="Theme: light").click()
    assert background(page) == dark
    page.reload()
    assert background(page) == dark
    # Set before anything is shown: by a script that blocks, in the head.
    scripts = page.evaluate(
        "[...document.head.querySelectorAll('script')].filter(s => !s.defer).map(s => s.src)"
    )
    assert len(scripts) == 1 and "theme." in scripts[0]
    page.get_by_role("button", name="Theme: dark").click()
    assert background(page) == light


def test_the_contents_show_where_one_is(runbook):
    page = runbook("#recipe-3-network")
    current = page.locator(".contents [aria-current]")
    harness.eventually(page, current.inner_text, "Recipe 3: Network")
    page.evaluate("scrollTo(0, 0)")
    harness.eventually(page, current.inner_text, "Introduction and purpose")


TABLES = """---
kind: reference
title: Tables
owner: Team
reviewed: 2026-11-01
review_every: P6M
tables:
  - {under: long, schema: comparison}
  - {under: short, schema: comparison}
---

## Long

| Host | Ours | Theirs | Why it matters |
| --- | --- | --- | --- |
""" + "".join(
    f"| {name} | {number} | {number * 2} | {'What is said of it takes more than a word. ' * 4} |\n"
    for name, number in zip("delta alpha golf bravo echo charlie foxtrot hotel india".split(), (10, 9, 8, 7, 6, 5, 4, 3, 2))
) + """
## Short

| Host | Ours | Theirs | Why it matters |
| --- | --- | --- | --- |
| alpha | 1 | 2 | x |
| bravo | 2 | 3 | y |
"""


@pytest.fixture
def tables(share_wiki, open_page):
    return lambda **options: open_page(share_wiki({"content/index.md": TABLES}).file_url + "index.html", **options)


def test_a_table_is_sorted_where_an_order_means_something_and_filtered(tables):
    page = tables()
    table = page.locator("table.comparison").first
    first = lambda: table.locator("tbody tr:visible").first.locator("th").inner_text()
    assert first() == "delta"
    head = table.locator("thead th").nth(1)
    for expected, order in (("india", "ascending"), ("delta", "descending"), ("delta", None)):
        head.get_by_role("button").click()
        assert (first(), head.get_attribute("aria-sort")) == (expected, order)
    # Prose has no order, and a short table is seen as a whole.
    assert table.locator("thead th").nth(3).get_by_role("button").count() == 0
    short = page.locator("table.comparison").nth(1)
    assert short.get_by_role("button").count() == 0
    assert page.locator(".filter").count() == 1
    page.get_by_label("Filter: Comparison 1").fill("golf word")
    assert table.locator("tbody tr:visible").count() == 1
    assert page.get_by_text("1 of 9 rows").is_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_heads_of_a_long_table_stay_in_sight(tables, width):
    page = tables(width=width, height=700)
    row = page.locator("table.comparison tbody tr").nth(8)
    if width == 390:
        # In a frame of its own, as the table is wider than the screen.
        frame = page.locator(".table-wrap").first
        frame.evaluate("(frame) => { frame.scrollIntoView(); frame.scrollTop = frame.scrollHeight }")
    else:
        row.evaluate("(row) => row.scrollIntoView({ block: 'center' })")
    harness.settle(page)
    head = page.locator("table.comparison thead th").nth(1).bounding_box()
    bar = page.locator(".bar").bounding_box()
    assert head["y"] >= bar["y"] + bar["height"] - 1 and head["y"] + head["height"] <= row.bounding_box()["y"]
    assert page.get_by_text("3 compared: Ours, Theirs, Why it matters").first.is_visible() == (width == 390)


@harness.EVERY_FONT
def test_the_first_column_stays_on_a_phone(runbook):
    page = runbook("#how-bottlerocket-compares", width=390, height=800)
    wrap = page.locator(".table-wrap", has=page.locator("table.comparison"))
    wrap.evaluate("e => { e.scrollLeft = 400 }")
    cell = wrap.locator("tbody th").first.bounding_box()
    assert cell["x"] >= wrap.bounding_box()["x"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@harness.EVERY_FONT
def test_a_thumb_finds_every_control(runbook):
    page = runbook(width=390, height=800, has_touch=True)
    small = page.evaluate(
        "[...document.querySelectorAll('button, summary, .inputs input, .filter')]"
        ".filter(e => e.checkVisibility()).map(e => [e.className, e.textContent,"
        " e.getBoundingClientRect()]).filter(([, , box]) => box.height < 43.5 || box.width < 43.5)"
        ".map(([name, text, box]) => `${name} ${text} ${box.width}x${box.height}`)"
    )
    assert not small


def test_an_overdue_review_shows_by_the_readers_clock(make_wiki, open_page):
    wiki = make_wiki({"content/index.md": INDEX}, "--today", "2020-02-01")
    page = open_page(wiki.file_url + "index.html")
    assert page.get_by_text("This page was to be reviewed by").is_visible()
    plain = open_page(wiki.file_url + "index.html", javascript=False)
    assert not plain.get_by_text("This page was to be reviewed by").is_visible()
    early = open_page()
    early.clock.set_fixed_time("2020-06-30T12:00:00")
    early.goto(wiki.file_url + "index.html")
    assert not early.get_by_text("This page was to be reviewed by").is_visible()


def test_the_first_tab_stops_lead_to_the_content_and_the_procedure(runbook):
    page = runbook()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    procedure = page.get_by_role("link", name="Skip to the procedure")
    assert procedure.evaluate("(link) => link === document.activeElement")
    heading = page.locator(procedure.get_attribute("href"))
    first = page.locator(".code[data-step]").first
    assert heading.bounding_box()["y"] < first.bounding_box()["y"]
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_paper_holds_what_a_procedure_needs(runbook, tmp_path):
    page = runbook()
    page.locator('[data-input="aws-region"] input').fill("eu-west-7")
    words = printed(page, tmp_path)
    # Every sheet says what it is of, and with which values.
    sheets = words.count("aws-region = eu-west-7")
    assert sheets > 5
    assert words.count("Working with Bottlerocket on EKS · Platform Runbooks") == sheets
    assert words.count(f"{RUNBOOK} · ") == sheets
    assert "Reviewed 2026-11-23 " in words
    for part in (
        "Runs in: workstation → control → admin → Bottlerocket host (through sheltie)",
        "journalctl -u kubelet -n 100 --no-pager",
        "--region eu-west-7",
        "https://docs.aws.amazon.com/systems-manager",
        "The serial console",
    ):
        assert part in words, part
    for part in ("Filter rows", "On this page", "Copy link", "Skip to the content"):
        assert part not in words, part


def test_a_table_goes_on_under_its_columns(runbook, tmp_path):
    page = runbook()
    page.evaluate("""() => {
      const body = document.querySelector(".comparison").tBodies[0];
      body.append(...[...body.rows].map((row) => row.cloneNode(true)));
    }""")
    assert printed(page, tmp_path).count("Why it matters") >= 2


def test_all_scripts_and_style_sheets_are_small(wiki):
    """What a reader needs is in `test_loading.py`; for who publishes, the Copy buttons for Confluence come on top,
    and on their own page what compares a page that is pasted back."""
    sizes = {
        path.name: path.stat().st_size
        for path in (wiki.folder / "assets").iterdir()
        if path.suffix in (".css", ".js")
    }
    publishing = [size for name, size in sizes.items() if name.startswith(("confluence.", "addresses.", "to-do."))]
    comparing = [size for name, size in sizes.items() if name.startswith("paste-")]
    searching = [size for name, size in sizes.items() if name.startswith("search")]
    running = [size for name, size in sizes.items() if name.startswith("run")]
    # A sixth of it quotes values for every shell that reads them.
    later = sum(publishing) + sum(comparing) + sum(searching) + sum(running)
    assert sum(sizes.values()) - later < 86_000, sizes
    # These come when somebody searches.
    assert sum(searching) < 34_000, sizes
    assert sum(publishing) < 26_000, sizes
    assert sum(comparing) < 66_000, sizes
    # With its style, and the script that looks for the wiki; as many requests are lost as get it.
    assert len(wiki.text("404.html").encode()) < 42_000


def test_motion_is_only_for_who_wants_it(runbook):
    page = runbook(reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => {"
        " const style = getComputedStyle(e);"
        " return style.transitionDuration !== '0s' || style.animationName !== 'none' }).length"
    )
    assert moving == 0
