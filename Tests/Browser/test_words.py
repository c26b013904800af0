"""The words around the pages are those of the site's language: `templates/words`."""

import json
import re

import pytest

import harness

FORM = re.compile(r"^(?:([\w-]+):|  (\w+):)(?: (.*))?$")


def words(language):
    """Every text of a catalogue, forms too, by `key` or `key.form`."""
    found = {}
    key = ""
    for line in (harness.ROOT / f"templates/words/{language}.yml").read_text("utf-8").splitlines():
        if not (match := FORM.match(line)):
            continue
        outer, form, text = match.groups()
        key = outer or key
        if text:
            found[f"{key}.{form}" if form else key] = json.loads(text) if text[0] == '"' else text
    return found


def pattern(text):
    """A phrase as it may stand in a page, with anything in its places."""
    parts = re.split(r"\{\w+\}", text)
    return re.compile(".+?".join(re.escape(part) for part in parts), re.S)


SEEN = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest("script, style, [lang]:not(html)")) found.push(walk.currentNode.data);
  }
  for (const element of document.querySelectorAll("body *")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      if (element.hasAttribute(name)) found.push(element.getAttribute(name));
    }
  }
  return found.map(text => text.trim()).filter(text => text);
}"""

CONFIG = """
site: {{title: Xyz, language: {language}}}
rules: {{prerequisites-missing: off, verification-missing: off, rollback-missing: off}}
contexts:
  lap: {{title: Lap, programs: [kubectl, rm]}}
"""

PAGE = """---
kind: runbook
title: Qwe
summary: Asd.
owner: {{team: Zxc, contact: "#zxc"}}
reviewed: 2025-01-01
review_every: P1M
severity: sev1
lifecycle: draft
alerts: [Uio]
tags: [jkl]
environments: [eins, zwei]
audience: [bnm]
escalation: [{{after: PT15M, to: "#zxc"}}]
permissions: [rty]
prerequisites: [fgh]
inputs:
  pod: {{type: k8s-name, description: Vbn, example: p-1}}
  num: {{type: integer, from: "step:erst"}}
  sec: {{secret: true}}
  env: {{type: enum, choices: [eins, zwei]}}
---

## Wer

> [!WARNING]
> Hjk.

- [ ] Lmn
- [x] Opq

```bash {{step=erst in=lap expect="Fgh" title="Ghj"}}
kubectl get pod <pod> -n <num>
kubectl get nodes
```

## Wes

```bash {{step=zwot in=lap}}
kubectl delete pod <pod> --context <env> --token <sec>
```

<details>

Jkl.

</details>

| Rst | Uvw |
|-----|-----|
| 1   | 2   |

Yxc.[^1]

[^1]: Cvb.
"""


def site(language):
    return {
        "runbookgen.yml": CONFIG.format(language=language),
        "content/index.md": "---\nkind: concept\ntitle: Hjg\nowner: Zxc\nreviewed: 2026-01-01\nreview_every: P1Y\n---\n\nHjl.\n",
        "content/ordner/a.md": PAGE.format(),
        "content/ordner/b.md": PAGE.format().replace("Qwe", "Qwf").replace("draft", "deprecated\nreplaced_by: a.md"),
    }


def seen(wiki, page):
    """Every text of every page but those for Confluence, which are for who maintains the wiki."""
    texts = set()
    for path in wiki.pages:
        if not path.startswith("confluence/"):
            page.goto(wiki.file_url + path)
            texts.update(page.evaluate(SEEN))
    return texts


@pytest.mark.parametrize("language", ["de", "ja"])
def test_no_english_word_is_left(share_wiki, open_page, language):
    wiki = share_wiki(site(language), "--drafts", "--today", "2025-01-10")
    own = words(language)
    # One that is little but what is put in would be found in anything.
    english = {key: pattern(text) for key, text in words("en").items()
               if own.get(key, own.get(key.partition(".")[0])) != text
               and len(re.sub(r"\{\w+\}|\W", "", text)) > 4}
    page = open_page()
    page.clock.set_fixed_time("2026-03-01T03:00:00Z")
    left = {(key, text) for text in seen(wiki, page) for key, phrase in english.items()
            if phrase.fullmatch(text)}
    assert sorted(left) == []
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language, counts", [("de", ["1 Seite", "2 Seiten"]), ("ja", ["1 ページ", "2 ページ"])])
def test_counts_have_their_forms_and_dates_stay(share_wiki, open_page, language, counts):
    head = "---\nkind: concept\ntitle: {}\nowner: Zxc\nreviewed: 2026-01-01\nreview_every: P1Y\ntags: [{}]\n---\n\nHjl.\n"
    wiki = share_wiki({
        "runbookgen.yml": CONFIG.format(language=language),
        "content/index.md": head.format("Hjg", "eins, zwei"), "content/b.md": head.format("Hjh", "zwei"),
    }, "--today", "2026-01-20")
    page = open_page()
    page.goto(wiki.file_url + "tags/index.html")
    assert page.locator(".entries small").all_inner_texts() == counts
    page.goto(wiki.file_url + "review.html")
    assert "2027-01-01" in page.get_by_role("main").inner_text()
