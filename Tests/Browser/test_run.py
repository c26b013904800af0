"""An incident from its first tick to its end: steps, values, environment, log, handing over, going back."""

import json
import urllib.parse

import pytest

import harness
from accessibility import violations

CONFIG = """
site: {title: Test wiki}
contexts:
  workstation: {title: Your workstation, prompt: "$ "}
environments:
  nonprod: {region: eu-west-1}
  prod: {region: eu-central-1}
rules: {placeholder-in-quotes: off, command-unknown-program: off}
"""

HEAD = """---
kind: runbook
title: {title}
owner: Team
reviewed: 2026-11-01
review_every: P6M
context: workstation
alerts: [NodeDown]
environments: [nonprod, prod]
escalation:
  - {{after: PT30M, to: "Platform (#platform) https://chat.example.com/platform"}}
  - {{after: PT45M, to: the head of operations}}
inputs:
  node: {{type: k8s-name, pattern: "^node-[0-9]+$", example: node-1, from: "step:find"}}
  region: {{type: aws-region, example: eu-central-1}}
  note: {{type: string}}
  token: {{type: string, secret: true}}
---
"""

DRAIN = HEAD.format(title="Drain a node") + """
## When to use this

When a node is broken.

## Procedure

### Step 1: Find the node

```bash {step=find expect="node-1 Ready"}
kubectl get nodes
```

### Step 2: Drain it

Look first whether there is room.

> [!CAUTION]
> This evicts every pod.

```bash {step=drain expect=drained}
kubectl drain <node> --ignore-daemonsets
```

- It waits for one pod: find its owner.

### Tell the others

```bash {step=tell}
echo <note> <token> <region>
```

## Verification

```bash {step=verify expect="no pods"}
kubectl get pods --field-selector spec.nodeName=<node>
```

## Rollback

### Bring it back

```bash {step=uncordon}
kubectl uncordon <node>
```

## Recipes

### See the events

```bash {step=events}
kubectl get events
```
"""

REPLACE = HEAD.format(title="Replace a node") + """
## Procedure

1. Look at it.

   ```bash {step=look}
   kubectl get node <node>
   ```

2. Remove it.

   > [!CAUTION]
   > It is gone for good.

   ```bash {step=remove}
   kubectl delete node <node>
   ```

## Rollback

Nothing brings it back.
"""

FILES = {
    "runbookgen.yml": CONFIG,
    "content/index.md": "---\nkind: concept\ntitle: Home\nowner: Team\nreviewed: 2026-11-01\nreview_every: P6M\n---\n\nHome.\n",
    "content/drain.md": DRAIN,
    "content/ops/replace.md": REPLACE,
}

OUTPUT = "NAME     STATUS   ROLES\nnode-17  Ready    <none>\n"


@pytest.fixture(scope="session")
def incident_wiki(share_wiki):
    return share_wiki(FILES)


@pytest.fixture
def drain(incident_wiki, open_page):
    def open_drain(fragment="", path="drain.html", **options):
        return open_page(incident_wiki.file_url + path + fragment, **options)

    return open_drain


def field(page, name):
    return page.locator(f'[data-input="{name}"]').locator("input, select")


def code(page, name):
    """In the single file, names say their page too."""
    return page.locator(f".code:is([data-step='{name}'], [data-step='{name}@drain'])")


def tick(page, title):
    return page.get_by_label(f"Done: {title}", exact=True)


def begun(page):
    """The rest of the scripts loads when an incident begins."""
    page.locator("html.run-ready").wait_for(state="attached")


def check(page, title):
    tick(page, title).click()
    begun(page)
    harness.eventually(page, tick(page, title).is_checked, True)


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def after(page, press):
    """What the clipboard holds once the page has said what came of a press."""
    page.evaluate("navigator.clipboard.writeText('nothing')")
    page.evaluate("document.querySelector('.toast').textContent = ''")
    press()
    toast = page.locator(".toast")
    harness.eventually(page, lambda: toast.inner_text() != "", True)
    return clipboard(page)


def paste(page, control, text):
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    control.focus()
    page.keyboard.press("ControlOrMeta+v")


