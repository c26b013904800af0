"""Loading a page: nothing that was shown moves, and little is loaded."""

import pathlib
import re
import subprocess

import pytest

import harness
import loading

RUNBOOK = "bottlerocket/update-and-roll-back-a-node.html"
LARGE = "bottlerocket/working-with-bottlerocket-on-eks.html"

ASSETS = pathlib.Path(__file__).parents[2] / "templates" / "assets"

# What has no file of its own in a wiki.
INSIDE_PAGES = ("bundle.css", "bundle.js", "not-found.js")

# Its review is overdue: what the script shows then stands above everything else.
OVERDUE = """---
kind: runbook
title: Old
owner: Team
reviewed: 2020-01-01
review_every: P6M
inputs:
  host: {type: k8s-name, example: a, description: Node}
---

## Procedure

```bash {step=one}
kubectl drain <host>
```
"""


@pytest.mark.parametrize("width,height", [(1440, 900), (390, 844)])
@pytest.mark.parametrize("way", ["http", "file"])
def test_nothing_moves_once_it_is_shown(wiki, share_wiki, serve, open_page, way, width, height):
    """What scripts add has its place before they run, on a slow machine too."""
    copying = next(path for path in wiki.pages if path.startswith("confluence/"))
    old = share_wiki({"content/index.md": OVERDUE}, "--today", "2020-02-01")
    root = lambda wiki: serve(wiki) if way == "http" else wiki.file_url
    urls = [root(wiki) + path for path in (RUNBOOK, LARGE, copying, "review.html", "index.html", "search.html")]
    if way == "http":
        urls.append(root(wiki) + "no/such/page.html")
    moved = {}
    for url in [*urls, root(old) + "index.html"]:
        page = open_page(width=width, height=height)
        page.add_init_script(loading.OBSERVE)
        shift, what, _ = loading.load(page, url)
        if shift >= 0.01:
            moved[url] = what
        # Where there is no such page, the one that says so is looked for in each folder.
        page.watch.problems[:] = [text for text in page.watch.problems if "404" not in text]
    assert not moved


def test_what_moves_is_noticed(tmp_path, open_page):
    (tmp_path / "a.html").write_text(
        "<!doctype html><title>a</title><p id=a>A</p><p>B</p><script>"
        "requestAnimationFrame(() => setTimeout(() => { a.style.height = '300px' }, 50))</script>"
    )
    page = open_page(width=390, height=844)
    page.add_init_script(loading.OBSERVE)
    page.goto((tmp_path / "a.html").as_uri())
    harness.eventually(page, lambda: page.evaluate("window.shifts.length > 0"), True)
    assert page.evaluate("window.shifts[0][0]") > 0.01


def test_a_page_loads_little(wiki):
    """Style sheets and scripts of a runbook, as they are and gzipped."""
    plain, packed = loading.assets(wiki, RUNBOOK)
    assert plain <= 80_000
    assert packed <= 22_000


@pytest.mark.parametrize("name", sorted(path.name for path in ASSETS.iterdir() if path.suffix in (".js", ".css")
                                       and path.name not in INSIDE_PAGES))
def test_what_is_published_is_what_was_written(wiki, name):
    """Without comments and indentation, a script and a style sheet mean the same."""
    stem, kind = name.rsplit(".", 1)
    written = (ASSETS / name).read_bytes()
    (published,) = wiki.folder.glob(f"assets/{stem}.*.{kind}")
    assert len(published.read_bytes()) < len(written)
    assert minified(published.read_bytes(), kind) == minified(written, kind)


def test_the_script_inside_a_page_is_what_was_written(wiki):
    inside = re.search(r"<script data-probe=[^>]*>(.*?)</script>", wiki.text("404.html"), re.S)[1]
    assert minified(inside.encode(), "js") == minified((ASSETS / "not-found.js").read_bytes(), "js")


def minified(text: bytes, kind: str) -> bytes:
    """As a compiler writes what it has understood. It leaves the values of custom properties as they are,
    where no space after a mark means anything."""
    command = ["esbuild", f"--loader={kind}", "--minify-whitespace", "--minify-syntax"]
    read = subprocess.run(command, input=text, capture_output=True, check=True).stdout
    if kind == "js":
        return read
    return re.sub(rb'("[^"]*")|([:,]) ', lambda found: found[1] or found[2], read)
