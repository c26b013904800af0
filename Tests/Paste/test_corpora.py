"""Pages that nobody wrote for this project: the editor makes of each what its ADF file says."""

from __future__ import annotations

import re
import subprocess

import pytest

import conftest
import harness
import outline
from test_traps import png

FOLDER = harness.ROOT.parent / "shared" / "corpora"
COUNT = 200

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"there are no corpora in {FOLDER}")


@pytest.fixture(scope="session")
def corpora(binary, tmp_path_factory):
    """The export of every n-th page, with a picture for each that a page shows."""
    root = tmp_path_factory.mktemp("corpora")
    pages = sorted(path for path in FOLDER.rglob("*.md") if "gfm-spec" not in path.parts)
    rules = subprocess.run([binary, "rules"], capture_output=True, text=True, check=True).stdout
    levels = [f"  {name}: info" for name in re.findall(r"^([a-z-]+) +error ", rules, flags=re.M)
              if name != "limit-exceeded"]
    config = (conftest.HERE / "runbookgen.yml").read_text()
    config = re.sub(r"^rules:\n(?:  .*\n)+", "rules:\n" + "\n".join(levels) + "\n", config, flags=re.M)
    files = {"runbookgen.yml": config}
    for index, path in enumerate(pages[:: len(pages) // COUNT][:COUNT]):
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(errors="replace"), flags=re.DOTALL)
        name = f"content/p{index}"
        files[f"{name}.md"] = f"---\ntitle: Page {index}\n---\n{text}"
        for number, picture in enumerate(re.findall(r"!\[[^\]]*\]\(([^)\s]+)", text)):
            if not re.match(r"[a-z]+:|/", picture):
                files[f"{name}-{number}.png"] = png()
                files[f"{name}.md"] = files[f"{name}.md"].replace(
                    f"]({picture}", f"](p{index}-{number}.png")
    harness.write_project(root, files)
    return conftest.Export(root / "content", harness.build(binary, root, root / "site").folder)


def test_the_editor_makes_of_each_page_what_its_adf_file_says(corpora, editor):
    assert len(corpora.pages) == COUNT
    different, pictures = [], 0
    for name, page in corpora.pages.items():
        pasted, written = editor.paste(page.cloud), page.adf
        pictures += sum(node["type"] == "media" for node in outline.walk(pasted))
        if outline.lines(pasted) != outline.lines({"type": "doc", "content": written["content"]}):
            different.append(name)
    assert different == []
    print(f"{len(corpora.pages)} pages with {pictures} pictures")
