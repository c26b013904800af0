"""What a reader sees of a page: the place that a link leads to, words that stay whole, tables that
are wide enough, and whom to ask one click away."""

import pytest

import harness

WIDTHS = [(390, 844), (1440, 900)]

CONFIG = """
site: {title: Test wiki}
contexts:
  ws: {title: Workstation, prompt: "$ "}
rules: {quickref-drift: off}
"""

LINES = "\n\n".join(f"Line {number} of some text." for number in range(1, 31))

STEPS = f"""---
kind: runbook
title: Drain
owner: Team
reviewed: 2026-11-01
review_every: P6M
context: ws
inputs:
  host: {{type: k8s-name, example: a, description: Node, from: "step:list"}}
---

Before.

## Procedure

{LINES}

### Step 1: Near

> [!CAUTION]
> Near caution.

```bash {{step=near}}
kubectl drain <host> --ignore-daemonsets
```

> [!WARNING]
> Second warning.

```bash {{step=second}}
kubectl uncordon <host>
```

### Step 2: Far

{LINES}

> [!WARNING]
> Far warning.

Then run it.

```bash {{step=far}}
kubectl delete node <host>
```

### Step 3: Parted

> [!CAUTION]
> Parted caution.

{LINES}

```bash {{step=parted}}
kubectl delete pod <host>
```

### Step 4: Several

> [!NOTE]
> First of several.

> [!WARNING]
> Second of several.

> [!CAUTION]
> Third of several.

```bash {{step=several}}
kubectl delete pod a
```

### Step 5: Folded

> [!CAUTION]
> Caution before the fold.

<details><summary>More</summary>

> [!WARNING]
> Warning in the fold.

```bash {{step=folded}}
kubectl delete pod b
```

</details>

### Step 6: Listed

1. Look.

   > [!CAUTION]
   > Listed caution.

   ```bash {{step=listed}}
   kubectl delete pod c
   ```

### Step 7: Inside

> [!CAUTION]
> Inside caution.
>
> ```bash {{step=inside}}
> kubectl delete pod d
> ```

### Step 8: Plain

```bash {{step=list}}
kubectl get nodes
```

{LINES}

{LINES}
"""

# Step, its heading, its alerts, the start of its command.
PLACES = [
    ("near", "Step 1: Near", ["Near caution."], "kubectl drain"),
    ("second", "Step 1: Near", ["Second warning."], "kubectl uncordon"),
    ("far", "Step 2: Far", ["Far warning."], "kubectl delete node"),
    ("parted", "Step 3: Parted", ["Parted caution."], "kubectl delete pod"),
    ("several", "Step 4: Several", [f"{n} of several." for n in ("First", "Second", "Third")], "kubectl"),
    ("folded", "Step 5: Folded", ["Caution before the fold.", "Warning in the fold."], "kubectl"),
    ("listed", "Step 6: Listed", ["Listed caution."], "kubectl"),
    ("inside", "Step 7: Inside", ["Inside caution."], "kubectl"),
    ("list", "Step 8: Plain", [], "kubectl get nodes"),
]

# Which words are nowhere in sight: outside the window, or under something else.
HIDDEN = """([step, ...words]) => {
  const figure = document.querySelector(`.code[data-step="${step}"]`);
  const isSeen = (words, root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    // A step whose number stands before its heading says it once.
    const unnumbered = words.replace(/^Step \d+: /, "");
    for (let node; node = walker.nextNode();) {
      if (!node.data.includes(words) && node.data !== unnumbered) continue;
      const found = node.data.includes(words) ? words : unnumbered;
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(found));
      range.setEnd(node, node.data.indexOf(found) + found.length);
      const box = range.getClientRects()[0];
      const top = box && document.elementFromPoint(box.left + 3, box.top + box.height / 2);
      if (top && box.top >= 0 && range.getBoundingClientRect().bottom <= innerHeight
        && (node.parentElement.contains(top) || top.contains(node.parentElement))) return true;
    }
    return false;
  };
  const command = figure.querySelector("pre code").getClientRects()[0];
  const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
  const missing = words.filter((words) => !isSeen(words, document.querySelector("main")));
  if (command.top < bar || command.top + 20 > innerHeight) missing.push(`the block, at ${command.top}`);
  return missing;
}"""


def values(page):
    """The form, opened where it is folded."""
    form = page.locator(".inputs")
    if form.get_attribute("popover") is not None:
        form.evaluate("(sheet) => sheet.showPopover()")
    elif form.get_attribute("open") is None:
        form.locator("summary").click()
    return form


