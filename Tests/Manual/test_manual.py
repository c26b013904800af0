"""The manual is a site without a finding, says what the program says, and leads nowhere in vain."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from conftest import PROGRAM, ROOT
from snippets import pages

MANUAL = ROOT / "manual"
REFERENCE = sorted((MANUAL / "reference").glob("*.md"))


def tool(*arguments, folder=ROOT):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True)


def test_the_manual_passes_its_own_check(tmp_path):
    ended = tool("build", "--project", str(MANUAL), "--output", str(tmp_path / "manual"), "--strict")
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "manual/reference/configuration.html").exists()


def test_what_the_program_says_is_in_the_manual_as_it_says_it():
    ended = subprocess.run(
        [sys.executable, ROOT / "Scripts/manual-pages", PROGRAM, "--check"], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("page", REFERENCE, ids=lambda page: page.stem)
def test_the_program_prints_each_page_of_the_reference(page):
    printed = tool("help", page.stem)
    assert printed.returncode == 0, printed.stderr
    _, front, body = page.read_text().split("---\n", 2)
    title = re.search("^title: (.*)$", front, flags=re.M)[1]
    body = re.sub("^<!-- test: .*\n", "", body, flags=re.M)
    assert printed.stdout.endswith(f"# {title}\n{body}")
    listed = re.search(rf"^  {page.stem} +(.*)$", tool("help").stdout.partition("TOPICS:")[2], flags=re.M)
    assert listed and listed[1] in front


def test_links_of_the_readme_lead_somewhere():
    text = (ROOT / "README.md").read_text()
    links = re.findall(r"\]\(([^)#]+)", text)
    assert "manual/first-ten-minutes.md" in links
    for link in links:
        assert (ROOT / link).exists(), link
    assert len(text.splitlines()) <= 110
    assert (MANUAL / "images/page.png").stat().st_size < 150_000


def test_the_first_ten_minutes_are_in_the_readme():
    """Each command, whatever it is given; what is looked up on the way and the mending of a page are no steps."""
    readme = (ROOT / "README.md").read_text()
    session = (MANUAL / "first-ten-minutes.md").read_text()
    commands = {re.match(r"\$ (runbookgen [-a-z]+|\S+)", line)[1] for line in session.splitlines() if line.startswith("$ ")}
    assert {"runbookgen init", "runbookgen adopt", "runbookgen check", "runbookgen build", "tar", "xdg-open"} <= commands
    for command in commands - {"echo", "sed"}:
        assert re.search(rf"^{command}\b", readme, flags=re.M), command


def test_no_path_of_a_machine_is_told():
    for page in pages():
        assert not re.search(r"/(tmp|work|root|home/\w+|Users)/", page.read_text()), page


# The keys of the reference are those that the program takes. It lists them where one is wrong.

CONFIGURATION = """
zz: 1
site: {zz: 1}
directories: {zz: 1}
confluence: {zz: 1}
limits: {zz: 1}
preset: zz
raw_html: zz
keys: zz
contexts: {here: {zz: 1, entered_by: {zz: 1}}}
tables: [{zz: 1}]
defaults: [{zz: 1}]
overrides: [{zz: 1}]
rules: {todo-left: zz}
"""
FRONT_MATTER = """---
zz: 1
kind: zz
lifecycle: zz
owner: {zz: 1}
inputs: {a: {zz: 1, type: zz}}
tables: [{zz: 1}]
confluence: {zz: 1}
applies_to: [{zz: 1}]
escalation: [{zz: 1}]
---

```bash {zz=1 step=a}
ls
```
"""
PROGRAM_FILE = "zz: 1\ndialect: zz\nsynopsis: x\n"


def words_of(findings):
    """Every word that the program offers in the place of `zz`."""
    for finding in findings:
        offered = finding.get("explanation") or ""
        if "zz" in finding["summary"] and ("Known" in offered or "takes `" in offered):
            yield from re.findall(r"`([\w-]+)`", offered) or re.findall(r"[\w-]+", offered.removeprefix("Known: "))
        if one_of := re.search(r"it takes one of (.*)$", finding["summary"]):
            yield from one_of[1].split(", ")


def findings(folder, files):
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return json.loads(tool("check", "--format", "json", folder=folder).stdout)["diagnostics"]


@pytest.mark.parametrize("files, ids, topics, some", [
    ({"runbookgen.yml": CONFIGURATION, "content/a.md": "# A\n"}, ("config-",),
     "configuration limits tables templates", {"stylesheet", "yaml_depth", "entered_by", "inferred", "generated_line"}),
    ({"content/a.md": FRONT_MATTER}, ("front-matter-", "fence-"), "front-matter blocks tables",
     {"replaced_by", "k8s-name", "secret", "deprecated", "quickref", "impact"}),
    ({"runbookgen.yml": "directories: {programs: p}\n", "p/x.yml": PROGRAM_FILE, "content/a.md": "# A\n"}, ("config-",),
     "programs", {"extends", "old-style"}),
    ({"templates/page.mustache": "{{{body}}}{{zz}}", "templates/navigation.mustache": "{{zz}}",
      "templates/index.mustache": "{{zz}}", "templates/confluence.mustache": "{{zz}}",
      "templates/not-found.mustache": "{{zz}}", "content/a.md": "# A\n"}, ("template-",),
     "templates", {"breadcrumbs", "intro", "sections"}),
], ids=["configuration", "front matter", "programs", "templates"])
def test_the_reference_has_every_key(files, ids, topics, some, tmp_path):
    found = findings(tmp_path, files)
    words = set(words_of(each for each in found if each["id"].startswith(ids)))
    assert some <= words, some - words
    text = "".join((MANUAL / f"reference/{topic}.md").read_text() for topic in topics.split())
    code = set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`\n]+)`", text))))
    assert words <= code, words - code


def test_the_notation_of_programs_is_the_one_that_is_read(tmp_path):
    text = (MANUAL / "reference/programs.md").read_text()
    verbs, options, versions = (text.split(f"## {what}")[1].split("##")[0]
                                for what in ("Attributes of a program", "Attributes of an option", "Versions"))
    known = set()
    for table, line in ((verbs, "x {}\n"), (options, "x\n  --a[=B] {}\n"), (versions, "x {}\n")):
        names = [name.replace("\\|", "|") for name in re.findall(r"`\{(.*?)\}`", table)]
        known |= {re.split("[=!]", name)[0] for name in names}
        for name in names:
            files = {"runbookgen.yml": "directories: {programs: p}\n", "content/a.md": "# A\n",
                     "p/x.yml": "synopsis: |\n" + "".join(f"  {each}\n" for each in line.replace("{}", f"{{{name}}}").splitlines())}
            wrong = [each for each in findings(tmp_path, files) if each["id"].startswith("config-")]
            assert not wrong, wrong
    schemas = ("aws", "docker", "etcdctl", "find", "git", "helm", "ip", "kubectl", "mount", "oc", "ping", "psql", "redis-cli", "rm",
               "systemctl", "tar", "xargs", "journalctl", "eksctl", "curl", "dd", "env", "sudo", "mongosh", "apiclient")
    used = {re.split("[=!]", name)[0]
            for schema in schemas for name in re.findall(r"\{([a-z].*?)\}", tool("programs", schema).stdout)}
    assert len(used) > 10 and used <= known, used - known
