"""The program, and the folders in which the snippets of the manual are tried."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE.parent / "Browser"), str(HERE.parent / "Publish")]

from harness import once, pytest_runtest_makereport  # noqa: E402,F401

PROGRAM = (ROOT / os.environ.get("RUNBOOKGEN", ".build/release/runbookgen")).resolve()
# Runbooks that others wrote. They are no part of the project; the session is typed again where they lie beside it.
CORPORA = pathlib.Path(os.environ.get("CORPORA", ROOT.parent / "shared/corpora"))
DAY = 1795824000  # 2026-11-28
COMMITTED = "2026-11-02T12:00:00Z"

HOME_PAGE = """---
kind: concept
title: Home
owner: Platform
reviewed: 2026-11-01
review_every: P6M
---

The runbooks of the team.
"""


@pytest.fixture(scope="session")
def downloads(tmp_path_factory) -> pathlib.Path:
    """Of what `make dist` makes, what the manual unpacks."""

    def make(folder):
        loader = importlib.machinery.SourceFileLoader("dist", str(ROOT / "Scripts/dist"))
        dist = importlib.util.module_from_spec(importlib.util.spec_from_loader("dist", loader))
        loader.exec_module(dist)
        folder.mkdir(exist_ok=True)
        files = dist.installed_files(PROGRAM)
        dist.tarball(files, folder)
        dist.wheel(files, folder)

    return once(tmp_path_factory, "downloads", make)


class Place:
    """A folder with a shell in it that remembers where it is and what was exported."""

    def __init__(self, folder: pathlib.Path):
        self.folder, self.home, self.bin = folder / "project", folder / "home", folder / "bin"
        self.state = folder / "state"
        for each in (self.folder, self.home, self.bin):
            each.mkdir(parents=True)
        (self.bin / "runbookgen").symlink_to(PROGRAM)
        opener = self.bin / "xdg-open"
        opener.write_text('#!/bin/sh\ntest -f "$1"\n')
        opener.chmod(0o755)
        self.environment = {
            "PATH": f"{self.bin}:/usr/local/bin:/usr/bin:/bin", "HOME": str(self.home), "NO_COLOR": "1", "TZ": "UTC",
            "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": str(DAY), "XDG_CACHE_HOME": str(folder / "cache"),
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_DATE": COMMITTED, "GIT_COMMITTER_DATE": COMMITTED,
            "STATE": str(self.state),
        }
        self.status = 0

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def run(self, command: str) -> str:
        """What a terminal shows: standard output and standard error in one."""
        script = f'[ -f "$STATE" ] && . "$STATE"\n(exit {self.status})\n{command}\ncode=$?\n'
        script += '{ export -p; printf "cd %q\\n" "$PWD"; } >"$STATE"\nexit $code\n'
        ended = subprocess.run(
            ["bash", "-c", script], cwd=self.folder, env=self.environment, text=True, timeout=120,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.status = ended.returncode
        return ended.stdout

    def commit(self) -> None:
        names = "-c user.name=Anna -c user.email=anna@example.com"
        self.run(f"git init -q && git add -A && git {names} commit -qm 'The runbooks'")
        assert self.status == 0


# What a page may begin with: `<!-- start: NAME … -->`.


def site(place: Place, downloads) -> None:
    place.write("content/index.md", HOME_PAGE)
    place.write("runbookgen.yml", "site: {title: Platform Runbooks}\n")


def empty(place: Place, downloads) -> None:
    pass


def team(place: Place, downloads) -> None:
    shutil.copytree(HERE / "team", place.folder, dirs_exist_ok=True)
    place.commit()


def packages(place: Place, downloads) -> None:
    """The packages, and no program that is installed already."""
    for file in downloads().iterdir():
        shutil.copy(file, place.home)
    (place.bin / "runbookgen").unlink()


def drift(place: Place, downloads) -> None:
    """The wiki of this project with a slip in a quick reference."""
    shutil.copy(ROOT / "runbookgen.yml", place.folder)
    shutil.copytree(ROOT / "content", place.folder / "content")
    page = place.folder / "content/bottlerocket/working-with-bottlerocket-on-eks.md"
    text = page.read_text()
    row = "| `journalctl -u kubelet -f` |"
    assert text.count(row) == 1
    page.write_text(text.replace(row, row.replace("kubelet", "kubelt")))


def confluence(place: Place, downloads) -> None:
    """Two pages and a Confluence to publish them to."""
    import fake
    from fake_server import Server

    server = Server("cloud")
    place.write("content/index.md", HOME_PAGE)
    place.write("content/drain.md", HOME_PAGE.replace("title: Home", "title: Drain a node"))
    place.write("runbookgen.yml", f"confluence: {{url: '{server.url}', space: OPS, parent: Runbooks}}\n")
    place.environment |= {"CONFLUENCE_EMAIL": fake.EMAIL, "CONFLUENCE_TOKEN": fake.TOKEN}


def corpora(place: Place, downloads) -> None:
    folder = place.folder / "runbooks"
    shutil.copytree(CORPORA / "kubevirt-monitoring/docs/runbooks", folder / "kubevirt")
    for operator in ("cluster-etcd-operator", "cluster-kube-apiserver-operator", "cluster-monitoring-operator",
                     "cluster-network-operator", "machine-config-operator"):
        shutil.copytree(CORPORA / "openshift-runbooks/alerts" / operator, folder / operator)
    place.run("chmod -R u+w runbooks")
    place.commit()


def hugo(place: Place, downloads) -> None:
    whole(place, "prometheus-operator-runbooks")


def myst(place: Place, downloads) -> None:
    whole(place, "2i2c")


def whole(place: Place, corpus: str) -> None:
    shutil.copytree(CORPORA / corpus, place.folder, dirs_exist_ok=True)
    place.run("chmod -R u+w .")
    place.commit()


STARTS = {start.__name__: start for start in (site, empty, team, packages, drift, confluence, corpora, hugo, myst)}
