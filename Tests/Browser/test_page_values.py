"""Values of a page: filled in once, checked, quoted, kept and shared."""

import json
import pathlib
import subprocess
import urllib.parse

import harness
from page_commands import COPY_EACH, HOSTILE, click, copied, copy, field, has_focus, pressed, run, step  # noqa: F401


def test_a_value_reaches_the_program_as_it_was_typed(run, tmp_path):
    page = run()
    places = {
        "bare": "{}",
        "double": "x{}y",
        "single": "x{}y",
        "ansi": "x{}y",
        "heredoc": "x{}y\n",
        "verbatim": "x{}y\n",
        "substituted": "{}",
    }
    for value in HOSTILE:
        field(page, "value").fill(value)
        commands = page.evaluate(COPY_EACH, list(places))
        for name, expected in places.items():
            command = commands[name]
            # A script, and an interactive shell as the one it is pasted into: that expands `!` too.
            for arguments in (["--norc"], ["--norc", "--noprofile", "-i"]):
                shell = subprocess.run(
                    ["bash", *arguments],
                    input=command + "\n",
                    capture_output=True,
                    text=True,
                    cwd=tmp_path,
                    timeout=harness.PATIENCE,
                )
                wanted = expected.replace("{}", value)
                assert shell.stdout == wanted, f"{name}: {command!r}: {shell.stderr}"
    assert not (tmp_path / "owned").exists()


def test_one_value_fills_steps_prose_tables_and_files(run):
    page = run()
    field(page, "node").fill("node-7")
    assert page.locator("article").get_by_text("<node>").count() == 0
    assert "kubectl get node node-7" in step(page, "several").inner_text()
    assert "kubectl get node node-7" in page.locator("p", has_text="in prose").inner_text()
    assert "kubectl get node node-7" in page.locator("table").inner_text()
    assert "name: node-7" in page.locator(".language-yaml").inner_text()


def test_a_value_is_checked_against_pattern_and_type(run):
    page = run()
    node = field(page, "node")
    assert node.get_attribute("placeholder") == "node-1"
    node.fill("Node 7")
    problem = page.locator("#" + node.get_attribute("aria-describedby").split()[0])
    words = problem.inner_text()
    assert "lower-case letters, digits, hyphens and dots, like node-1" in words and "^" not in words
    assert node.get_attribute("title") == "^[a-z0-9.-]+$"
    assert node.get_attribute("aria-invalid") == "true"
    assert "<node>" in step(page, "several").inner_text()
    node.fill("-7")
    assert "hyphen" in problem.inner_text()
    node.fill("7-")
    assert "lower-case letters" in problem.inner_text()
    node.fill(" node-7 ")
    assert problem.inner_text() == ""
    assert "kubectl get node node-7" in step(page, "several").inner_text()
    node.fill("a  b")
    assert "several spaces" in problem.inner_text()
    node.fill("node-7")
    assert problem.inner_text() == ""
    assert node.get_attribute("aria-invalid") is None


def test_patterns_are_judged_as_the_program_judges_them(run):
    """The table is the one that the program's own tests run."""
    table = json.loads(
        (pathlib.Path(__file__).parent / "pattern-verdicts.json").read_text(encoding="utf-8")
    )
    page = run()
    verdicts = page.evaluate(
        "table => table.map(([pattern, text]) => expression(pattern).test(text))", table
    )
    wrong = [row for row, verdict in zip(table, verdicts) if verdict != row[2]]
    assert not wrong


def test_choices_are_a_list(run):
    page = run()
    mode = field(page, "mode")
    assert mode.evaluate("e => [...e.options].map(o => o.value)") == ["", "fast", "slow"]
    mode.select_option("slow")
    assert "slow" in step(page, "secret").inner_text()


