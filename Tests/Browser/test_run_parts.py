"""What a running runbook is made of, and what strangers write into it."""

import json
import urllib.parse

import pytest

import harness
from run_pages import FILES, after, begun, check, code, drain, field, incident_wiki, paste, tick  # noqa: F401


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
