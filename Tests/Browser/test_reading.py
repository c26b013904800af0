"""What a reader sees of a page: the place that a link leads to, and whom to ask one click away."""

import pytest

import harness
from reading_pages import CONFIG, STEPS, WIDTHS, values

# Step, its heading, its alerts, the start of its command.
PLACES = [
    ("near", "Step 1: Near", ["Near caution."], "kubectl drain"),
    ("second", "Step 1: Near", ["Second warning."], "kubectl uncordon"),
    ("far", "Step 2: Far", ["Far warning."], "kubectl delete node"),
    ("parted", "Step 3: Parted", ["Parted caution."], "kubectl delete pod"),
    ("several", "Step 4: Several", [f"{n} of several." for n in ("First", "Second", "Third")], "kubectl"),
    ("folded", "Step 5: Folded", ["Caution before the fold.", "Warning in the fold."], "kubectl"),
    ("listed", "Step 6: Listed", ["Listed caution."], "kubectl"),
    ("inside", "Step 7: Inside", ["Inside caution."], "kubectl"),
    ("list", "Step 8: Plain", [], "kubectl get nodes"),
]

# Which words are nowhere in sight: outside the window, or under something else.
HIDDEN = """([step, ...words]) => {
  const figure = document.querySelector(`.code[data-step="${step}"]`);
  const isSeen = (words, root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    // A step whose number stands before its heading says it once.
    const unnumbered = words.replace(/^Step \d+: /, "");
    for (let node; node = walker.nextNode();) {
      if (!node.data.includes(words) && node.data !== unnumbered) continue;
      const found = node.data.includes(words) ? words : unnumbered;
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(found));
      range.setEnd(node, node.data.indexOf(found) + found.length);
      const box = range.getClientRects()[0];
      const top = box && document.elementFromPoint(box.left + 3, box.top + box.height / 2);
      if (top && box.top >= 0 && range.getBoundingClientRect().bottom <= innerHeight
        && (node.parentElement.contains(top) || top.contains(node.parentElement))) return true;
    }
    return false;
  };
  const command = figure.querySelector("pre code").getClientRects()[0];
  const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
  const missing = words.filter((words) => !isSeen(words, document.querySelector("main")));
  if (command.top < bar || command.top + 20 > innerHeight) missing.push(`the block, at ${command.top}`);
  return missing;
}"""


@pytest.fixture
def steps(share_wiki):
    return share_wiki({"runbookgen.yml": CONFIG, "content/index.md": STEPS})


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width,height", WIDTHS)
def test_a_link_to_a_step_shows_heading_alerts_and_block(steps, open_page, width, height, javascript):
    hidden = {}
    page = open_page(width=width, height=height, javascript=javascript)
    for step, heading, alerts, _ in PLACES:
        page.goto("about:blank")
        page.goto(f"{steps.file_url}index.html#step-{step}")
        if not javascript:
            # Playwright evaluates where the page's own scripts may not run.
            page.wait_for_timeout(100)
        else:
            harness.settle(page)
        missing = page.evaluate(HIDDEN, [step, heading, *alerts])
        if missing:
            hidden[step] = missing
    assert not hidden


@pytest.mark.parametrize("width,height", WIDTHS)
def test_every_way_to_a_step_ends_there(steps, open_page, width, height):
    page = open_page(f"{steps.file_url}by-program/kubectl.html", width=width, height=height)
    page.locator("a[href$='#step-far']").first.click()
    harness.settle(page)
    assert page.evaluate(HIDDEN, ["far", "Step 2: Far", "Far warning."]) == []
    values(page).locator("a[href='#step-list']").click()
    harness.settle(page)
    assert page.evaluate(HIDDEN, ["list", "Step 8: Plain"]) == []
    assert page.locator(".code.here").count() == 1
    # With values: the place is no target of the browser's, and folds open all the same.
    page.goto("about:blank")
    page.goto(f"{steps.file_url}index.html#step-folded?host=x")
    harness.settle(page)
    words = ["Step 5: Folded", "Caution before the fold.", "Warning in the fold."]
    assert page.evaluate(HIDDEN, ["folded", *words]) == []
    page.evaluate("location.hash = '#step-several?host=y'")
    harness.settle(page)
    assert page.evaluate(HIDDEN, ["several", "Step 4: Several", "First of several."]) == []
    assert page.locator(".code.here").get_attribute("data-step") == "several"


def test_the_words_of_an_anchor_show_at_the_end_of_a_link_only(steps, open_page):
    page = open_page(f"{steps.file_url}index.html")
    assert not page.locator("#step-far > .at").is_visible()
    assert "Far" not in page.locator("#step-near > h3").inner_text()
    page.goto(f"{steps.file_url}index.html#step-parted")
    assert page.locator("#step-parted > .at").inner_text().split() == (
        "Step 3: Parted CAUTION Parted caution.".split()
    )


# Whom to ask

CONTACT = """---
kind: runbook
title: Contacts
owner: {team: Platform, contact: "https://pager.example/services/P1, ops@a.example"}
reviewed: 2026-11-01
review_every: P6M
severity: sev1
alerts: [KubeNodeNotReady, "Disk full: /var"]
escalation:
  - {after: PT15M, to: "#ops in [Slack](slack://channel?team=T1&id=C1)"}
  - {after: PT30M, to: "[Call](tel:+49301234)"}
  - {after: PT45M, to: "[Not me](ftp://a.example)"}
---

## Verification

x

## Rollback

y
"""


@pytest.mark.parametrize("width,height", WIDTHS)
def test_whom_to_ask_is_a_link(share_wiki, open_page, width, height):
    wiki = share_wiki({"content/index.md": CONTACT})
    page = open_page(f"{wiki.file_url}index.html", width=width, height=height)
    plate = page.locator(".about")
    links = plate.locator("a").evaluate_all("(links) => links.map((a) => [a.innerText, a.getAttribute('href')])")
    assert [link for link in links if ":" in link[1]] == [
        ["https://pager.example/services/P1", "https://pager.example/services/P1"],
        ["ops@a.example", "mailto:ops@a.example"],
        ["Slack", "slack://channel?team=T1&id=C1"],
        ["Call", "tel:+49301234"],
    ]
    assert "[Not me](ftp://a.example)" in plate.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    for name in ("KubeNodeNotReady", "Disk full: /var"):
        page.goto(f"{wiki.file_url}index.html")
        plate.get_by_role("link", name=name, exact=True).click()
        assert page.locator("h1").inner_text() == name
        assert page.locator(".entries a", has_text="Contacts").count() == 1
