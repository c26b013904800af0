"""Fixtures. `wiki` is the repository's own wiki, `bundle` the same with its single files, `share_wiki`
builds a small one from inline files for all who only read it, `make_wiki` one that a test may change, `serve` puts a wiki on loopback, `site_url` is the wiki's URL by each way of opening it, and
`open_page` gives a page that fails the test when it logs, throws or leaves the site."""

from __future__ import annotations

import hashlib
import os

import pytest
from playwright.sync_api import sync_playwright

import harness
from harness import pytest_runtest_makereport  # noqa: F401


@pytest.fixture(scope="session")
def binary():
    return harness.find_binary()


@pytest.fixture(scope="session")
def wiki(binary, tmp_path_factory):
    """The repository's content/, built once. Nobody changes it."""
    build = lambda folder: harness.build(binary, harness.ROOT, folder / "site")
    return harness.Wiki(harness.once(tmp_path_factory, "wiki", build) / "site")


@pytest.fixture(scope="session")
def bundle(binary, tmp_path_factory):
    build = lambda folder: harness.build(binary, harness.ROOT, folder / "site", "--bundle")
    return harness.Wiki(harness.once(tmp_path_factory, "bundle", build) / "site")


@pytest.fixture(scope="session")
def share_wiki(binary, tmp_path_factory):
    """`share_wiki(files, …)` is what `make_wiki` makes, built once for all tests and workers."""

    def share(files, *options):
        name = hashlib.sha256(repr((files, options)).encode()).hexdigest()[:16]

        def build(folder):
            harness.write_project(folder / "project", files)
            harness.build(binary, folder / "project", folder / "site", *options)

        return harness.Wiki(harness.once(tmp_path_factory, name, build) / "site")

    return share


@pytest.fixture
def make_wiki(binary, tmp_path):
    """`make_wiki({"content/index.md": "…"}, "--today", "2026-01-01")` builds a project of its own."""
    count = 0

    def make(files, *options):
        nonlocal count
        count += 1
        project = tmp_path / f"project-{count}"
        harness.write_project(project, files)
        return harness.build(binary, project, tmp_path / f"site-{count}", *options)

    return make


@pytest.fixture(scope="session")
def serve():
    """`serve(wiki, base="/wiki/")` returns the URL of the wiki's root, which ends with a slash."""
    servers = {}

    def start(wiki, base="/"):
        key = (wiki.folder, base)
        if key not in servers:
            servers[key] = harness.Server(wiki.folder, base)
        return servers[key].url

    yield start
    for server in servers.values():
        server.close()


@pytest.fixture(params=["http", "base-path", "file"])
def site_url(request, wiki, serve):
    """The wiki's root URL: at a server's root, below a path of a server, and from the disk."""
    if request.param == "file":
        return wiki.file_url
    return serve(wiki, "/" if request.param == "http" else "/team/wiki/")


@pytest.fixture(scope="session")
def browsers():
    """`browsers("noto")` is Chromium on a machine that has these fonts only."""
    # Chromium cannot make its sandbox as root, as in a container.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    # What a page asks of others is a finding, and does not leave this machine.
    arguments.append("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")
    running = {}
    with sync_playwright() as playwright:

        def launch(fonts):
            if fonts not in running:
                running[fonts] = playwright.chromium.launch(
                    executable_path=harness.find_chromium(),
                    args=arguments,
                    env=harness.font_environment(fonts),
                    timeout=harness.PATIENCE * 1000,
                )
            return running[fonts]

        yield launch
        for browser in running.values():
            browser.close()


@pytest.fixture
def fonts():
    """The fonts that there are; a test that depends on them is run with `EVERY_FONT`."""
    return harness.USUAL_FONTS


@pytest.fixture
def browser(browsers, fonts):
    return browsers(fonts)


@pytest.fixture
def open_page(browser):
    """`open_page(url, width=360, javascript=False, theme="dark")` opens a page in a context of its
    own. The page's `watch` holds its problems; those left there when the test ends fail it."""
    contexts, watches = [], []

    def open_one(url=None, *, width=1280, height=900, javascript=True, theme="light", **options):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            color_scheme=theme,
            **options,
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(harness.PATIENCE * 1000)
        page.watch = harness.Watch(page, ["http://127.0.0.1:", "file://"])
        watches.append(page.watch)
        if url:
            page.goto(url)
        return page

    yield open_one
    for context in contexts:
        context.close()
    problems = [problem for watch in watches for problem in watch.problems]
    assert not problems, "\n".join(problems)


@pytest.fixture
def page(open_page):
    """A blank desktop page, light."""
    return open_page()
