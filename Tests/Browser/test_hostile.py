"""Nothing in a page runs. The corpus is built by the real program under each policy for raw HTML and
opened from a server and from the disk, with the content security policy switched off: it would hide
what the escaping let through."""

import itertools
import re
import subprocess
import urllib.parse

import pytest

from playwright.sync_api import Error

import harness
import hostile

PAYLOAD = "<img src=x onerror=alert(1)>"


def error_rules(binary):
    listing = subprocess.run([binary, "rules"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^([a-z-]+) +error ", listing, flags=re.M)


@pytest.fixture(scope="module")
def hostile_wikis(binary, share_wiki):
    rules = error_rules(binary)
    return lambda policy: share_wiki(hostile.project(policy, rules), "--today", "2026-11-02")


class Probe:
    """One page of Chromium that visits many, and what happened on each."""

    def __init__(self, browser, root, bypass_csp=True):
        self.context = browser.new_context(bypass_csp=bypass_csp)
        self.context.set_default_timeout(harness.PATIENCE * 1000)
        self.context.add_init_script(hostile.MARK)
        self.root = root
        # Heard of, not held up: the browser finds no other host.
        self.context.on("request", self._request)
        self.events = []
        self.page = self.context.new_page()
        self._watch(self.page)
        self.context.on("page", self._popup)

    def _watch(self, page):
        page.on("dialog", lambda dialog: (self.events.append("dialog"), dialog.dismiss()))
        page.on("crash", lambda _: self.events.append("crash"))

    def _popup(self, page):
        self.events.append(f"popup {page.url}")
        self._watch(page)

    def _request(self, request):
        if not request.url.startswith((self.root, "data:")):
            self.events.append(f"request {request.url}")

    def visit(self, url):
        self.events.clear()
        self.page.goto(url, wait_until="load")
        try:
            found = self.page.evaluate(hostile.PROBE)
        except Error as error:
            # The page went away under the probe.
            found = [str(error).splitlines()[0]]
        landed = self.page.url.split("#")[0]
        if landed != url:
            found.append(f"went to {landed}")
        return found + self.events

    def close(self):
        self.context.close()


@pytest.fixture
def probe(browser):
    probes = []

    def make(root, **options):
        probes.append(Probe(browser, root, **options))
        return probes[-1]

    yield make
    for each in probes:
        each.close()


def test_the_corpus_is_large(hostile_wikis):
    assert len(hostile.vectors()) >= 150
    assert len([p for p in hostile_wikis("escape").pages if p.split("/")[0] in ("html", "links")]) > 150


def is_alias(wiki, path):
    return 'http-equiv="refresh"' in wiki.text(path)


@pytest.mark.parametrize("policy, way", [("escape", "file"), ("safe", "http")])
def test_nothing_runs(hostile_wikis, serve, probe, policy, way):
    wiki = hostile_wikis(policy)
    root = wiki.file_url if way == "file" else serve(wiki)
    visitor = probe(root)
    problems = []
    for path in wiki.pages:
        # The page for what is missing names its files from the root of the server.
        if is_alias(wiki, path) or way == "file" and path == "404.html":
            continue
        found = visitor.visit(root + urllib.parse.quote(path))
        problems += [f"{path}: {problem}" for problem in found]
    assert not problems, "\n".join(problems)


def test_an_alias_leads_into_the_wiki(hostile_wikis, serve, probe):
    wiki = hostile_wikis("safe")
    root = serve(wiki)
    aliases = [path for path in wiki.pages if is_alias(wiki, path)]
    assert aliases
    for path in aliases:
        visitor = probe(root)
        visitor.page.goto(root + urllib.parse.quote(path))
        visitor.page.wait_for_url(root + "metadata/*.html")
        assert not visitor.page.evaluate("window.__pwned")
        assert not visitor.events


def test_the_probe_notices_what_runs(hostile_wikis, serve, probe):
    """The same corpus where raw HTML is trusted: what is let through there must be noticed."""
    wiki = hostile_wikis("trusted")
    root = serve(wiki)
    visitor = probe(root)
    flagged = (
        path
        for path in wiki.pages
        if path.startswith("html/") and visitor.visit(root + urllib.parse.quote(path))
    )
    # Enough of them.
    assert len(list(itertools.islice(flagged, 61))) > 60


CANARIES = {
    "a script": "<script>alert(1)</script>",
    "a handler": PAYLOAD,
    "an address": '<a href="javascript:alert(1)">a</a>',
    "a hover": '<b onmouseover="alert(1)">a</b>',
    "a request": '<img src="http://pwned.invalid/x.png" alt="">',
    "a style": '<p style="background:url(http://pwned.invalid/x)">a</p>',
    "a frame": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "a form": '<form action="/x"></form>',
    "a refresh": '<meta http-equiv="refresh" content="0;url=http://pwned.invalid/">',
    "a base": '<base href="http://pwned.invalid/">',
    "a broken frame": "</article></main></div>",
}


def test_each_canary_is_noticed(make_wiki, probe):
    page = hostile.FRONT_MATTER.format(title="A") + "CANARY\n"
    wiki = make_wiki({"content/index.md": page}, "--today", "2026-11-02")
    text = wiki.text("index.html")
    assert not probe(wiki.file_url).visit(wiki.file_url + "index.html")
    missed = []
    for number, (name, markup) in enumerate(CANARIES.items()):
        file = wiki.folder / f"canary-{number}.html"
        file.write_text(text.replace("<p>CANARY</p>", markup), encoding="utf-8")
        if not probe(wiki.file_url).visit(wiki.file_url + file.name):
            missed.append(name)
    assert not missed


def test_the_security_policy_is_a_second_wall(make_wiki, probe):
    """What the escaping might miss, the policy in the page's head still stops."""
    page = hostile.FRONT_MATTER.format(title="A") + "CANARY\n"
    wiki = make_wiki({"content/index.md": page}, "--today", "2026-11-02")
    file = wiki.folder / "index.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("<p>CANARY</p>", PAYLOAD + CANARIES["a script"]), encoding="utf-8")
    found = probe(wiki.file_url, bypass_csp=False).visit(wiki.file_url + "index.html")
    assert not [problem for problem in found if problem.startswith("alert(")], found


SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def test_files_that_run_code_are_refused(binary, make_wiki, tmp_path):
    page = hostile.FRONT_MATTER.format(title="A") + "a\n"
    files = {"content/index.md": page, "content/a.svg": SVG, "content/b.html": "<p>a</p>"}
    with pytest.raises(AssertionError) as refusal:
        make_wiki(files, "--today", "2026-11-02")
    for name in ("a.svg", "b.html"):
        assert re.search(rf"asset-active[\s\S]*content/{name}", str(refusal.value))
    trusted = make_wiki(files | {"runbookgen.yml": "raw_html: trusted\n"}, "--today", "2026-11-02")
    assert trusted.text("a.svg") == SVG
