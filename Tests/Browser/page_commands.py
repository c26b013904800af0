"""A page with every kind of command, and how its buttons are pressed."""

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
