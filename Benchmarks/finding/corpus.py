"""Makes a wiki of folders of Markdown that others wrote: a copy, with front matter of one kind."""

import json
import pathlib
import re
import shutil
import subprocess

FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.S)
HEADING = re.compile(r"^# +(.+?) *#*$", re.M)


class Page:
    """A page of the copy: where it is published, its title, and its body as Markdown."""

    def __init__(self, path, title, body):
        self.path, self.title, self.body = path, title, body


def read(text, name):
    """The title and the body of a page; front matter of any kind goes."""
    found = FRONT.match(text)
    front, body = (found[2], text[found.end():]) if found else ("", text)
    named = re.search(r"^title\s*[:=]\s*(.+)$", front, re.M)
    heading = HEADING.search(re.sub(r"^```.*?^```", "", body, flags=re.M | re.S))
    title = named[1].strip().strip("'\"") if named else plain(heading[1]) if heading else name
    return title or name, body


def plain(text):
    """A heading as it is read."""
    text = re.sub(r"\s*\{#[^}]*\}$", "", text)
    return re.sub(r"[`*]|!?\[([^\]]*)\]\([^)]*\)", r"\1", text).strip()


def copy(folders, project, binary):
    """Copies the Markdown of some folders into a project and returns its pages.

    Pages that the program cannot publish are left out, for every engine.
    """
    content = project / "content"
    pages = []
    for folder in folders:
        for source in sorted(folder.rglob("*.md")):
            below = pathlib.Path(folder.name) / source.relative_to(folder)
            if below.name.startswith("_") or below.name.lower() in ("readme.md", "license.md"):
                continue
            title, body = read(source.read_text(encoding="utf-8", errors="replace"), source.stem)
            target = content / below
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"---\ntitle: {json.dumps(title)}\nkind: runbook\nowner: Somebody\n"
                              f"reviewed: 2026-01-01\nreview_every: P1Y\n---\n{body}")
            pages.append(Page(below.with_suffix(".html").as_posix(), title, body))
    rules = subprocess.run([binary, "rules", "--format", "json"], capture_output=True, text=True, check=True)
    levels = "".join(f"  {rule['id']}: off\n" for rule in json.loads(rules.stdout)["rules"]
                     if rule["id"] not in ("file-unusable", "limit-exceeded"))
    (project / "runbookgen.yml").write_text(f"site: {{title: Runbooks}}\nrules:\n{levels}")
    return drop_refused(project, binary, pages)


def drop_refused(project, binary, pages):
    """What still has an error goes, until nothing has one."""
    for _ in range(5):
        done = subprocess.run([binary, "check", "--project", project, "--format", "json"],
                              capture_output=True, text=True)
        bad = {finding["file"] for finding in json.loads(done.stdout)["diagnostics"] if finding["severity"] == "error"}
        if not bad:
            return pages
        for path in bad:
            (project / path).unlink(missing_ok=True)
        gone = {str(pathlib.PurePosixPath(path).relative_to("content").with_suffix(".html")) for path in bad
                if path.startswith("content/")}
        pages = [page for page in pages if page.path not in gone]
    raise RuntimeError(f"{project}: errors remain: {sorted(bad)[:3]}")


def build(project, binary, pages):
    """The wiki, and beside it a folder with the pages alone, for an engine that reads HTML."""
    site, alone = project / "site", project / "pages"
    subprocess.run([binary, "build", "--project", project, "--no-confluence", "--quiet"],
                   check=True, capture_output=True)
    for page in pages:
        target = alone / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / page.path, target)
    return site, alone
