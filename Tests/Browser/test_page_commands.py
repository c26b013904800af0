"""Working from a page: copy, the guard, progress."""

import harness
from page_commands import CONFIG, HEAD, click, copy, field, has_focus, pressed, run, step  # noqa: F401


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