def test_copy_says_which_value_is_missing_and_goes_on_when_it_is_typed(run):
    page = run()
    assert copy(page, "bare") == "nothing"
    assert "value is missing" in page.locator(".toast").inner_text()
    assert has_focus(field(page, "value"))
    page.keyboard.type("7 up")
    assert pressed(page, lambda: page.keyboard.press("Enter")) == "printf %s '7 up'"
    assert has_focus(step(page, "bare").locator(".copy"))


def test_a_secret_is_neither_shown_nor_kept_nor_shared(run):
    page = run()
    secret = field(page, "token")
    assert secret.get_attribute("type") == "password"
    assert secret.get_attribute("autocomplete") == "off"
    secret.fill("s3cr3t")
    field(page, "mode").select_option("fast")
    link = click(page, page.get_by_role("button", name="Copy link with values"))
    assert copy(page, "secret") == "printf %s s3cr3t fast"
    assert "s3cr3t" not in page.locator("body").inner_text()
    assert "mode=fast" in link and "s3cr3t" not in link
    stored = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "fast" in stored and "s3cr3t" not in stored
    page.reload()
    assert field(page, "token").input_value() == ""
    assert field(page, "mode").input_value() == "fast"
    page.goto(page.url.split("#")[0] + "#?token=s3cr3t")
    assert field(page, "token").input_value() == ""


def test_values_survive_a_reload_on_their_page_only(run):
    page = run()
    field(page, "node").fill("node-7")
    page.reload()
    assert field(page, "node").input_value() == "node-7"
    assert "node-7" in step(page, "several").inner_text()
    page.goto(page.url.replace("run.html", "index.html"))
    assert field(page, "node").input_value() == ""


def test_a_link_carries_values_and_an_anchor(run):
    page = run("#step-several")
    field(page, "node").fill("node-7")
    field(page, "value").fill("a b&c=d#e?f")
    link = click(page, page.get_by_role("button", name="Copy link with values"))
    other = run()
    other.goto("about:blank")
    other.goto(link)
    assert field(other, "node").input_value() == "node-7"
    assert field(other, "value").input_value() == "a b&c=d#e?f"
    assert other.evaluate("location.hash") == "#step-several"
    assert abs(step(other, "several").bounding_box()["y"]) < 400


def test_a_hostile_link_does_nothing(run):
    values = {
        "node": "<img src=x onerror=alert(1)>",
        "value": "<script>alert(1)</script>",
        "mode": "other",
        "token": "x",
        "__proto__": "x",
        "nobody": "x",
    }
    page = run('#"><img src=x onerror=alert(1)>?' + urllib.parse.urlencode(values))
    assert field(page, "node").input_value() == ""
    assert field(page, "mode").input_value() == ""
    assert field(page, "value").input_value() == "<script>alert(1)</script>"
    assert page.locator("article img, article script").count() == 0
    assert "does not fit" in page.locator(".toast").inner_text()
    for strange in ("%00x", "%E2%80%AEx", "x" * 501, "%ff%"):
        page.goto(page.url.split("#")[0] + "#?node=" + strange)
        # The event that tells of a new fragment was queued before these.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        assert field(page, "node").input_value() == ""


def test_a_value_from_a_link_waits_for_the_reader(run):
    page = run("#step-bare?value=%20two%20words%20&node=node-7")
    assert field(page, "value").input_value() == "two words"
    row = page.locator('[data-input="value"]')
    assert "From the link: check it" in row.inner_text()
    assert copy(page, "bare") == "nothing"
    assert "value came with the link" in page.locator(".toast").inner_text()
    page.reload()
    assert copy(page, "bare") == "nothing"
    confirm = row.get_by_role("button", name="It is right")
    assert has_focus(confirm)
    page.keyboard.press("Enter")
    harness.eventually(page, lambda: copied(page), "printf %s 'two words'")
    assert "From the link" not in row.inner_text()
    assert "From the link" in page.locator('[data-input="node"]').inner_text()
    field(page, "node").fill("node-8")
    assert "From the link" not in page.locator('[data-input="node"]').inner_text()