def open_sheet(page, name):
    """Where there is no room beside the page, values and log are in sheets."""
    button = page.locator(".run-phone").get_by_role("button", name=name)
    if button.is_visible():
        button.click()


def close_sheet(page):
    page.keyboard.press("Escape")


def stored(page):
    return page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")


# ---- A whole incident -----------------------------------------------------------------------


WAYS = {
    "http": ("by-alert/nodedown.html", "drain.html", "ops/replace.html"),
    "file": ("by-alert/nodedown.html", "drain.html", "ops/replace.html"),
    "single": ("", "#page-main@drain", "#page-main@ops/replace"),
}


def places(share_wiki, serve, way):
    """Addresses of the index by alert, or the first page, and of the two runbooks."""
    wiki = share_wiki(FILES, "--bundle")
    root = serve(wiki) if way == "http" else wiki.file_url
    if way == "single":
        [single] = wiki.folder.rglob("bundle/**/wiki.html")
        root = single.as_uri()
    return [root + path for path in WAYS[way]]


@pytest.mark.parametrize(
    "way, width, theme",
    [("http", width, theme) for width in (1440, 960, 390) for theme in ("light", "dark")]
    + [(way, width, theme) for way in ("file", "single")
       for width, theme in ((1440, "light"), (960, "dark"), (390, "light"))],
)
def test_a_whole_incident(share_wiki, serve, open_page, way, width, theme):
    alert, drain, replace = places(share_wiki, serve, way)
    page = open_page(width=width, theme=theme)
    page.clock.install()
    # From the alert: its index leads to the runbook, the chat's link fills in a value.
    page.goto(alert)
    page.get_by_role("link", name="Drain a node").locator("visible=true").first.click()
    # In the single file another page is a reload.
    page.locator("html.loaded h1", has_text="Drain a node").wait_for()
    assert not page.locator(".run:visible").count()
    # As from a chat: with the page open, only the fragment of its address would change.
    page.goto("about:blank")
    page.goto(drain + ("?" if way == "single" else "#?") + "note=see+the+ticket")
    begun(page)
    bar = page.locator(".run")
    assert bar.is_visible() and "1 of 4" in bar.inner_text()
    # A link's value waits for the reader.
    page.keyboard.press("v")
    page.get_by_role("button", name="It is right").click()
    paste(page, field(page, "node"), OUTPUT)
    assert field(page, "node").input_value() == "node-17"
    close_sheet(page)
    # The environment fills in what it knows.
    bar.get_by_label("Environment").select_option("prod")
    assert field(page, "region").input_value() == "eu-central-1"
    assert "production" in bar.get_by_label("Environment").get_attribute("class")
    # Step 1, seen; step 2 with its warning in its head and a guard that names node and environment.
    code(page, "find").get_by_role("button", name="I see it").click()
    assert tick(page, "Find the node").is_checked() and "2 of 4" in bar.inner_text()
    assert not code(page, "find").is_visible()
    card = page.locator(".step-card", has_text="Drain it")
    order = card.locator("h3, .alert, p").evaluate_all(
        "(all) => all.map((e) => [e.getBoundingClientRect().top, e.tagName]).sort((a, b) => a[0] - b[0]).map((e) => e[1])")
    assert order[0] == "ASIDE"
    copy = code(page, "drain").locator(".copy")
    assert after(page, copy.click) == "nothing"
    code(page, "drain").get_by_label("I understand: destructive. Drain node-17 in prod").check()
    assert after(page, copy.click) == "kubectl drain node-17 --ignore-daemonsets"
    code(page, "drain").get_by_role("button", name="Something else").click()
    assert page.locator(".otherwise").inner_text() == "It waits for one pod: find its owner."
    check(page, "Drain it")
    # A second page in a second tab knows values and environment, and has steps of its own.
    other = page.context.new_page()
    other.goto(replace)
    begun(other)
    harness.eventually(other, field(other, "node").input_value, "node-17")
    assert field(other, "region").input_value() == "eu-central-1"
    assert "1 of 2" in other.locator(".run").inner_text()
    other.locator(".tick input").first.check()
    field(other, "node").evaluate("(e) => { e.value = 'node-18'; e.dispatchEvent(new Event('input')); }")
    harness.eventually(page, lambda: field(page, "node").input_value(), "node-18")
    # The secret is in no storage, no log and no link.
    field(page, "token").evaluate("(e) => { e.value = 's3cr3t'; e.dispatchEvent(new Event('input')); }")
    assert after(page, code(page, "tell").locator(".copy").click) == "echo 'see the ticket' s3cr3t eu-central-1"
    page.reload()
    begun(page)
    assert tick(page, "Drain it").is_checked() and not tick(page, "Tell the others").is_checked()
    assert field(page, "node").input_value() == "node-18" and field(page, "token").input_value() == ""
    # Escalation: a clock, then late; what was called once is not offered again.
    call = page.locator(".escalate")
    assert "Escalate in 29:" in call.inner_text() or "Escalate in 30:00" in call.inner_text()
    page.clock.fast_forward("31:00")
    assert "Escalate now" in call.inner_text() and "late" in call.get_attribute("class")
    assert call.get_attribute("href") == "https://chat.example.com/platform"
    call.evaluate("(e) => { e.addEventListener('click', (event) => event.preventDefault()); e.click(); }")
    assert "Escalate in 1" in call.inner_text() and call.get_attribute("href") is None
    # Rollback has a count of its own.
    page.get_by_role("button", name="Rollback").locator("visible=true").first.click()
    assert "Rollback 1 of 1" in bar.inner_text()
    # The log as text, and the hand-over in another browser profile.
    open_sheet(page, "Log")
    page.get_by_label("Note for the log").fill("pods are slow `today` *")
    page.get_by_label("Note for the log").press("Enter")
    text = after(page, page.get_by_role("button", name="Copy as Markdown").click)
    for part in ["## Incident of", "prod", "✓ Find the node", "saw `node-1 Ready`", "did not see `drained`",
                 "copied `kubectl drain node-17 --ignore-daemonsets`", "`echo 'see the ticket' •••••• eu-central-1`",
                 "escalated to Platform", "went to the rollback", "pods are slow \\`today\\` \\*"]:
        assert part in text, (part, text)
    close_sheet(page)
    open_sheet(page, "Log")
    link = after(page, page.get_by_role("button", name="Copy hand-over").locator("visible=true").first.click)
    assert "s3cr3t" not in link + text + stored(page)
    assert violations(page) == []
    taker = open_page(link, width=width, theme=theme)
    begun(taker)
    offer = taker.locator(".run-offer")
    assert "2 steps done" in offer.inner_text() and "prod" in offer.inner_text()
    assert not tick(taker, "Drain it").is_checked()
    offer.get_by_role("button", name="Take it over").click()
    assert tick(taker, "Drain it").is_checked() and offer.inner_text() == ""
    assert field(taker, "node").input_value() == "node-18"
    assert "From the link" in taker.locator('[data-input="node"]').evaluate("(e) => e.textContent")


