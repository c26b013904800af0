"""Fixtures. `wiki` is the repository's own export, `cases` the export of the hard cases, `safe` of those
with raw HTML that is let through."""

from __future__ import annotations

import dataclasses
import json
import os
import pathlib
import re
import subprocess
import sys

import pytest
from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).parent
CORPORA_PAGES = 200
sys.path.insert(0, str(HERE.parent / "Browser"))

import editors  # noqa: E402
import harness  # noqa: E402
from harness import pytest_runtest_makereport  # noqa: E402,F401


# Beside the repository, as for the tests of the manual.
CORPORA = pathlib.Path(os.environ.get("CORPORA", harness.ROOT.parent / "shared" / "corpora"))


@dataclasses.dataclass(frozen=True)
class Page:
    """A page's source and the folder of its export."""

    name: str
    source: pathlib.Path
    folder: pathlib.Path
    losses: tuple[str, ...]

    @property
    def markdown(self) -> str:
        """The body, without front matter."""
        return re.sub(r"\A---\n.*?\n---\n", "", self.source.read_text(), flags=re.DOTALL)

    @property
    def cloud(self) -> str:
        return (self.folder / "cloud.html").read_text()

    @property
    def adf(self) -> dict:
        return json.loads((self.folder / "adf.json").read_text())


class Export:
    def __init__(self, content: pathlib.Path, folder: pathlib.Path):
        self.folder = folder / "confluence"
        self.manifest = json.loads((self.folder / "manifest.json").read_text())
        self.pages = {}
        sources = sorted(content.rglob("*.md"))
        losses = {
            pathlib.PurePosixPath(page["source"]).name: tuple(
                loss["what"] for loss in page["losses"] if loss["target"] == "cloud"
            )
            for page in self.manifest["pages"]
        }
        for source in sources:
            name = source.relative_to(content).with_suffix("").as_posix()
            self.pages[name] = Page(name, source, self.folder / name, losses[source.name])


def project(folder: pathlib.Path, kind: str) -> pathlib.Path:
    """The hard cases of a kind as a project in a folder."""
    policy = b"raw_html: safe\n" if kind == "safe" else b""
    files = {"runbookgen.yml": (HERE / "runbookgen.yml").read_bytes() + policy}
    for case in sorted((HERE / kind).glob("*.md")):
        files[f"content/{case.name}"] = case.read_bytes()
    harness.write_project(folder, files)
    return folder


@pytest.fixture(scope="session")
def browser():
    # Chromium cannot make its sandbox as root, as in a container.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=harness.find_chromium(), args=arguments, timeout=harness.PATIENCE * 1000
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def editor(browser):
    return editors.CloudEditor(browser)


@pytest.fixture(scope="session")
def checker(editor):
    return editors.Checker(editor)


@pytest.fixture(scope="session")
def data_center(browser):
    server = harness.Server(editors.DataCenterEditor.FOLDER)
    yield editors.DataCenterEditor(browser, server.url)
    server.close()


@pytest.fixture(scope="session")
def data_center_view(browser):
    return editors.View(browser, "dataCenterView")


@pytest.fixture(scope="session")
def cloud_view(browser):
    return editors.View(browser, "cloudView")


@pytest.fixture(scope="session")
def binary():
    return harness.find_binary()


@pytest.fixture(scope="session")
def wiki(binary, tmp_path_factory):
    build = lambda folder: harness.build(binary, harness.ROOT, folder / "site")
    folder = harness.once(tmp_path_factory, "wiki", build)
    return Export(harness.ROOT / "content", folder / "site")


@pytest.fixture(scope="session")
def addressed(binary, tmp_path_factory):
    """The repository's own pages, each with a place in Confluence."""

    def build(folder):
        content = harness.ROOT / "content"
        files = {f"content/{path.relative_to(content).as_posix()}": path.read_bytes()
                 for path in content.rglob("*") if path.is_file()}
        pages = sorted(name for name in files if name.endswith(".md"))
        files["confluence-pages.yml"] = "".join(f"{name}: {100 + number}\n" for number, name in enumerate(pages))
        files["runbookgen.yml"] = (harness.ROOT / "runbookgen.yml").read_text() + (
            '\nconfluence: {url: "https://acme.atlassian.net/wiki"}\n')
        harness.write_project(folder / "project", files)
        harness.build(binary, folder / "project", folder / "site")

    folder = harness.once(tmp_path_factory, "addressed", build)
    return Export(harness.ROOT / "content", folder / "site")


@pytest.fixture(scope="session")
def cases(binary, tmp_path_factory):
    return hard_cases(binary, tmp_path_factory, "cases")


@pytest.fixture(scope="session")
def safe(binary, tmp_path_factory):
    return hard_cases(binary, tmp_path_factory, "safe")


@pytest.fixture(scope="session")
def corpora(binary, tmp_path_factory):
    """The export of every n-th page that nobody wrote for this project, with a picture for each that a
    page shows."""
    if not CORPORA.is_dir():
        pytest.skip(f"there are no corpora in {CORPORA}")
    root = tmp_path_factory.mktemp("corpora")
    pages = sorted(path for path in CORPORA.rglob("*.md") if "gfm-spec" not in path.parts)
    rules = subprocess.run([binary, "rules"], capture_output=True, text=True, check=True).stdout
    levels = [f"  {name}: info" for name in re.findall(r"^([a-z-]+) +error ", rules, flags=re.M)
              if name != "limit-exceeded"]
    config = (HERE / "runbookgen.yml").read_text()
    config = re.sub(r"^rules:\n(?:  .*\n)+", "rules:\n" + "\n".join(levels) + "\n", config, flags=re.M)
    files = {"runbookgen.yml": config}
    for index, path in enumerate(pages[:: len(pages) // CORPORA_PAGES][:CORPORA_PAGES]):
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(errors="replace"), flags=re.DOTALL)
        name = f"content/p{index}"
        files[f"{name}.md"] = f"---\ntitle: Page {index}\n---\n{text}"
        for number, picture in enumerate(re.findall(r"!\[[^\]]*\]\(([^)\s]+)", text)):
            if not re.match(r"[a-z]+:|/", picture):
                files[f"{name}-{number}.png"] = harness.png()
                files[f"{name}.md"] = files[f"{name}.md"].replace(
                    f"]({picture}", f"](p{index}-{number}.png")
    harness.write_project(root, files)
    return Export(root / "content", harness.build(binary, root, root / "site").folder)


def hard_cases(binary, tmp_path_factory, kind: str) -> Export:
    build = lambda folder: harness.build(binary, project(folder, kind), folder / "site")
    folder = harness.once(tmp_path_factory, kind, build)
    return Export(folder / "content", folder / "site")


def pytest_generate_tests(metafunc):
    """`page` is every page of the wiki and every hard case."""
    if "page_key" in metafunc.fixturenames:
        wiki_pages = sorted((harness.ROOT / "content").rglob("*.md"))
        keys = [
            ("wiki", path.relative_to(harness.ROOT / "content").with_suffix("").as_posix())
            for path in wiki_pages
        ] + [
            (kind, path.stem)
            for kind in ("cases", "safe") for path in sorted((HERE / kind).glob("*.md"))
        ]
        metafunc.parametrize("page_key", keys, ids="/".join)


@pytest.fixture
def page(page_key, wiki, cases, safe):
    export = {"wiki": wiki, "cases": cases, "safe": safe}[page_key[0]]
    return export.pages[page_key[1]]
