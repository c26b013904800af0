"""One check of the failing examples of every rule, in every format for programs."""

from __future__ import annotations

import dataclasses
import json
import os
import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "Browser"))

from harness import pytest_runtest_makereport  # noqa: E402,F401

FORMATS = ["github", "gitlab", "json", "junit", "markdown", "sarif"]
TODAY = "2026-11-23"


@dataclasses.dataclass(frozen=True)
class Run:
    """The documents of a run, by format, with the name and the folder of what was checked."""

    name: str
    documents: dict[str, str]
    folder: pathlib.Path

    def json(self, name: str):
        return json.loads(self.documents[name])


def tool(*arguments: str, folder: pathlib.Path = ROOT) -> subprocess.CompletedProcess:
    program = ROOT / os.environ.get("RUNBOOKGEN", ".build/release/runbookgen")
    return subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def check(name: str, folder: pathlib.Path, out: pathlib.Path) -> Run:
    out.mkdir(parents=True)
    reports = [f"--report={name}={out / name}" for name in FORMATS]
    ended = tool("check", "--project", str(folder), "--today", TODAY, *reports, folder=folder)
    assert ended.returncode in (0, 1), ended.stderr
    return Run(name, {name: (out / name).read_text() for name in FORMATS}, folder)


@pytest.fixture(scope="session")
def rules() -> dict[str, dict]:
    listed = json.loads(tool("rules", "--format", "json").stdout)["rules"]
    return {rule["id"]: rule for rule in listed}


@pytest.fixture(scope="session")
def runs(rules, tmp_path_factory) -> list[Run]:
    """A project for each failing example, and the sites that the Swift tests keep."""
    folder = tmp_path_factory.mktemp("examples")
    made = []
    for name in rules:
        rule = json.loads(tool("explain", name, "--format", "json").stdout)
        for number, example in enumerate(rule["failing"]):
            project = folder / f"{name}-{number}"
            paths = [file["path"] for file in example]
            # What an example leaves out: a page beside its template, and where its programs lie.
            if not any(path.startswith("content/") for path in paths):
                example.append({"path": "content/page.md", "text": "Text.\n"})
            if any(path.startswith("programs/") for path in paths) and "runbookgen.yml" not in paths:
                example.append({"path": "runbookgen.yml", "text": "directories: {programs: programs}\n"})
            for file in example:
                path = project / file["path"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(file["text"])
            made.append(check(f"{name} {number}", project, folder / "out" / project.name))
    for site in sorted((ROOT / "Tests/RunbookgenTests/Sites").iterdir()):
        made.append(check(site.name, site, folder / "out" / site.name))
    return made


@pytest.fixture(scope="session")
def schema() -> pathlib.Path:
    """The schema of Jenkins' xUnit plugin."""
    path = ROOT / ".build-oracles/junit-10.xsd"
    if not path.exists():
        pytest.skip("needs the schema of Jenkins: make oracles")
    return path
