"""A preview shows what a build publishes, and pages that a build would refuse."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from conftest import CORPORA, ROOT, TODAY

HEAD = b"".join(b'<script defer src="/.runbookgen/%s"></script>\n' % name for name in (b"patch.js", b"preview.js"))


def plain(text: bytes) -> bytes:
    """A page without what a preview adds to it."""
    return re.sub(rb"(?<=\n)<!--at [^>]*-->\n|<!--at [^>]*-->", b"", text.replace(HEAD, b"").replace(b"; connect-src 'self'", b""))


def difference(left: bytes, right: bytes) -> str:
    """Where two texts part, with what stands around it."""
    place = next((at for at, (one, other) in enumerate(zip(left, right)) if one != other), min(len(left), len(right)))
    return f"at {place}: {left[place - 60 : place + 60]!r} is not {right[place - 60 : place + 60]!r}"


def test_every_file_is_what_a_build_makes(preview, binary, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    shutil.copytree(ROOT / "content", source / "content")
    shutil.copy(ROOT / "runbookgen.yml", source)
    output = tmp_path / "output"
    subprocess.run(
        [binary, "build", "--project", source, "--output", output, "--drafts", "--today", TODAY], check=True, capture_output=True)
    site = preview(source)
    files = sorted(path for path in output.rglob("*") if path.is_file() and not path.name.startswith("."))
    assert len(files) > 40
    for path in files:
        name = path.relative_to(output).as_posix()
        # A page of the preview's own stands for it.
        if name == "404.html":
            continue
        status, _, body = site.ask("/" + name)
        assert status == 200, name
        made = path.read_bytes()
        assert plain(body) == made, f"{name} {difference(plain(body), made)}"


@pytest.mark.parametrize("corpus", ["kubevirt-monitoring", "openshift-runbooks", "osism", "vitess"])
def test_pages_that_have_errors_are_shown(preview, tmp_path, corpus):
    if not (CORPORA / corpus).is_dir():
        pytest.skip(f"{CORPORA / corpus} is not here")
    source = tmp_path / corpus
    shutil.copytree(CORPORA / corpus, source / "content", symlinks=False)
    site = preview(source)
    pages = sorted(path.relative_to(source / "content") for path in (source / "content").rglob("*.md"))
    shown = 0
    for page in pages:
        name = page.with_suffix(".html").as_posix()
        status, _, body = site.ask("/" + name)
        # These stand for their folder, at another address.
        if page.name.lower() in ("readme.md", "index.md", "_index.md") and status == 404:
            continue
        # Hidden folders are nobody's to publish.
        if any(part.startswith(".") for part in page.parts):
            assert status == 404
            continue
        assert status == 200 and b"</html>" in body, name
        shown += 1
    assert shown > 20
    assert "error" in site.log.splitlines()[0]
