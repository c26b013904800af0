"""An incident from its first tick to its end: steps, values, environment, log, handing over, going back."""

import pytest

import harness
from accessibility import violations
from run_pages import (  # noqa: F401
    FILES, OUTPUT, after, begun, check, close_sheet, code, drain, field, incident_wiki, open_sheet, paste, stored, tick,
)

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
