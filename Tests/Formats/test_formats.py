"""What other programs are to read is what they say they read."""

from __future__ import annotations

import collections
import pathlib
import re

import jsonschema
from lxml import etree
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

HERE = pathlib.Path(__file__).parent
SEVERITIES = {"error": "error", "warning": "warning", "info": "note"}

# What a project of text files cannot show: these need the disk, the whole site, or a program.
OF_PROJECTS = {"diagram-failed", "file-skipped", "file-unusable", "output-conflict", "page-extension", "site-empty"}
# What `alerts` finds, with files of rules beside the pages; see test_alerts.py.
OF_ALERTS = {
    "alert-file-unknown", "alert-gone", "alert-link-broken", "alert-owner", "alert-severity", "alert-without-page"
}


def test_every_rule_is_in_a_run(runs, rules):
    found = {finding["id"] for run in runs for finding in run.json("json")["diagnostics"]}
    assert set(rules) - found <= OF_PROJECTS | OF_ALERTS


def test_sarif_is_what_oasis_has(runs):
    """The models are made from the schema of OASIS: closed objects, types, patterns, least values."""
    for run in runs:
        SarifLog.model_validate_json(run.documents["sarif"])


def test_the_model_refuses_what_the_schema_refuses():
    """Else the test above would say nothing."""
    rule = {"id": "x", "help": {"text": "t"}}
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "n", "rules": [rule]}}}]}
    SarifLog.model_validate(log)
    for broken in (
        {"help": {}, "unknown": 1},
        {"defaultConfiguration": {"level": "info"}},
        {"fullDescription": {"markdown": "m"}},
    ):
        rule.update(broken)
        try:
            SarifLog.model_validate(log)
        except ValueError:
            pass
        else:
            raise AssertionError(broken)
        for key in broken:
            rule.pop(key)
        rule["help"] = {"text": "t"}


def test_sarif_has_what_github_wants(runs, rules):
    """The tables of properties in GitHub's "SARIF support for code scanning"."""
    links = fixes = 0
    for run in runs:
        (sarif,) = run.json("sarif")["runs"]
        assert re.fullmatch(r"runbookgen/(.*/)?", sarif["automationDetails"]["id"])
        described = sarif["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in described}) == len(described)
        for rule in described:
            assert rule["shortDescription"]["text"].endswith("."), rule["id"]
            assert 0 < len(rule["fullDescription"]["text"]) <= 1024, rule["id"]
            assert rule["help"]["text"] and rule["help"]["markdown"].startswith("# " + rule["id"])
            assert rule["defaultConfiguration"]["level"] == SEVERITIES[rules[rule["id"]]["severity"]]
        prints = collections.Counter()
        for result in sarif["results"]:
            assert described[result["ruleIndex"]]["id"] == result["ruleId"]
            (location,) = result["locations"]
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            prints[uri, result["ruleId"], result["partialFingerprints"]["primaryLocationLineHash"]] += 1
            text = result["message"]["text"]
            assert not re.search(r"[.?!]\. ", re.sub(r"`.*?`|\.\.\.", "", text)), text
            related = [note["id"] for note in result.get("relatedLocations", [])]
            linked = [int(number) for number in re.findall(r"(?<!\\)\]\((\d+)\)", text)]
            assert related == linked, text
            links += len(linked)
            for fix in result.get("fixes", []):
                fixes += 1
                for change in fix["artifactChanges"]:
                    assert change["artifactLocation"]["uri"] == uri
                    assert all(edit["deletedRegion"]["startLine"] > 0 for edit in change["replacements"])
        assert not prints or max(prints.values()) == 1
    assert links > 20 and fixes > 20


def test_junit_is_what_jenkins_reads(runs, schema):
    wanted = etree.XMLSchema(file=str(schema))
    for run in runs:
        wanted.assertValid(etree.fromstring(run.documents["junit"].encode()))


def test_junit_is_what_ant_writes(runs):
    wanted = etree.RelaxNG(file=str(HERE / "ant-junit.rng"))
    for run in runs:
        report = etree.fromstring(run.documents["junit"].encode())
        wanted.assertValid(report)
        (suite,) = report
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    # "Don't prefix it with ./" (GitLab, Code Quality report format).
                    "path": {"type": "string", "pattern": r"^(?!\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_code_quality_is_what_gitlab_reads(runs):
    for run in runs:
        assert not run.documents["gitlab"].startswith("\ufeff")
        findings = run.json("gitlab")
        jsonschema.validate(findings, GITLAB)
        assert len({finding["fingerprint"] for finding in findings}) == len(findings)


def test_annotations_are_commands(runs):
    """One a line, as the Actions toolkit writes them."""
    command = re.compile(r"::(error|warning|notice) (\w+=[^,:\r\n]*)(,\w+=[^,:\r\n]*)*::[^\r\n]+")
    for run in runs:
        for line in run.documents["github"].split("\n")[:-1]:
            assert command.fullmatch(line), line


def test_json_keeps_its_promise(runs):
    place = {name: {"type": "integer", "minimum": 1} for name in ("line", "column", "endLine", "endColumn")}
    text = {"type": "string"}
    promised = {
        "id": text,
        "severity": {"enum": list(SEVERITIES)},
        "file": text,
        **place,
        "byteOffset": {"type": "integer", "minimum": 0},
        "byteLength": {"type": "integer", "minimum": 0},
        "lineHash": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
        "summary": text,
        "explanation": text,
        "notes": {"type": "array"},
        "fixes": {"type": "array"},
    }
    finding = {"type": "object", "required": list(promised), "properties": promised}
    document = {
        "type": "object",
        "required": ["version", "diagnostics", "summary"],
        "properties": {"version": {"const": 1}, "diagnostics": {"type": "array", "items": finding}},
    }
    for run in runs:
        jsonschema.validate(run.json("json"), document)
