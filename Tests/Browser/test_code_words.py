"""Words of code stay whole, and tables are wide enough for it."""

import pytest

import harness
from reading_pages import CONFIG, values

CODE = """---
kind: runbook
title: Words
owner: Team
reviewed: 2026-11-01
review_every: P6M
context: ws
inputs:
  node-name: {type: k8s-name, example: a, description: Node}
tables:
  - {under: short, schema: quick-reference}
---

Use `--delete-emptydir-data`, or `kubectl drain --ignore-daemonsets --timeout=10m`, or rather
`kubectl get --selector=app.kubernetes.io/name=ingress-nginx,app.kubernetes.io/part-of=some-thing`
and so on; `kubectl drain --grace-period=30 <node-name>` and `--very-long-option-name-of-a-thing-that-fits-nowhere`.

## Steps

```bash {step=one}
kubectl drain <node-name> --ignore-daemonsets --delete-emptydir-data --timeout=10m --grace-period=-1 \\
  --pod-selector='app-name in (some-app, other-app)' # use --force-with-lease and no-other-option
```

```bash {step=two}
some-tool --node=<node-name> --ignore-daemon-sets --pod-selector='app-name in (some-app, other-app)' # use --force-with-lease
curl -fsSL https://example.com/some/very-long/path/to/a-file/that-does-not-fit-on/a-line/of-a-phone
controller-manager --horizontal-pod-autoscaler-downscale-stabilization-window=5m0s
```

```console
$ kubectl get pods -l some-label=some-value,other-label=other-value
NAME                                   READY   STATUS    RESTARTS   AGE
web-frontend-5d4f-abcde-some-pod-name  1/1     Running   0          10m
```

```yaml
some-key: some-value-that-is-long-enough-for-a-line other-value-that-is-long
```

## Short

| Task | Command |
| --- | --- |
| look | `kubectl get node <node-name> --output=wide --show-managed-fields` |
| drain | `kubectl drain <node-name> --ignore-daemonsets --delete-emptydir-data` |
| all | `kubectl get pods --all-namespaces --field-selector=spec.nodeName=<node-name>` |

## Wide

| A | Command | B | C | D | E | F | G |
| --- | --- | --- | --- | --- | --- | --- | --- |
| one | `kubectl -n a get po -o yaml -l x=y -L d -w -A --ignore-not-found a b c d` | some words | more words that are long | d | `true` | `kube-system` | text that goes on and on and on over many lines |

| Operator | Name | Path | Description |
| --- | --- | --- | --- |
| kubevirt | `kubevirt_configuration_emulation_enabled` | `a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u` | Indicates whether the emulation of the software is enabled in the configuration of the cluster, and more. |
"""

# Words of code over more than one line, but for breaks after `/`, `,` and `=`.
BROKEN = """() => {
  const broken = [];
  for (const code of document.querySelectorAll("main code")) {
    let [word, top, isBroken] = ["", null, false];
    const end = () => {
      if (isBroken) broken.push(word);
      [word, top, isBroken] = ["", null, false];
    };
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node; node = walker.nextNode();) {
      for (let i = 0; i < node.data.length; i += 1) {
        if (/\\s/.test(node.data[i])) { end(); continue; }
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        if (top !== null && box.top > top + 4 && !"/,=".includes(word.at(-1))) isBroken = true;
        top = box.top;
        word += node.data[i];
      }
    }
    end();
  }
  return broken;
}"""

# Boxes of one line differ by a pixel or two, wherever on the page the line happens to stand.
LINES_OF = """(code) => {
  const range = document.createRange();
  range.selectNodeContents(code);
  const tops = [...range.getClientRects()].map((box) => box.top).sort((a, b) => a - b);
  return tops.filter((top, at) => at === 0 || top > tops[at - 1] + 4).length;
}"""


@pytest.fixture
def code(share_wiki):
    return share_wiki({"runbookgen.yml": CONFIG, "content/index.md": CODE})


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_words_of_code_stay_whole(code, open_page, width):
    page = open_page(f"{code.file_url}index.html", width=width, height=844)
    values(page).get_by_role("textbox", name="node-name").fill("ip-10-0-1-1.eu-central-1")
    broken = page.evaluate(BROKEN)
    # In a paragraph nothing scrolls: there it breaks, rather than be cut off.
    assert [word for word in broken if "fits-nowhere" not in word] == []
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0
    # What programs print, and files, keep their columns.
    for name in (".out", "code.language-yaml"):
        lines = page.locator(name).first
        assert lines.evaluate(LINES_OF) == lines.inner_text().strip().count("\n") + 1


@pytest.mark.parametrize("width", [390, 1440])
def test_words_of_the_wiki_stay_whole(wiki, open_page, width):
    page = open_page(width=width, height=844)
    for path in ("bottlerocket/update-and-roll-back-a-node.html", "by-program/kubectl.html"):
        page.goto(wiki.file_url + path)
        assert page.evaluate(BROKEN) == []


def test_what_is_copied_holds_no_mark_of_a_break(code, open_page):
    page = open_page(f"{code.file_url}index.html", width=390, height=844)
    command = "curl -fsSL https://example.com/some/very-long/path/to/a-file/that-does-not-fit-on/a-line/of-a-phone"
    block = page.locator(".code[data-step=two]")
    block.get_by_role("button", name="Copy command 2 of 3").click()
    page.locator(".toast", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == command
    values(page).get_by_role("textbox", name="node-name").fill("a")
    block.get_by_role("button", name="Copy command 1 of 3").click()
    read = "navigator.clipboard.readText().then((text) => text.includes('some-tool'))"
    harness.eventually(page, lambda: page.evaluate(read), True)
    assert page.evaluate("navigator.clipboard.readText()") == (
        "some-tool --node=a --ignore-daemon-sets --pod-selector='app-name in (some-app, other-app)'"
    )
    page.evaluate("getSelection().selectAllChildren(document.querySelectorAll('[data-step=two] .cmd')[1])")
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()").strip() == command


@pytest.mark.parametrize("width,most", [(390, 5), (1440, 3)])
def test_code_in_tables_keeps_its_width(code, open_page, width, most):
    page = open_page(f"{code.file_url}index.html", width=width, height=844)
    for text in ("kubevirt_configuration_emulation_enabled", "a/b/c/d/e/f/g"):
        assert page.locator("td code", has_text=text).evaluate(LINES_OF) <= most
    # 71 characters in a table of eight columns.
    command = page.locator("td code", has_text="kubectl -n a get po")
    assert command.evaluate(LINES_OF) <= 5
