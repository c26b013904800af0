"""Sites and the Confluence that they are published to."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import sys
import time

import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "Browser"))

import contract  # noqa: E402
import fake  # noqa: E402
from fake_server import Server  # noqa: E402
from harness import pytest_runtest_makereport  # noqa: E402,F401

TODAY = "2026-11-23"

CONFIG = """\
site: {{title: Runbooks}}
confluence:
  url: {url}
  target: {target}
  space: OPS
  parent: Runbooks
"""

PAGE = """\
---
title: {title}
kind: concept
owner: Platform
reviewed: 2026-11-01
review_every: P1Y
tags: [{tags}]
---

# {title}

{body}
"""


def program() -> pathlib.Path:
    return ROOT / os.environ.get("RUNBOOKGEN", ".build/release/runbookgen")


def pytest_report_header():
    return f"Atlassian's description of the REST interface: {contract.place() or 'no copy beside the repository'}"


class Site:
    """A project in a folder, and the Confluence that it is published to."""

    def __init__(self, folder: pathlib.Path, server: Server):
        self.folder = folder
        self.server = server
        self.confluence = server.confluence
        (folder / "content").mkdir(parents=True, exist_ok=True)
        self.configure()

    def configure(self, url: str | None = None):
        target = "cloud" if self.confluence.product == "cloud" else "data-center"
        config = CONFIG.format(url=url or self.server.url, target=target)
        (self.folder / "runbookgen.yml").write_text(config)

    def page(self, name: str, title: str, body: str = "Text.", tags: str = "one"):
        path = self.folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(title=title, body=body, tags=tags))

    def remove(self, name: str):
        (self.folder / "content" / name).unlink()

    def forget(self):
        """Another clone, into which nobody has committed the address book."""
        (self.folder / "confluence-pages.yml").unlink()

    def environment(self, **variables: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        kept |= {"SOURCE_DATE_EPOCH": "1795305600", "SWIFT_BACKTRACE": "enable=no"}
        kept |= {"CONFLUENCE_TOKEN": fake.TOKEN}
        if self.confluence.product == "cloud":
            kept["CONFLUENCE_EMAIL"] = fake.EMAIL
        return {name: value for name, value in (kept | variables).items() if value}

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
        ended = subprocess.run(
            [program(), "confluence", *arguments], cwd=self.folder, env=self.environment(**variables),
            capture_output=True, text=True, check=False, timeout=300,
        )
        assert fake.TOKEN not in ended.stdout + ended.stderr
        return ended

    def start(self, *arguments: str) -> subprocess.Popen:
        return subprocess.Popen(
            [program(), "confluence", *arguments], cwd=self.folder, env=self.environment(),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )

    def publish(self, *arguments: str, status: int = 0) -> str:
        """Everything that a run prints."""
        ended = self.run("publish", *arguments)
        text = ended.stdout + ended.stderr
        assert ended.returncode == status, text
        return text

    def plan(self, *arguments: str, status: int = 0) -> str:
        before = self.writes()
        ended = self.run("plan", *arguments)
        text = ended.stdout + ended.stderr
        assert ended.returncode == status, text
        assert self.writes() == before, "a plan writes nothing"
        return text

    def writes(self) -> list[str]:
        return [f"{x.request.method} {x.request.path}" for x in self.confluence.log if x.request.writes]

    def wait_until_idle(self):
        """A child of a program that was killed may still be talking."""
        quiet = 0
        while quiet < 5:
            with self.confluence.lock:
                quiet = quiet + 1 if self.confluence.busy == 0 else 0
            time.sleep(0.01)


@pytest.fixture(params=["cloud", "datacenter"])
def server(request):
    yield from watched(Server(request.param))


@pytest.fixture
def cloud():
    yield from watched(Server("cloud"))


def watched(server: Server):
    yield server
    server.close()
    confluence = server.confluence
    assert not confluence.unknown
    contract.hold(confluence)


def small(site: Site) -> Site:
    """Four pages on two levels, a picture, links to and fro."""
    site.page("index.md", "Home of runbooks", "See [restart](node/restart.md).", "start")
    site.page("node/index.md", "Nodes", "About nodes.", "node")
    site.page("node/restart.md", "Restart a node", "![Plan](plan.png)\n\nBack [home](../index.md).", "node, restart")
    site.page("node/drain.md", "Drain a node", "Then [restart](restart.md).", "node")
    shutil.copy(HERE / "plan.png", site.folder / "content/node/plan.png")
    return site


@pytest.fixture
def site(server, tmp_path) -> Site:
    return small(Site(tmp_path / "project", server))


@pytest.fixture
def cloud_site(cloud, tmp_path) -> Site:
    return small(Site(tmp_path / "project", cloud))
