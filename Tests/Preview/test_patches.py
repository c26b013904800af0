"""What changes in the open page of a preview, without loading it."""

from __future__ import annotations

import pytest

import harness
from conftest import PAGE, SITE, WEB, has_finding


def test_plain_text_is_changed_without_loading(preview, open_page):
    text = PAGE.replace("When a pod hangs.", "When a pod hangs.\n\n- One *item*\n- Another item\n\n> A quoted & <escaped> line.")
    site = preview(SITE | {WEB: text})
    page = open_page(site.url + "web.html")
    page.wait_for_function("performance.getEntriesByType('resource').filter((one) => one.name.endsWith('web.html')).length > 1")
    harness.settle(page)
    page.evaluate("window.isOld = true")
    for old, new in [
        ("When a pod hangs.", "When `it` hangs, **or** <worse>: see [home](index.md)."), ("A full volume.", "A volume that is full."),
        ("Another item", "Another, longer item with `code`"), ("One *item*", "The first"), ("A quoted &", "An &amp; quoted <b> &"),
    ]:
        site.replace(WEB, old, new)
        site.until(lambda: new.split()[1].strip("*`,") in site.text("/web.html"))
        # As the page would be if it were loaded anew, but for what scripts make of it.
        same = """async () => {
          const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
          const words = (page) => [...page.querySelectorAll('main p, main li')].map((one) => one.innerHTML)
            .filter((text) => text.match(/hangs|volume|item|quoted|The first/)).join('\\n');
          return words(page) === words(document) ? '' : words(page) + '  IS NOT  ' + words(document);
        }"""
        harness.eventually(page, lambda: page.evaluate(same), "")
        assert page.evaluate("window.isOld") is True, new
    # Findings still stand where they belong, below all that has grown.
    site.replace(WEB, "kubectl delete pod <pod>", "kubectl delete pod <pod> --gracee-period=5")
    harness.eventually(page, lambda: has_finding(page, "command-unknown-option"), True)
    assert page.evaluate("document.querySelector('runbookgen-finding .finding') !== undefined")


COMMANDS = """
```bash
kubectl get pods <pod> -o wide
echo one
echo two
```

```console
$ kubectl get nodes
node-1 Ready
```

```yaml
kind: Pod
```

> [!CAUTION]
> This restarts the pod.

```bash
kubectl delete pod <pod> --wait=false
```
"""


def test_code_is_changed_without_loading(preview, open_page):
    site = preview(SITE | {WEB: PAGE.replace("## Rollback", COMMANDS + "\n## Rollback")})
    page = open_page(site.url + "web.html")
    page.wait_for_function("performance.getEntriesByType('resource').filter((one) => one.name.endsWith('web.html')).length > 1")
    page.get_by_label("pod").first.fill("web-7")
    page.locator(".confirm input").last.check()
    page.evaluate("window.isOld = true")
    for old, new in [
        ("-o wide", "-o yaml --watch"), ("kubectl get pods <pod> -o", "kubectl get pod <pod> -o"), ("echo two", "echo two more"),
        ("kubectl get nodes", "kubectl get nodes -o wide"), ("node-1 Ready", "node-1 NotReady\nnode-2 Ready"), ("kind: Pod", "kind: Node\nspec: {}"),
        ("--wait=false", "--now"),
    ]:
        before = site.text("/web.html")
        site.replace(WEB, old, new)
        site.until(lambda: site.text("/web.html") != before)
        harness.eventually(page, lambda: page.evaluate("""async () => {
          const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
          const codes = (page) => [...page.querySelectorAll('pre > code')].map((code) => {
            const copy = code.cloneNode(true);
            for (const made of copy.querySelectorAll('.copy-one')) made.remove();
            for (const place of copy.querySelectorAll('.ph')) place.replaceWith('<pod>');
            return copy.innerHTML;
          }).join('\\n');
          return codes(sent) === codes(document) ? '' : codes(sent) + '  IS NOT  ' + codes(document);
        }"""), "")
        assert page.evaluate("window.isOld") is True, new
        assert page.get_by_label("pod").first.input_value() == "web-7"
    # Another command has to be confirmed anew; what is copied is what is shown.
    assert not page.locator(".confirm input").last.is_checked()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy all").click()
    harness.eventually(page, lambda: page.evaluate("navigator.clipboard.readText()"), "kubectl get pod web-7 -o yaml --watch\necho one\necho two more")
    page.get_by_role("button", name="Copy command 3 of 3").click()
    harness.eventually(page, lambda: page.evaluate("navigator.clipboard.readText()"), "echo two more")


