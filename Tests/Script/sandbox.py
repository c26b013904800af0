"""Runs bash with programs that do nothing but note how they were called."""

from __future__ import annotations

import json
import os
import pathlib
import pty
import subprocess
import sys

STUB = """#!{python}
import fcntl, json, os, subprocess, sys
name, arguments = os.path.basename(sys.argv[0]), sys.argv[1:]
read = "" if os.isatty(0) else sys.stdin.read()
call = [name, arguments, read, os.path.relpath(os.getcwd(), {home!r})]
with open({log!r}, "a") as log:
    fcntl.flock(log, fcntl.LOCK_EX)
    log.write(json.dumps(call) + "\\n")
if name == "ssh":
    # As the shell of the other machine reads what ssh puts together.
    sys.exit(subprocess.run(["bash", "-c", " ".join(arguments[1:])], stdin=subprocess.DEVNULL).returncode)
if name == "sudo":
    sys.exit(subprocess.run(arguments, stdin=subprocess.DEVNULL).returncode)
if arguments[:1] == ["list"]:
    print("one\\ntwo words")
elif arguments:
    print(arguments[0])
sys.exit(3 if arguments[:1] in (["fails"], ["b"]) else 0)
"""
NAMES = ["kubectl", "logger", "ssh", "sudo", "systemctl", "journalctl", "tool"]


class Sandbox:
    def __init__(self, folder: pathlib.Path):
        self.home = folder / "home"
        self.log = folder / "log"
        programs = folder / "programs"
        for made in (self.home, programs):
            made.mkdir(parents=True)
        stub = STUB.format(python=sys.executable, log=str(self.log), home=str(self.home))
        for name in NAMES:
            (programs / name).write_text(stub)
            (programs / name).chmod(0o755)
        self.environment = {"PATH": f"{programs}:/usr/bin:/bin", "HOME": str(self.home), "TERM": "dumb"}

    @property
    def calls(self) -> list:
        return [json.loads(line) for line in self.log.read_text().splitlines()] if self.log.exists() else []

    def run(self, text: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
        """Without a terminal."""
        file = self.home.parent / "script.sh"
        file.write_text(text)
        return subprocess.run(
            ["bash", str(file), *arguments], cwd=self.home, env=self.environment | variables,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, start_new_session=True,
            timeout=60)

    def typed(self, text: str, *arguments: str, answers: str) -> tuple[int, str]:
        """With somebody at a terminal who types the answers."""
        file = self.home.parent / "script.sh"
        file.write_text(text)
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.home)
            os.execve("/bin/bash", ["bash", str(file), *arguments], self.environment)
        os.write(terminal, answers.encode())
        seen = b""
        while True:
            try:
                if not (more := os.read(terminal, 4096)):
                    break
            except OSError:
                break
            seen += more
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode(errors="replace")