def reach(page, control, key="Tab", most=150):
    """Goes to a control as somebody without a mouse does."""
    for _ in range(most):
        page.keyboard.press(key)
        if control.evaluate_all("(all) => all.includes(document.activeElement)"):
            return
    raise AssertionError(f"{most} times {key} do not reach {control}")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("width", [1440, 960, 390])
def test_a_whole_incident_by_keyboard(share_wiki, serve, open_page, way, width):
    alert, drain, replace = places(share_wiki, serve, way)
    page = open_page(alert, width=width)
    page.clock.install()
    press, bar = page.keyboard.press, page.locator(".run")
    reach(page, page.get_by_role("link", name="Drain a node").locator("visible=true"))
    press("Enter")
    page.wait_for_url(drain + "**")
    # In the single file another page is a reload.
    page.locator("html.loaded h1", has_text="Drain a node").wait_for()
    # The key for values goes to the first that is empty; what is pasted there is looked through.
    press("v")
    harness.eventually(page, lambda: page.evaluate("document.activeElement.closest('[data-input]')?.dataset.input"), "node")
    page.evaluate("(text) => navigator.clipboard.writeText(text)", OUTPUT)
    press("ControlOrMeta+v")
    harness.eventually(page, field(page, "node").input_value, "node-17")
    reach(page, field(page, "note"))
    page.keyboard.type("jkcx")
    assert field(page, "note").input_value() == "jkcx"
    reach(page, field(page, "token"))
    page.keyboard.type("s3cr3t")
    press("Escape")
    page.evaluate("document.activeElement.blur()")
    # Step by step: copied, seen, done.
    assert after(page, lambda: press("c")) == "kubectl get nodes"
    begun(page)
    reach(page, bar.get_by_label("Environment"), "Shift+Tab")
    press("p")
    press("Tab")
    assert bar.get_by_label("Environment").input_value() == "prod"
    press("x")
    assert tick(page, "Find the node").is_checked() and "2 of 4" in bar.inner_text()
    press("j")
    press("k")
    assert "2 of 4" in bar.inner_text()
    # A command that destroys is not copied; the key goes to its guard.
    assert after(page, lambda: press("c")) == "nothing"
    assert page.evaluate("document.activeElement.closest('.guard') !== null")
    press("Space")
    assert after(page, lambda: press("c")) == "kubectl drain node-17 --ignore-daemonsets"
    reach(page, code(page, "drain").get_by_role("button", name="Something else"))
    press("Enter")
    assert page.locator(".otherwise").is_visible()
    press("x")
    assert "3 of 4" in bar.inner_text()
    assert after(page, lambda: press("c")) == "echo jkcx s3cr3t eu-central-1"
    # A second page in a second tab, and this one loaded again.
    other = page.context.new_page()
    other.goto(replace)
    begun(other)
    harness.eventually(other, field(other, "node").input_value, "node-17")
    other.keyboard.press("x")
    assert "2 of 2" in other.locator(".run").inner_text()
    other.close()
    page.reload()
    begun(page)
    assert "3 of 4" in bar.inner_text() and field(page, "token").input_value() == ""
    # Escalation, rollback, log and hand-over.
    page.clock.fast_forward("31:00")
    assert "Escalate now" in page.locator(".escalate").inner_text()
    reach(page, page.locator(".escalate"))
    press("r")
    assert "Rollback 1 of 1" in bar.inner_text()
    def open_log():
        if page.locator(".run-phone").is_visible():
            reach(page, page.locator(".run-phone").get_by_role("button", name="Log"))
            press("Enter")
            reach(page, page.get_by_label("Note for the log"), most=3)

    open_log()
    reach(page, page.get_by_label("Note for the log"))
    page.keyboard.type("pods are slow?")
    press("Enter")
    reach(page, page.get_by_role("button", name="Copy as Markdown"))
    text = after(page, lambda: press("Enter"))
    for part in ["pods are slow?", "✓ Find the node", "did not see `drained`", "went to the rollback", "`echo jkcx •••••• eu-central-1`"]:
        assert part in text, (part, text)
    open_log()
    reach(page, page.get_by_role("button", name="Copy hand-over").locator("visible=true"))
    link = after(page, lambda: press("Enter"))
    assert "s3cr3t" not in link + text + stored(page)
    taker = open_page(link, width=width)
    begun(taker)
    reach(taker, taker.get_by_role("button", name="Take it over"))
    taker.keyboard.press("Enter")
    harness.eventually(taker, field(taker, "node").input_value, "node-17")
    assert tick(taker, "Drain it").is_checked()