BLOCKS = [
    "When a pod hangs.\n\nOr two.", "When a pod hangs.\n\nOr two.\n\nOr three.\n\nOr four.", "Or three.", "- When\n- a pod\n\nhangs.",
    "- When\n- a pod\n- or two\n\nhangs.", "- When\n  - it\n\n  - hangs\n- a pod\n\nhangs.", "> - When\n>\n> it\n\nhangs.", "> A pod\n\nhangs or\n\n- does\n- not",
    "When a pod hangs, or\n\nA full volume.", "When **a pod** hangs.",
]


def test_blocks_come_and_go_without_loading(preview, open_page):
    site = preview(SITE | {WEB: PAGE})
    page = open_page(site.url + "web.html")
    page.wait_for_function("performance.getEntriesByType('resource').filter((one) => one.name.endsWith('web.html')).length > 1")
    page.get_by_label("pod").first.fill("web-7")
    page.evaluate("window.isOld = true")
    for old, new in zip(["When a pod hangs.", *BLOCKS], BLOCKS):
        before = site.text("/web.html")
        site.replace(WEB, old, new)
        site.until(lambda: site.text("/web.html") != before)
        # Marks stand where they would be as well.
        harness.eventually(page, lambda: page.evaluate("""async () => {
          const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
          const shown = (page) => [...page.querySelectorAll('main p, main ul, main blockquote')]
            .filter((block) => !block.closest('.toast, .run, form, .rail, footer, header, .guard') && !block.querySelector('.ph')).map((block) => block.outerHTML);
          const marks = (page) => {
            const walker = page.createTreeWalker(page.querySelector('article'), NodeFilter.SHOW_COMMENT);
            const all = [];
            while (walker.nextNode()) all.push(walker.currentNode.data);
            return all;
          };
          const all = (page) => [...shown(page), ...marks(page).sort()].join('\\n');
          return all(sent) === all(document) ? '' : all(sent) + '  IS NOT  ' + all(document);
        }"""), "")
        assert page.evaluate("window.isOld") is True, new
    assert page.get_by_label("pod").first.input_value() == "web-7"


@pytest.mark.parametrize("change", [
    ("A full volume.", "A full volume.\n\n1. And\n2. more."), ("When a pod hangs.", "## Another heading"),
    ("When a pod hangs.", "See `kubectl get pods <pod>`."), ("summary: Restart pods", "summary: Start pods"),
    ("kubectl get pods <pod>", "kubectl get pods <pod>\ntrue"), ("kubectl get pods <pod>", "kubectl get pods"),
    ("kubectl get pods <pod>", "rm -r /tmp/<pod>"), ("When a pod hangs.", "When a pod hangs.\n\n| a | b |\n| - | - |\n| c | d |"),
])
def test_more_than_text_is_loaded_anew(preview, open_page, change):
    site = preview(SITE | {WEB: PAGE})
    page = open_page(site.url + "web.html")
    page.wait_for_function("performance.getEntriesByType('resource').filter((one) => one.name.endsWith('web.html')).length > 1")
    page.evaluate("window.isOld = true")
    site.replace(WEB, *change)

    def read():
        try:
            return page.evaluate("window.isOld")
        except Exception:
            return True

    harness.eventually(page, read, None)
    page.wait_for_selector("runbookgen-finding .bar", state="attached")