@pytest.fixture
def steps(share_wiki):
    return share_wiki({"runbookgen.yml": CONFIG, "content/index.md": STEPS})


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width,height", WIDTHS)
def test_a_link_to_a_step_shows_heading_alerts_and_block(steps, open_page, width, height, javascript):
    hidden = {}
    page = open_page(width=width, height=height, javascript=javascript)
    for step, heading, alerts, _ in PLACES:
        page.goto("about:blank")
        page.goto(f"{steps.file_url}index.html#step-{step}")
        if not javascript:
            # Playwright evaluates where the page's own scripts may not run.
            page.wait_for_timeout(100)
        else:
            harness.settle(page)
        missing = page.evaluate(HIDDEN, [step, heading, *alerts])
        if missing:
            hidden[step] = missing
    assert not hidden


@pytest.mark.parametrize("width,height", WIDTHS)
def test_every_way_to_a_step_ends_there(steps, open_page, width, height):
    page = open_page(f"{steps.file_url}by-program/kubectl.html", width=width, height=height)
    page.locator("a[href$='#step-far']").first.click()
    harness.settle(page)
    assert page.evaluate(HIDDEN, ["far", "Step 2: Far", "Far warning."]) == []
    values(page).locator("a[href='#step-list']").click()
    harness.settle(page)
    assert page.evaluate(HIDDEN, ["list", "Step 8: Plain"]) == []
    assert page.locator(".code.here").count() == 1
    # With values: the place is no target of the browser's, and folds open all the same.
    page.goto("about:blank")
    page.goto(f"{steps.file_url}index.html#step-folded?host=x")
    harness.settle(page)
    words = ["Step 5: Folded", "Caution before the fold.", "Warning in the fold."]
    assert page.evaluate(HIDDEN, ["folded", *words]) == []
    page.evaluate("location.hash = '#step-several?host=y'")
    harness.settle(page)
    assert page.evaluate(HIDDEN, ["several", "Step 4: Several", "First of several."]) == []
    assert page.locator(".code.here").get_attribute("data-step") == "several"


def test_the_words_of_an_anchor_show_at_the_end_of_a_link_only(steps, open_page):
    page = open_page(f"{steps.file_url}index.html")
    assert not page.locator("#step-far > .at").is_visible()
    assert "Far" not in page.locator("#step-near > h3").inner_text()
    page.goto(f"{steps.file_url}index.html#step-parted")
    assert page.locator("#step-parted > .at").inner_text().split() == (
        "Step 3: Parted CAUTION Parted caution.".split()
    )


# Words

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


# Whom to ask

CONTACT = """---
kind: runbook
title: Contacts
owner: {team: Platform, contact: "https://pager.example/services/P1, ops@a.example"}
reviewed: 2026-11-01
review_every: P6M
severity: sev1
alerts: [KubeNodeNotReady, "Disk full: /var"]
escalation:
  - {after: PT15M, to: "#ops in [Slack](slack://channel?team=T1&id=C1)"}
  - {after: PT30M, to: "[Call](tel:+49301234)"}
  - {after: PT45M, to: "[Not me](ftp://a.example)"}
---

## Verification

x

## Rollback

y
"""


@pytest.mark.parametrize("width,height", WIDTHS)
def test_whom_to_ask_is_a_link(share_wiki, open_page, width, height):
    wiki = share_wiki({"content/index.md": CONTACT})
    page = open_page(f"{wiki.file_url}index.html", width=width, height=height)
    plate = page.locator(".about")
    links = plate.locator("a").evaluate_all("(links) => links.map((a) => [a.innerText, a.getAttribute('href')])")
    assert [link for link in links if ":" in link[1]] == [
        ["https://pager.example/services/P1", "https://pager.example/services/P1"],
        ["ops@a.example", "mailto:ops@a.example"],
        ["Slack", "slack://channel?team=T1&id=C1"],
        ["Call", "tel:+49301234"],
    ]
    assert "[Not me](ftp://a.example)" in plate.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    for name in ("KubeNodeNotReady", "Disk full: /var"):
        page.goto(f"{wiki.file_url}index.html")
        plate.get_by_role("link", name=name, exact=True).click()
        assert page.locator("h1").inner_text() == name
        assert page.locator(".entries a", has_text="Contacts").count() == 1
