"""The export of a site fits its schema, says nothing else, and is the same on every day and in every folder."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess

import jsonschema
import pytest
from conftest import ROOT, tool
from test_alerts import CORPORA

NAMES = ["2i2c", "azlocal", "db-runbooks", "geekcb", "kubevirt-monitoring", "openshift-runbooks", "osism",
         "prometheus-operator-runbooks", "vitess"]


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft7Validator:
    described = tool("schema", "export")
    assert described.returncode == 0, described.stderr
    text = json.loads(described.stdout)
    jsonschema.Draft7Validator.check_schema(text)
    return jsonschema.Draft7Validator(text)


def export(project: pathlib.Path, day: str = "2026-11-29", folder: pathlib.Path = ROOT) -> str:
    program = ROOT / os.environ.get("RUNBOOKGEN", ".build/release/runbookgen")
    seconds = {"2026-11-29": "1795910400", "2031-01-01": "1925000000"}[day]
    ended = subprocess.run(
        [program, "export", "--format", "json", "--project", str(project)], cwd=folder, capture_output=True,
        text=True, check=False, env=os.environ | {"SOURCE_DATE_EPOCH": seconds})
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.mark.parametrize("name", NAMES)
def test_corpora(schema, name, tmp_path):
    source = next((CORPORA / name / part for part in ("content", "docs", "alerts") if (CORPORA / name / part).is_dir()), None)
    if source is None:
        pytest.skip(f"{CORPORA / name} is absent")
    shutil.copytree(source, tmp_path / "content")
    document = json.loads(export(tmp_path))
    assert [error.message for error in schema.iter_errors(document)] == []
    assert document["pages"]
    files = {page["file"] for page in document["pages"]}
    for page in document["pages"]:
        assert all(index < len(page["blocks"]) for step in page["steps"] for index in step["blocks"])
        assert all(link["page"] in files for link in page["links"] if "page" in link)


def test_this_project(schema, tmp_path):
    text = export(ROOT)
    document = json.loads(text)
    assert list(schema.iter_errors(document)) == []
    pages = {page["file"]: page for page in document["pages"]}
    assert len(pages) == len(list((ROOT / "content").rglob("*.md")))
    commands = [command for page in pages.values() for block in page["blocks"] for command in block.get("commands", [])]
    assert {"read", "write"} <= {command.get("effect") for command in commands}
    assert any(block.get("confirm") for page in pages.values() for block in page["blocks"])
    assert any(value["quoting"] for page in pages.values() for block in page["blocks"] for value in block.get("values", []))
    # Another folder, another day.
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, tmp_path / "elsewhere" / name)
    shutil.copy(ROOT / "runbookgen.yml", tmp_path / "elsewhere")
    assert export(tmp_path / "elsewhere", "2031-01-01", tmp_path) == text
    assert str(ROOT) not in text


def test_schema_refuses_other_things(schema):
    document = json.loads(export(ROOT))
    document["pages"][0]["surprise"] = 1
    assert list(schema.iter_errors(document))


def test_problems(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "page.md").write_text("# Page\n\n[gone](gone.md)\n")
    told = tool("export", "--project", str(tmp_path))
    assert told.returncode == 0 and "errors in the site" in told.stderr
    assert tool("export", "--format", "xml").returncode == 64
    assert tool("export", "--project", str(tmp_path / "nowhere")).returncode == 74