def test_the_keys_are_listed(drain):
    page = drain()
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog", name="Keys").is_visible()


# ---- What it is made of ---------------------------------------------------------------------


def test_steps_have_one_number_and_only_those_of_the_procedure(drain):
    page = drain(javascript=False)
    assert page.locator(".no").all_inner_texts() == ["1", "2", "3", "4"]
    assert page.locator(".no").first.evaluate("(e) => e.nextElementSibling.textContent") == "Step 1: "
    parts = page.locator(".card").evaluate_all("(all) => all.map((e) => e.dataset.part)")
    assert parts == ["procedure"] * 4 + ["rollback", "other"]
    assert page.locator("main button:visible, .run:visible").count() == 0


def test_items_of_a_numbered_procedure_are_steps(drain):
    page = drain(path="ops/replace.html")
    page.keyboard.press("x")
    begun(page)
    assert tick(page, "Look at it.").is_checked()
    assert "2 of 2" in page.locator(".run").inner_text()
    page.reload()
    begun(page)
    assert tick(page, "Look at it.").is_checked()


def test_a_done_step_folds_and_a_link_to_it_unfolds_it(drain):
    page = drain()
    check(page, "Find the node")
    assert not code(page, "find").is_visible()
    page.get_by_role("button", name="Show").click()
    assert code(page, "find").is_visible()
    page.get_by_role("button", name="Hide").click()
    page.evaluate("location.hash = 'step-find'")
    harness.eventually(page, code(page, "find").is_visible, True)


