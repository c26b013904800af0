"""Runbooks that are run in a browser, and what is done there."""

import pytest

import harness

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
