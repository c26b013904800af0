"""What needs a person is refused, with its place."""

from __future__ import annotations

import pytest
from conftest import tool

CASES = {
    "a session": ("```bash {in=workstation}\nenter admin\n```", "3:1", "opens a session in 'admin'"),
    "two places": ("```bash {in=workstation}\nls\n```\n\n```bash {in=admin}\nls\n```", "7:1", "goes on in 'admin'"),
    "interactive": ("```bash\nls\nvim /etc/hosts\n```", "5:1", "'vim' waits for somebody"),
    "shell in a pod": ("```bash\nkubectl exec -it web -- bash\n```", "4:1", "waits for somebody"),
    "prompt of a client": ("```bash\npsql app\n```", "4:1", "prompt of its own"),
    "client with a statement": ("```bash\npsql -c 'select 1'\n```", None, ""),
    "endless": ("```bash\njournalctl -f\n```", "4:1", "until somebody stops it"),
    "endless with an end": ("```bash\ntimeout 5 journalctl -f\n```", None, ""),
    "powershell": ("```powershell\nGet-Service x\n```", "3:1", "PowerShell"),
    "leaving": ("```bash\nls\nexit\n```", "5:1", "leaves the shell"),
    "leaving in a function": ("```bash\nf() { ls; (exit 1); }\nf || true\n```", None, ""),
    "alias": ("```bash\nalias k=kubectl\n```", "4:1", "an alias"),
    "other notation": ("```bash\nls YOUR_FILE\n```", "4:4", "'YOUR_FILE'"),
    "ellipsis": ("```bash\nls ...\n```", "4:4", "the script cannot know"),
    "command by value": ("```bash\nls\n<tool> run\n```", "5:1", "which program runs"),
    "arithmetic is checked": ("```bash\necho $(( <n> + 1 ))\n```", None, ""),
    "broken": ("```bash\nif true; then ls\n```", "4:1", "bash cannot read"),
    "statement of a database": ("```bash\nls\n```\n\n```sql\nselect 1;\n```", "7:1", "block of sql"),
    "one name": ("```bash\nls <a-b> <a_b>\n```", "4:10", "would both be --a-b"),
    "output in between": ("```\n$ ls\n```\n\n```\nls -l /x\nwhat it prints, and more\n```", "7:1", "output"),
    "nothing to run": ("Call somebody.", "1:1", "no step of the page has commands"),
    "delimiter": ("```bash\ncat <<'A B'\n<x>\nA B\n```", "4:5", "delimiter of letters"),
    "brace range": ("```bash\necho {1..<n>}\n```", "4:10", "in braces"),
    "home of a user": ("```bash\nls ~<user>/x\n```", "4:5", "after a tilde"),
}
CONFIG = """
contexts:
  workstation: {title: Here}
  admin: {title: There, entered_by: {from: workstation, command: enter admin}}
"""


@pytest.mark.parametrize("name", CASES)
def test_refusal(name, tmp_path):
    text, place, words = CASES[name]
    (tmp_path / "content").mkdir()
    (tmp_path / "runbookgen.yml").write_text(CONFIG)
    (tmp_path / "content" / "page.md").write_text("# Page\n\n" + text + "\n")
    made = tool("script", "content/page.md", folder=tmp_path)
    if place is None:
        assert made.returncode == 0, made.stderr
        return
    assert made.returncode == 1
    assert not made.stdout
    assert f"content/page.md:{place}: error: " in made.stderr
    assert words in made.stderr


def test_no_page(tmp_path):
    (tmp_path / "content").mkdir()
    for name in ("page", "other"):
        (tmp_path / "content" / f"{name}.md").write_text("# Page\n")
    for name in ("content/pag.md", "content"):
        made = tool("script", name, folder=tmp_path)
        assert made.returncode == 64
        assert name in made.stderr