@pytest.mark.parametrize(
    "text, found",
    [
        ("node-4", "node-4"),
        ('{"name": "node-5", "ready": true}', "node-5"),
        ("arn:aws:x:node/node-6.", "node-6"),
        ("nothing here", "nothing here"),
        ("no\nnode here", "no node here"),
    ],
)
def test_a_value_is_found_in_what_a_step_printed(drain, text, found):
    page = drain()
    paste(page, field(page, "node"), text)
    assert field(page, "node").input_value() == found


def test_several_values_are_a_choice(drain):
    page = drain()
    paste(page, field(page, "node"), "node-1 Ready\nnode-2 Ready\n")
    assert field(page, "node").input_value() == ""
    page.locator(".toast").get_by_role("button", name="node-2").click()
    assert field(page, "node").input_value() == "node-2"


def test_another_environment_takes_its_values_along(drain):
    page = drain()
    check(page, "Find the node")
    choice = page.locator(".run").get_by_label("Environment")
    choice.select_option("prod")
    assert "from prod" in page.locator('[data-input="region"]').inner_text()
    choice.select_option("nonprod")
    assert field(page, "region").input_value() == "eu-west-1"
    field(page, "region").fill("us-east-1")
    choice.select_option("prod")
    assert field(page, "region").input_value() == "us-east-1"


def test_it_ends_and_comes_back(drain):
    page = drain()
    field(page, "node").fill("node-9")
    check(page, "Find the node")
    page.get_by_role("button", name="End incident").click()
    assert not page.locator(".run").is_visible() and field(page, "node").input_value() == ""
    page.locator(".toast").get_by_role("button", name="Undo").click()
    assert page.locator(".run").is_visible() and field(page, "node").input_value() == "node-9"
    page.get_by_role("button", name="Clear").click()
    assert field(page, "node").input_value() == ""
    page.locator(".toast").get_by_role("button", name="Undo").click()
    assert field(page, "node").input_value() == "node-9"


def test_an_old_incident_is_not_filled_in(incident_wiki, open_page):
    page = open_page()
    page.clock.install()
    page.goto(incident_wiki.file_url + "drain.html")
    field(page, "node").fill("node-9")
    check(page, "Find the node")
    page.clock.fast_forward("25:00:00")
    page.reload()
    assert field(page, "node").input_value() == "" and not tick(page, "Find the node").is_checked()
    begun(page)
    toast = page.locator(".toast")
    assert "more than 24 hours old" in toast.inner_text()
    toast.get_by_role("button", name="Continue it").click()
    assert field(page, "node").input_value() == "node-9"


def test_without_storage_it_lasts_as_long_as_the_page(drain):
    page = drain()
    page.context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    page.reload()
    check(page, "Find the node")
    assert page.locator(".run").is_visible() and tick(page, "Find the node").is_checked()


def test_a_page_that_one_goes_back_to_knows_what_happened_meanwhile(drain):
    page = drain()
    field(page, "node").fill("node-9")
    check(page, "Find the node")
    # A page in the back/forward cache gets no event of what another one stores.
    page.evaluate("""() => {
      const kept = JSON.parse(localStorage.getItem(incidentKey));
      kept.values.node.v = "node-12";
      localStorage.setItem(incidentKey, JSON.stringify(kept));
    }""")
    assert field(page, "node").input_value() == "node-9"
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert field(page, "node").input_value() == "node-12"
    assert code(page, "drain").locator(".ph").first.inner_text() == "node-12"


