"""The page of past days: plots, sentences and a table, which need no script."""

import datetime
import json
import re

import pytest

from accessibility import COLOURS, frame_problems, violations, width_problems
from harness import printed, requests_outside, settle

PAGE = "---\nkind: concept\ntitle: Home\nowner: Team\nreviewed: 2026-01-01\nreview_every: P1Y\n---\n\nText.\n"
CONFIG = "site: {title: Ops}\ntrends: trends.jsonl\n"
FIRST = datetime.date(2026, 1, 1)


def days(count):
    """Records of some days, with a gap of a month in the middle."""
    for number in range(count):
        day = FIRST + datetime.timedelta(days=number + (30 if number > count // 2 else 0))
        yield {
            "day": day.isoformat(), "pages": 100 + number, "found": 1000 + number, "known": 900, "validated": 400 + number,
            "errors": max(0, 40 - number), "warnings": 12_345 if number == 7 else 5, "overdue": number % 3,
        }


def project(count):
    lines = "".join(json.dumps(day) + "\n" for day in days(count))
    return {"content/index.md": PAGE, "runbookgen.yml": CONFIG, "trends.jsonl": lines}


@pytest.fixture(params=[1, 2, 120], ids=lambda count: f"{count}-days")
def wiki_of_days(request, share_wiki):
    return share_wiki(project(request.param), "--today", "2026-06-01")


@pytest.mark.parametrize("way", ["file", "server"])
def test_it_is_sound_in_every_light_and_width(wiki_of_days, serve, open_page, way):
    root = wiki_of_days.file_url if way == "file" else serve(wiki_of_days, "/team/wiki/")
    page = open_page(root + "trends.html", reduced_motion="reduce")
    found = requests_outside(page, root) + frame_problems(page)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        found += violations(page) if theme == "light" else violations(page, COLOURS)
    for width in (768, 390, 320):
        page.set_viewport_size({"width": width, "height": 740})
        page.reload()
        settle(page)
        found += width_problems(page) + violations(page)
    assert not found, "\n".join(found)


def test_it_needs_no_script_and_is_reached_from_the_first_page(share_wiki, open_page):
    page = open_page(share_wiki(project(120), "--today", "2026-06-01").file_url + "indexes.html", javascript=False)
    page.get_by_role("main").get_by_role("link", name="Trends").click()
    assert page.locator("h1").inner_text() == "Trends"
    figures = page.locator(".trends figure")
    assert figures.locator("b").all_inner_texts() == [
        "Validated commands, in percent", "Errors", "Warnings", "Overdue reviews", "Pages", "Commands",
    ]
    assert figures.nth(1).locator("figcaption").inner_text().endswith("0 on 2026-05-30; from 0 to 40 since 2026-01-01.")
    rows = page.locator("main table tbody tr")
    assert rows.count() == 90
    assert rows.first.inner_text().split() == ["2026-05-30", "219", "1119", "519", "0", "5", "2"]


def test_lines_stay_in_their_plots_and_days_keep_their_distance(share_wiki, open_page):
    page = open_page(share_wiki(project(120), "--today", "2026-06-01").file_url + "trends.html")
    figures = page.locator(".trends figure")
    for number in range(figures.count()):
        points = figures.nth(number).locator("polyline").get_attribute("points")
        places = [tuple(map(float, point.split(","))) for point in points.split()]
        assert len(places) == 120
        assert all(0 <= x <= 320 and 0 <= y <= 80 for x, y in places)
        # A month without records is as wide as a month.
        steps = [after[0] - before[0] for before, after in zip(places, places[1:])]
        assert max(steps) > 25 * min(steps)
    line, ground = page.evaluate("""() => {
      const style = (element) => getComputedStyle(element);
      return [style(document.querySelector(".trends polyline")).stroke, style(document.body).backgroundColor];
    }""")
    assert line != ground and line != "none"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_paper_has_the_plots_and_the_table(share_wiki, open_page, tmp_path, theme):
    page = open_page(share_wiki(project(120), "--today", "2026-06-01").file_url + "trends.html", theme=theme)
    words = printed(page, tmp_path)
    assert "Validated commands, in percent" in words and "2026-05-30" in words
    # All 90 rows, and the columns again on each sheet.
    assert len(re.findall(r"2026-\d\d-\d\d \d+ \d+ \d+ \d+ \d+ \d", words)) == 90
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert page.locator(".trends polyline").first.is_visible()


def test_words_of_the_page_are_those_of_the_site(share_wiki, open_page):
    files = project(2) | {"runbookgen.yml": CONFIG.replace("Ops", "Ops, language: de")}
    page = open_page(share_wiki(files, "--today", "2026-06-01").file_url + "trends.html")
    assert page.locator("html").get_attribute("lang") == "de"
    assert page.locator(".trends figure").count() == 6
    assert "Errors" not in page.locator("main").inner_text()
