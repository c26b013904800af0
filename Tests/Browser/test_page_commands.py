"""Working from a page: values filled in once, copy, the guard, progress."""

import json
import pathlib
import subprocess
import urllib.parse

import pytest

import harness

CONFIG = """
site: {title: Test wiki}
contexts:
  workstation: {title: Your workstation, prompt: "$ "}
  host: {title: The node, prompt: "bash-5.2# ", entered_by: {from: workstation, command: ssh}}
rules: {context-not-entered: off, placeholder-in-quotes: off, command-unknown-program: off}
"""

HEAD = """---
kind: runbook
title: Run
owner: Team
reviewed: 2026-11-01
review_every: P6M
context: workstation
inputs:
  value: {type: string, description: Anything}
  node: {type: k8s-name, pattern: "^[a-z0-9.-]+$", example: node-1, from: "step:list"}
  token: {type: string, secret: true}
  mode: {type: enum, choices: [fast, slow]}
"""

STEPS = """---

## Steps

```bash {step=list in=workstation expect="node-1"}
kubectl get nodes
```

```bash {step=bare}
printf %s <value>
```

```bash {step=double}
printf %s "x<value>y"
```

```bash {step=single}
printf %s 'x<value>y'
```

```bash {step=ansi}
printf %s $'x<value>y'
```

```bash {step=heredoc}
cat <<EOF
x<value>y
EOF
```

```bash {step=verbatim}
cat <<'EOF'
x<value>y
EOF
```

```bash {step=substituted}
printf %s "$(printf %s <value>)"
```

```bash {step=several}
# First this.
kubectl get pods   # all of them

if true; then
  # inside
  kubectl get node <node>
fi
kubectl get nodes
```

```console {step=transcript in=host}
bash-5.2# echo one \\
> two
one two
bash-5.2# echo three # why
three
```

```text
bash-5.2# not a command
```

```yaml
# A comment belongs to the file.
name: <node>
```

> [!WARNING]
> Everything in it goes.

```bash {step=destroy in=workstation}
kubectl delete namespace demo
```

```bash {step=secret}
printf %s <token> <mode>
```

A word on `kubectl get node <node>` in prose.
"""

TABLE = """
## Short

| Task | Command | Where |
| --- | --- | --- |
| look | `kubectl get node <node>` | workstation |
| show | `kubectl get nodes` | workstation |
| remove | `kubectl delete namespace demo` | workstation |
"""

DECLARATION = "tables:\n  - {under: short, schema: quick-reference, context: Where}\n"

PAGE = {
    "runbookgen.yml": CONFIG,
    "content/index.md": HEAD.replace("title: Run", "title: Home") + STEPS,
    "content/run.md": HEAD + DECLARATION + STEPS + TABLE,
}

HOSTILE = [
    "plain-1.example.com",
    "two words",
    "a'b\"c $(touch owned) `touch owned` \\ \\\\ $HOME ${x}",
    "; touch owned; #",
    "*?[a-z]{1,2}~ & | < > ( )",
    "!! !x wow!",
    "'",
    '"',
    "\\",
    "ümlaut 漢字 😀",
    "%s%n",
]


@pytest.fixture
def run(share_wiki, open_page):
    wiki = share_wiki(PAGE)

    def open_run(fragment="", **options):
        page = open_page(**options)
        page.goto(wiki.file_url + "run.html" + fragment)
        return page

    return open_run


def field(page, name):
    return page.locator(f'[data-input="{name}"]').locator("input, select")


def step(page, name):
    return page.locator(f".code[data-step='{name}']")


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


def pressed(page, press):
    """Presses a button, waits until the page has said what came of it, and returns what the clipboard
    holds then."""
    page.evaluate("navigator.clipboard.writeText('nothing')")
    page.evaluate(
        """() => {
          const toast = document.querySelector('.toast');
          toast.textContent = '';
          window.hasSpoken = false;
          new MutationObserver(() => { window.hasSpoken ||= toast.textContent !== ''; })
            .observe(toast, { childList: true });
        }"""
    )
    press()
    # The page's policy forbids `eval`, by which Playwright waits for a function.
    harness.eventually(page, lambda: page.evaluate("window.hasSpoken"), True)
    return copied(page)


def click(page, button):
    """Clicks and returns what the clipboard holds then."""
    return pressed(page, button.click)


# Presses the buttons of steps by their names; what is on the clipboard after each.
COPY_EACH = """async (names) => {
  const toast = document.querySelector(".toast");
  const found = {};
  for (const name of names) {
    await navigator.clipboard.writeText("nothing");
    toast.textContent = "";
    document.querySelector(`.code[data-step="${name}"] .copy`).click();
    while (toast.textContent === "") await new Promise((done) => setTimeout(done));
    found[name] = await navigator.clipboard.readText();
  }
  return found;
}"""


def copy(page, name):
    return click(page, step(page, name).locator(".copy"))


def has_focus(locator):
    return locator.evaluate("e => e === document.activeElement")


# ---- Fill once ------------------------------------------------------------------------------


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


# ---- Copy -----------------------------------------------------------------------------------


