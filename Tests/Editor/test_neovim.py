"""Neovim as Debian has it, with the recipe of the manual."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shutil
import subprocess

import pytest
from conftest import ROOT, find_binary

SCRIPT = """
vim.cmd("filetype on")
vim.cmd("edit content/drain.md")
vim.bo.filetype = "markdown"
local function wait(what) assert(vim.wait(60000, what, 50), "nothing came") end
wait(function() return #vim.diagnostic.get(0) > 0 end)
local messages = {}
for _, finding in ipairs(vim.diagnostic.get(0)) do table.insert(messages, finding.message) end
local params = {
  textDocument = { uri = vim.uri_from_bufnr(0) },
  position = { line = tonumber(vim.env.LINE), character = tonumber(vim.env.CHARACTER) },
}
local labels = {}
for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/completion", params, 60000)) do
  for _, item in ipairs(answer.result.items) do table.insert(labels, item.label) end
end
local file = io.open(vim.env.OUT, "w")
file:write(vim.fn.json_encode({ messages = messages, labels = labels }))
file:close()
vim.cmd("qall!")
"""


@pytest.mark.skipif(shutil.which("nvim") is None and "CI" not in os.environ, reason="there is no nvim")
def test_neovim_attaches_shows_and_completes(site: pathlib.Path, tmp_path: pathlib.Path):
    page = site / "content/drain.md"
    text = page.read_text().replace("kubectl drain <node-name> --ig", "kubectl drain <node-name> --x --ig", 1)
    page.write_text(text)
    recipe = re.search(r"```lua\n(.*?)```", (ROOT / "manual/editors.md").read_text(), re.S)[1]
    (tmp_path / "init.lua").write_text(recipe)
    (tmp_path / "script.lua").write_text(SCRIPT)
    program = tmp_path / "bin/runbookgen"
    program.parent.mkdir()
    program.symlink_to(find_binary())
    lines = text.split("\n")
    line = next(number for number, line in enumerate(lines) if "kubectl get nodes" in line)
    out = tmp_path / "out.json"
    subprocess.run(
        ["nvim", "--headless", "-u", tmp_path / "init.lua", "-c", f"luafile {tmp_path}/script.lua"],
        cwd=site,
        env=os.environ
        | {
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "LINE": str(line),
            "CHARACTER": str(len("kubectl get")),
            "OUT": str(out),
            "XDG_STATE_HOME": str(tmp_path),
            "XDG_CACHE_HOME": str(tmp_path),
        },
        timeout=180,
        check=True,
        capture_output=True,
    )
    seen = json.loads(out.read_text())
    assert any("--x" in message for message in seen["messages"])
    assert "get" in seen["labels"]
