"""How a page looks, as far as that can be said in numbers: type, where Copy is, what stands at the top."""

import pytest

import harness

CONFIG = """
site: {title: Test wiki}
contexts:
  ws: {title: Workstation, prompt: "$ "}
  box: {title: The box, prompt: "# ", entered_by: {from: ws, command: ssh}}
rules: {context-not-entered: off}
"""

PAGE = """---
kind: runbook
title: Form
owner: {team: Team, contact: "https://chat.example/on-call"}
reviewed: 2026-11-01
review_every: P6M
severity: sev1
environments: [nonprod, prod]
alerts: [A1, A2, A3, A4, A5]
applies_to: [{product: thing, versions: ">=2"}]
context: ws
inputs:
  host: {type: k8s-name, example: a, description: Node}
---

Words that go on for longer than a line is wide, so that one sees how wide a line of text is allowed to be here.

## Procedure

```bash {step=look expect="Ready"}
kubectl get nodes
```

```bash {step=box in=box}
uptime
```

```bash {step=again in=box}
frobnicate --all
```

```bash {step=drain}
kubectl drain <host>
```

```yaml
a: 1
```

```json title="What is sent"
{"b": 2}
```

```mermaid
graph LR; a --> b
```

```
no language
```

```bash
kubectl get pods
kubectl get nodes
```

## Verification

x

## Rollback

```bash {step=back in=box}
uptime
```
"""

SIZE = "(e) => parseFloat(getComputedStyle(e).fontSize)"


@pytest.fixture
def form(share_wiki, open_page):
    wiki = share_wiki({"runbookgen.yml": CONFIG, "content/index.md": PAGE})
    return lambda **options: open_page(wiki.file_url + "index.html", **options)


@pytest.mark.parametrize("width", [1440, 390])
def test_a_command_is_never_smaller_than_what_is_said_about_it(form, width):
    page = form(width=width)
    size = lambda selector: page.locator(selector).first.evaluate(SIZE)
    assert size(".code pre code") == size(".expect samp") == 15
    assert page.locator(".code pre code").first.evaluate(
        "(e) => [getComputedStyle(e).lineHeight, getComputedStyle(e).fontSizeAdjust].join()") == "24px,none"
    labels = page.locator("figcaption, figcaption *, .label, .flag, .fx, dt, .kind").evaluate_all(
        f"(all) => all.map((e) => [({SIZE})(e), e.className])")
    assert [label for label in labels if label[0] >= 15] == []
    # Only what is typed is in the font of a terminal.
    mono = page.locator("figcaption *, .label, .flag, dt, .kind, .progress").evaluate_all(
        "(all) => all.filter((e) => getComputedStyle(e).fontFamily.includes('mono')).map((e) => e.className)")
    assert mono == []
    line = page.locator("article > p").first
    assert (line.evaluate(SIZE), line.evaluate("(e) => getComputedStyle(e).lineHeight")) == (16, "26px")
    assert line.bounding_box()["width"] <= 640


@harness.EVERY_FONT
@pytest.mark.parametrize("width", [1440, 960, 390])
def test_copy_is_always_at_the_same_place(form, width):
    page = form(width=width)
    places = page.locator(".code").evaluate_all("""(all) => all.map((figure) => {
      const [box, button] = [figure, figure.querySelector(".copy")].map((e) => e.getBoundingClientRect());
      return [Math.round(box.right - button.right), Math.round(button.top - box.top), Math.round(button.width)].join();
    })""")
    # What two commands are copied by is wider.
    assert len(set(place.rsplit(",", 1)[0] for place in places)) == 1 and len(places) == 10
    covered = page.locator(".code").evaluate_all("""(all) => all.filter((figure) => {
      const button = figure.querySelector(".copy").getBoundingClientRect();
      return [...figure.querySelectorAll("figcaption > :not(.copy)")].some((e) => {
        const box = e.getBoundingClientRect();
        return box.width > 0 && box.right > button.left && box.top < button.bottom;
      });
    }).map((figure) => figure.innerText)""")
    assert covered == []
    if width == 390:
        assert page.locator(".copy").first.bounding_box()["height"] >= 44


def test_a_caption_says_something_or_is_not_there(form):
    page = form()
    captions = page.locator(".code").evaluate_all("""(all) => all.map((figure) =>
      [...(figure.querySelector("figcaption")?.querySelectorAll(".way, .code-title, .fx") ?? [])]
        .map((e) => e.innerText).join(" | "))""")
    assert captions == [
        "Workstation", "ws\u00a0→ The box", "The box", "The box | destructive", "YAML", "What is sent",
        "Diagram as text (Mermaid)", "", "The box", "ws\u00a0→ The box",
    ]
    assert page.locator(".way").nth(2).get_attribute("title") == "ws → The box"
    assert page.locator("figcaption").count() == 9


def test_the_top_says_whether_to_trust_the_page(form):
    page = form()
    trust = page.locator(".trust li").all_inner_texts()
    assert [item for item in trust if "Reviewed" not in item] == [
        "SEV1 nonprod, prod", "Team https://chat.example/on-call", "6 of 7 commands checked",
        "Applies to thing >=2", "Alerts A1 A2 A3 and 2 more",
    ]
    page.locator(".trust").get_by_role("link", name="and 2 more").click()
    about = page.locator(".about")
    assert about.get_by_role("heading", name="About this runbook").is_visible()
    assert about.get_by_role("link", name="A5").is_visible()


def test_how_long_ago_is_the_readers_own_time(form, share_wiki, open_page):
    page = open_page()
    page.clock.set_fixed_time("2026-11-06T12:00:00")
    page.goto(share_wiki({"runbookgen.yml": CONFIG, "content/index.md": PAGE}).file_url + "index.html")
    reviewed = page.locator(".trust time")
    assert (reviewed.inner_text(), reviewed.get_attribute("title")) == ("5 days ago", "2026-11-01")
    plain = form(javascript=False)
    assert plain.locator(".trust time").inner_text() == "2026-11-01"


def test_values_are_folded_away_on_a_telephone_and_opened_where_they_are_needed(form):
    page = form(width=390, height=844)
    field = page.get_by_label("host", exact=True)
    assert not field.is_visible()
    page.locator(".ph.open").first.click()
    assert field.evaluate("(e) => e === document.activeElement") and field.is_visible()
    wide = form(width=1440)
    assert wide.get_by_label("host", exact=True).is_visible()
    plain = form(width=1440, javascript=False)
    assert plain.get_by_text("Such as a").is_visible()


def test_copied_says_where_to_paste(form):
    page = form()
    page.locator(".code[data-step=box] .copy").click()
    harness.eventually(page, page.locator(".toast").inner_text, "Copied. Paste into: The box.")
    page.locator(".code", has_text="What is sent").locator(".copy").click()
    harness.eventually(page, page.locator(".toast").inner_text, "Copied.")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_frame_of_the_browser_has_the_colour_of_the_page(form, theme):
    page = form(theme=theme)
    tint = page.locator(f"meta[name=theme-color][media*={theme}]").get_attribute("content")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == "rgb({}, {}, {})".format(*bytes.fromhex(tint[1:]))
