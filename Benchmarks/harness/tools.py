"""Finds what is measured: our programs, the peers in a virtual environment, their versions."""

import glob
import os
import re
import shutil
import subprocess

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Tools:
    """Paths by name; a peer that is not installed is missing from `paths`.

    Hugo and Pagefind come with a wrapper in Python that only looks for the program: it is passed by.
    """

    def __init__(self, binary, floor, peers, prefix):
        self.paths = {"runbookgen": install(binary, prefix), "taskset": shutil.which("taskset")}
        if os.path.exists(floor):
            self.paths["floor"] = floor
        packages = os.path.join(peers, "lib", "python*", "site-packages")
        for name, pattern in {
            "hugo": os.path.join(packages, "hugo", "binaries", "hugo*"),
            "pagefind": os.path.join(packages, "pagefind_bin", "pagefind*"),
            "lychee": os.path.join(peers, "bin", "lychee"),
            "rumdl": os.path.join(peers, "bin", "rumdl"),
            "zensical": os.path.join(peers, "bin", "zensical"),
            "md2conf": os.path.join(peers, "bin", "md2conf"),
        }.items():
            found = sorted(path for path in glob.glob(pattern) if os.access(path, os.X_OK))
            if found:
                self.paths[name] = found[0]
        self.paths = {name: path for name, path in self.paths.items() if path}

    def __contains__(self, name):
        return name in self.paths

    def __getitem__(self, name):
        return self.paths[name]

    def version(self, name):
        arguments = {"hugo": "version"}.get(name, "--version")
        try:
            answer = subprocess.run(
                [self.paths[name], arguments], capture_output=True, text=True, timeout=60)
        except (OSError, subprocess.TimeoutExpired):
            return "unknown"
        found = re.search(r"\d+\.\d+(\.\d+)?", answer.stdout + answer.stderr)
        return found.group() if found else "unknown"


def install(binary, prefix):
    """As `make install` does it."""
    target = os.path.join(prefix, "bin", "runbookgen")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    shutil.copy2(binary, target)
    return target


def machine():
    """What a reader needs to judge the figures; nothing that names the machine."""
    facts = {"cores": str(len(os.sched_getaffinity(0)))}
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    with open("/proc/meminfo", encoding="utf-8") as file:
        total = int(re.search(r"MemTotal:\s*(\d+)", file.read()).group(1))
    with open("/etc/os-release", encoding="utf-8") as file:
        system = re.search(r'PRETTY_NAME="?([^"\n]*)', file.read())
    facts["processor"] = model.group(1) if model else os.uname().machine
    facts["memory"] = f"{total / 2**20:.0f} GiB"
    facts["system"] = system.group(1) if system else "unknown"
    facts["kernel"] = ".".join(os.uname().release.split(".")[:2])
    return facts