# ---- Hostile --------------------------------------------------------------------------------

STRANGE = [
    "null", "[]", "{}", '"x"', "{", '{"begun":1}',
    json.dumps({"begun": 1e999 and 1, "touched": "now", "values": [], "done": {}, "calls": {}, "log": []}),
    json.dumps({"begun": 4e15, "touched": 4e15, "values": {"node": None, "note": {"v": {}}, "region": {"v": "<b>"}},
                "done": {"drain.html": 7}, "calls": {"drain.html": "x"}, "log": [None, 1, {"k": "constructor"}],
                "env": {}}),
]


@pytest.mark.parametrize("kept", STRANGE)
def test_what_others_wrote_into_the_storage_breaks_nothing(drain, kept):
    page = drain()
    key = page.evaluate("incidentKey")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
    page.reload()
    check(page, "Find the node")
    assert tick(page, "Find the node").is_checked()
    assert page.locator("main b:has-text('x')").count() == 0


def test_a_hostile_hand_over_does_nothing_by_itself(drain):
    told = {
        "~done": "step-1-find-the-node toString __proto__ x<img src=x onerror=alert(1)>",
        "~begun": "99999999999999",
        "~env": "<img src=x onerror=alert(1)>",
        "~log": "<script>alert(1)</script>",
        "note": "<img src=x onerror=alert(1)>`*[x](javascript:alert(1))\u202e",
    }
    page = drain("#?" + urllib.parse.urlencode(told))
    begun(page)
    assert page.locator(".tick input:checked").count() == 0
    assert "one step done" in page.locator(".run-offer").inner_text()
    page.get_by_role("button", name="Take it over").click()
    assert page.locator(".tick input:checked").count() == 1
    assert page.locator("article :is(img, script), .rail img, .run img").count() == 0
    assert page.locator(".run").get_by_label("Environment").input_value() == ""


def test_the_log_is_text_in_markdown_too(drain):
    page = drain()
    field(page, "note").fill("```` <img src=x> @everyone [x](http://evil.example) | #1")
    assert after(page, code(page, "tell").locator(".copy").click) == "nothing"
    field(page, "token").fill("t")
    field(page, "region").fill("eu-west-1")
    after(page, code(page, "tell").locator(".copy").click)
    begun(page)
    page.get_by_label("Note for the log").fill("<img src=x onerror=alert(1)> @here")
    page.get_by_role("button", name="Add", exact=True).click()
    text = after(page, page.get_by_role("button", name="Copy as Markdown").click)
    assert "`````" in text and "\\<img src=x onerror=alert(1)\\> \\@here" in text
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize("name", ["drain.html", "wiki.html"])
def test_a_file_of_its_own_runs_too(share_wiki, open_page, tmp_path, name):
    """Away from all others, as somebody has it on a memory stick."""
    wiki = share_wiki(FILES, "--bundle")
    [made] = wiki.folder.rglob(f"bundle/**/{name}")
    alone = tmp_path / name
    alone.write_bytes(made.read_bytes())
    page = open_page(alone.as_uri() + ("#page-main@drain" if name == "wiki.html" else ""))
    begun(page)
    assert not page.locator(".run:visible").count()
    field(page, "node").fill("node-3")
    check(page, "Find the node")
    assert "2 of 4" in page.locator(".run").inner_text()
    page.reload()
    assert field(page, "node").input_value() == "node-3" and tick(page, "Find the node").is_checked()


@pytest.mark.parametrize("width", [1440, 960, 390])
def test_nothing_moves_when_a_running_page_is_loaded(drain, width):
    page = drain(width=width)
    check(page, "Find the node")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries())"
        " if (!entry.hadRecentInput) window.shift += entry.value; }).observe({type: 'layout-shift', buffered: true});"
    )
    page.reload()
    begun(page)
    harness.settle(page)
    assert page.evaluate("window.shift") < 0.01
