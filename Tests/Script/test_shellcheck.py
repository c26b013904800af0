"""ShellCheck has nothing to say of a script, and bash can read it."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess

import pytest
from conftest import PAGES, ROOT, script, tool

CORPORA = next(
    (place / "shared" / "corpora" for place in (ROOT.parent, ROOT.parent.parent)
     if (place / "shared" / "corpora").is_dir()), ROOT.parent / "shared" / "corpora")
HOW_MANY = 50


def findings(text: str) -> list[str]:
    if shutil.which("shellcheck") is None:
        pytest.skip("shellcheck is not installed")
    read = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True, check=False)
    checked = subprocess.run(
        ["shellcheck", "-f", "json", "-"], input=text, capture_output=True, text=True, check=False)
    lines = text.splitlines()
    return read.stderr.splitlines() + [
        f"SC{found['code']} {found['message']}: {lines[found['line'] - 1].strip()}"
        for found in json.loads(checked.stdout)]


def test_shellcheck_is_heard():
    assert findings("#!/bin/bash\nls $x\n")


@pytest.mark.parametrize("name", sorted(file.stem for file in (PAGES / "content").glob("*.md")))
def test_procedures(name):
    assert findings(script(name)) == []


def test_corpora(tmp_path):
    """Pages that nobody wrote for this, chosen once and for all; those that need a person do not count."""
    if not CORPORA.is_dir():
        pytest.skip(f"there are no corpora in {CORPORA}")
    pages = []
    for corpus in sorted(CORPORA.iterdir()):
        for content in (corpus / name for name in ("content", "docs", "alerts")):
            if not content.is_dir():
                continue
            project = tmp_path / corpus.name
            shutil.copytree(content, project / "content", ignore=shutil.ignore_patterns("*.png", "*.jpg"))
            pages += [(project, file.relative_to(project)) for file in sorted(project.rglob("*.md"))
                      if "```" in file.read_text(errors="replace")]
    random.Random(21).shuffle(pages)
    made, said = 0, []
    for project, file in pages:
        if made == HOW_MANY:
            break
        result = tool("script", str(file), folder=project)
        assert result.returncode in (0, 1), result.stderr
        if result.returncode == 1:
            continue
        made += 1
        said += [f"{file}: {found}" for found in findings(result.stdout)]
    assert said == []
    assert made == HOW_MANY


def test_our_content():
    """Our procedures go through several places; each named step is a script of its own, or needs a person."""
    made = 0
    for page in sorted((ROOT / "content").rglob("*.md")):
        for step in re.findall(r"^```\w+ \{[^}]*\bstep=([a-z-]+)", page.read_text(), re.M):
            result = tool("script", str(page.relative_to(ROOT)), f"--step={step}", folder=ROOT)
            assert result.returncode in (0, 1), result.stderr
            if result.returncode == 0:
                made += 1
                assert findings(result.stdout) == [], (page, step)
    assert made > 3
