"""What axe finds in a page, and what it cannot: one main heading, headings in steps, names of landmarks, scrolling
sideways."""

import pathlib
import re

from axe_playwright_python.sync_playwright import Axe

AXE = Axe().axe_script
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": TAGS}
# The rules whose verdict depends on the colours, and on the sizes of what is drawn.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
SIZES = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}

# Without preload: it fetches style sheets, which the content security policy rightly forbids.
RUN = """(rules) => axe
  .run({ runOnly: rules, resultTypes: ["violations"], preload: false })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`)))"""

FRAME = """() => ({
  levels: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")]
    .filter((heading) => heading.checkVisibility()).map((heading) => +heading.tagName[1]),
  names: [...document.querySelectorAll("nav")].map((nav) =>
    nav.getAttribute("aria-label") || nav.getAttribute("aria-labelledby") || ""),
})"""


def violations(page, rules=EVERYTHING) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [f"{page.url}: {found}" for found in page.evaluate(RUN, rules)]


def frame_problems(page) -> list[str]:
    frame = page.evaluate(FRAME)
    levels, names = frame["levels"], frame["names"]
    wrong = []
    if levels.count(1) != 1 or levels[0] != 1:
        wrong.append(f"main headings: {levels}")
    if jumps := [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]:
        wrong.append(f"levels are skipped: {jumps}")
    for role in ("main", "banner"):
        if (count := page.get_by_role(role).count()) != 1:
            wrong.append(f"{count} of {role}")
    if "" in names or len(set(names)) < len(names):
        wrong.append(f"names of nav: {names}")
    return [f"{page.url}: {problem}" for problem in wrong]


def width_problems(page) -> list[str]:
    """At the width that the page has."""
    script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    overflow = page.evaluate(script)
    width = page.viewport_size["width"]
    return [f"{page.url}: {overflow} px too wide for {width} px"] if overflow > 0 else []


def kinds_of_pages(wiki) -> set[str]:
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
    return {*written, *ends}