def test_copy_takes_commands_only(run):
    page = run()
    field(page, "node").fill("node-7")
    assert copy(page, "list") == "kubectl get nodes"
    assert copy(page, "several") == (
        "kubectl get pods\nif true; then\n  kubectl get node node-7\nfi\nkubectl get nodes"
    )
    assert copy(page, "transcript") == "echo one \\\ntwo\necho three"
    assert page.locator(".code.output .copy").count() == 0
    file = page.locator(".code", has=page.locator(".language-yaml"))
    assert click(page, file.locator(".copy")) == "# A comment belongs to the file.\nname: node-7"


def test_one_command_of_several(run):
    page = run()
    field(page, "node").fill("node-7")
    buttons = step(page, "several").locator(".copy-one")
    expected = ["kubectl get pods", "if true; then\n  kubectl get node node-7\nfi", "kubectl get nodes"]
    assert [click(page, button) for button in buttons.all()] == expected
    assert click(page, step(page, "transcript").locator(".copy-one").nth(1)) == "echo three"


def test_a_row_of_the_quick_reference(run):
    page = run()
    field(page, "node").fill("node-7")
    button = page.get_by_role("button", name="Copy: look")
    assert click(page, button) == "kubectl get node node-7"


def test_copy_without_the_clipboard_interface(run):
    page = run()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    step(page, "list").locator(".copy").click()
    harness.eventually(page, page.locator(".toast").inner_text, "Copied. Paste into: Your workstation.")
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("body > textarea").focus()
    page.keyboard.press("Control+v")
    assert page.locator("body > textarea").input_value() == "kubectl get nodes"


def test_selecting_by_hand_leaves_prompts_out(run):
    page = run(javascript=False)
    step(page, "transcript").locator("pre").click()
    text = page.evaluate(
        "(getSelection().selectAllChildren(document.querySelector('[data-step=transcript] pre')),"
        " getSelection().toString())"
    )
    assert "echo one" in text and "bash-5.2#" not in text


# ---- Guard and progress ---------------------------------------------------------------------


def test_a_destructive_command_is_copied_after_a_confirmation(run):
    page = run()
    assert copy(page, "destroy") == "nothing"
    assert "I understand: destructive" in page.locator(".toast").inner_text()
    box = step(page, "destroy").get_by_label("I understand: destructive")
    assert has_focus(box)
    box.check()
    assert copy(page, "destroy") == "kubectl delete namespace demo"
    page.reload()
    assert not step(page, "destroy").get_by_label("I understand: destructive").is_checked()
    row = page.locator("tr", has_text="kubectl delete")
    assert click(page, row.locator(".copy-one")) == "nothing"
    row.get_by_label("I understand: destructive").check()
    assert click(page, row.locator(".copy-one")) == "kubectl delete namespace demo"


GUARD = {
    "runbookgen.yml": CONFIG,
    "content/index.md": HEAD.replace(
        "inputs:", "environments: [nonprod, prod]\ninputs:"
    )
    + """---

## Steps

```bash {step=drain}
kubectl drain <node> --ignore-daemonsets
```
""",
}


def test_a_confirmation_belongs_to_the_command_with_its_values(share_wiki, open_page):
    page = open_page(share_wiki(GUARD).file_url + "index.html")
    guard = step(page, "drain").locator(".guard")
    assert "Drain <node>" in guard.inner_text()
    field(page, "node").fill("node-a")
    assert copy(page, "drain") == "nothing"
    assert "choose the environment" in page.locator(".toast").inner_text()
    guard.get_by_label("Environment").select_option("prod")
    box = guard.get_by_label("I understand: destructive. Drain node-a in prod")
    command = "kubectl drain {} --ignore-daemonsets"
    box.check()
    assert copy(page, "drain") == command.format("node-a")
    # One copy.
    assert copy(page, "drain") == "nothing"
    box.check()
    field(page, "node").fill("node-b")
    box = guard.get_by_label("I understand: destructive. Drain node-b in prod")
    assert not box.is_checked()
    box.check()
    page.get_by_label("Done: Steps").check()
    assert not box.is_checked()
    page.get_by_label("Done: Steps").uncheck()
    box.check()
    # Chosen once: from now on in the bar.
    assert not guard.get_by_label("Environment").is_visible()
    page.locator("html.run-ready").wait_for(state="attached")
    page.locator(".run").get_by_label("Environment").select_option("nonprod")
    assert not guard.locator("input").is_checked()
    guard.locator("input").check()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert not guard.locator("input").is_checked()


def test_the_guard_is_a_warning_without_javascript(run):
    page = run(javascript=False)
    assert step(page, "destroy").locator(".guard").is_visible()
    assert page.locator("article button:visible").count() == 0


def test_the_whole_procedure_by_keyboard(run):
    page = run()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id === 'value-0'"):
            break
    page.keyboard.type("by hand")
    for _ in range(80):
        page.keyboard.press("Tab")
        active = page.evaluate(
            "[document.activeElement.className,"
            " document.activeElement.closest('.code')?.dataset.step]"
        )
        if active == ["copy button", "bare"]:
            assert pressed(page, lambda: page.keyboard.press("Enter")) == "printf %s 'by hand'"
            break
