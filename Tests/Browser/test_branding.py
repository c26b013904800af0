"""What a site brings of its own, as Chromium sees it under the policy of the pages."""

import base64
import pathlib
import subprocess

import pytest

import harness

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

PAGE = """---
kind: concept
title: Branded
owner: Team
reviewed: 2026-11-01
review_every: P6M
---

![listed](https://img.example.com/a.png) ![another](https://other.example.com/b.png)
"""

STYLE = """@import "more.css";
@font-face { font-family: Brand; src: url("fonts/none.eot?#iefix") format("embedded-opentype"), url(fonts/brand.ttf) }
h1 { font-family: Brand }
.bar { background-image: url(logo.svg) }
"""


def font() -> bytes:
    """A font that the machine has, whatever it is."""
    names = subprocess.run(
        ["fc-list", "--format", "%{file}\n", ":fontformat=TrueType"],
        env=harness.font_environment(harness.USUAL_FONTS),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    return pathlib.Path(min(name for name in names if name.endswith(".ttf"))).read_bytes()


@pytest.fixture(scope="module")
def branded(share_wiki):
    return share_wiki(
        {
            "runbookgen.yml": "site: {stylesheet: brand/own.css}\nimage_hosts: [img.example.com]\n",
            "brand/own.css": STYLE,
            "brand/more.css": "article { border-left: 7px solid }\n",
            "brand/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
            "brand/fonts/brand.ttf": font(),
            "brand/fonts/none.eot": b"none",
            "content/index.md": PAGE,
            "content/brand/own.js": 'document.documentElement.dataset.own = "ran";\n',
            "templates/head-end.mustache": '<script src="{{root}}brand/own.js" defer></script>\n'
            "<script>document.documentElement.dataset.inside = 'ran';</script>\n",
        },
        "--today",
        "2026-11-25",
        "--bundle",
    )


WATCH = """window.blocked = [];
document.addEventListener('securitypolicyviolation', event =>
    window.blocked.push(event.effectiveDirective + ' ' + event.blockedURI));"""


@pytest.mark.parametrize("place", ["http", "file", "bundle"])
def test_what_the_site_owns_is_let_through_and_nothing_else(branded, serve, open_page, place):
    page = open_page()
    page.watch.allow("https://img.example.com/")
    page.add_init_script(WATCH)
    page.route("https://img.example.com/**", lambda route: route.fulfill(body=PIXEL))
    addresses = {
        "http": serve(branded, "/wiki/") + "index.html",
        "file": branded.file_url + "index.html",
        "bundle": branded.file_url + "bundle/index.html",
    }
    page.goto(addresses[place])
    # The font is loaded, and it is the one that the style sheet means.
    assert page.evaluate("document.fonts.load('20px Brand').then(found => found.length)") == 1
    assert page.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"]
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert page.evaluate(style.format("article", "borderLeftWidth")) == "7px"
    background = page.evaluate(style.format(".bar", "backgroundImage"))
    assert ("data:image/svg" if place == "bundle" else "/assets/user/logo.") in background
    # One host is let through, one script runs.
    pictures = "[...document.querySelectorAll('article img')].map(image => image.naturalWidth)"
    harness.eventually(page, lambda: page.evaluate(pictures), [1, 0])
    data = page.evaluate("({...document.documentElement.dataset})")
    assert data.get("own") == (None if place == "bundle" else "ran") and "inside" not in data
    blocked = sorted(page.evaluate("window.blocked"))
    assert blocked == ["img-src https://other.example.com/b.png", "script-src-elem inline"]
    # Chromium says so on the console, and has asked for nothing.
    expected = ("violates", "https://other.example.com/b.png")
    page.watch.problems[:] = [
        one for one in page.watch.problems if not any(text in one for text in expected)
    ]


def test_nothing_of_the_style_is_lost_on_the_page_for_lost_readers(make_wiki, serve, open_page):
    """404.html holds its style; what that names has to come along."""
    wiki = make_wiki(
        {
            "content/index.md": PAGE.replace("![", "["),
            "templates/assets/site.css": "h1 { background-image: url(img/a.png) }\n",
            "templates/assets/img/a.png": PIXEL,
        }
    )
    page = open_page()
    page.goto(serve(wiki, "/wiki/") + "some/where/else.html")
    found = page.evaluate("getComputedStyle(document.querySelector('h1')).backgroundImage")
    assert found.startswith('url("data:image/png;base64,')
    page.watch.problems[:] = [one for one in page.watch.problems if "404" not in one]
