"""Each artifact of `make dist` is installed as the README says, where there is no Swift, and checks a site."""

import json
import os
import shutil
import struct
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(os.environ.get("RUNBOOKGEN", ROOT / ".build/release/runbookgen")).resolve()
# A Debian system without Swift, which is made once: `make debian-root`.
DEBIAN = ROOT / ".build-debian"
PAGE = """---
kind: reference
title: Home
owner: Platform
reviewed: 2026-11-01
review_every: P6M
---
```bash
kubectl get pods {}
```
"""


def is_static():
    """Whether no program header of the ELF file asks for a loader (PT_INTERP)."""
    data = PROGRAM.read_bytes()
    [start] = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    return all(struct.unpack_from("<I", data, start + size * number) != (3,) for number in range(count))


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


@pytest.fixture(scope="session")
def artifacts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    for name in ("one", "two"):
        subprocess.run([ROOT / "Scripts/dist", PROGRAM, folder / name], check=True, stdout=subprocess.DEVNULL)
    first = (folder / "one/SHA256SUMS").read_text()
    assert first == (folder / "two/SHA256SUMS").read_text()
    assert len(first.splitlines()) == 4
    return folder / "one"


def only(folder, pattern):
    [found] = folder.glob(pattern)
    return found


def site(folder, option="-o wide"):
    (folder / "content").mkdir(parents=True)
    (folder / "content/index.md").write_text(PAGE.format(option))
    return folder


def holds(check):
    """`check` runs a command in a folder and says how it ended: a good page passes, a wrong option is found."""
    good, wrong = check("--all-namespaces"), check("--al-namespaces")
    assert (good.returncode, wrong.returncode) == (0, 1), (good.stderr, wrong.stderr)
    assert "--all-namespaces" in wrong.stderr


def needs(what, holds):
    """A test that cannot run says so, and is an error in continuous integration."""
    if holds:
        return
    message = f"needs {what}"
    pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


def chroot(root, place, *command):
    """Runs a program with a folder as all there is, and /proc, which Swift's run time reads."""
    script = 'mkdir -p "$0/proc" && mount -t proc proc "$0/proc" && cd / && exec chroot "$0" "$@"'
    return run("unshare", "--mount", "sh", "-c", script, root, *command, cwd=place)


def test_the_program_runs_where_there_is_nothing_else(tmp_path):
    needs("root, for chroot", os.geteuid() == 0)
    needs("a static program: make build", is_static())

    def check(option):
        root = tmp_path / option
        site(root / "project", option)
        shutil.copy(PROGRAM, root)
        return chroot(root, tmp_path, "/runbookgen", "check", "--project", "/project")

    holds(check)
    root = tmp_path / "--all-namespaces"
    built = chroot(root, tmp_path, "/runbookgen", "build", "--project", "/project")
    assert built.returncode == 0, built.stderr
    assert (root / "project/site/index.html").exists()


def test_the_package_is_installed_on_debian(artifacts, tmp_path):
    needs("root, for chroot", os.geteuid() == 0)
    needs("a Debian system: make debian-root", (DEBIAN / "usr/bin/dpkg").exists())
    root = tmp_path / "root"
    subprocess.run(["cp", "-a", "--reflink=auto", DEBIAN, root], check=True)
    shutil.copy(only(artifacts, "*.deb"), root / "tmp/runbookgen.deb")
    installed = chroot(root, tmp_path, "dpkg", "--install", "/tmp/runbookgen.deb")
    assert installed.returncode == 0, installed.stderr
    assert not (root / "usr/bin/swift").exists()

    def check(option):
        site(root / "srv" / option, option)
        return chroot(root, tmp_path, "/usr/bin/runbookgen", "check", "--project", f"/srv/{option}")

    holds(check)
    removed = chroot(root, tmp_path, "dpkg", "--remove", "runbookgen")
    assert removed.returncode == 0 and not (root / "usr/bin/runbookgen").exists()


def test_the_wheel_is_installed_with_pip(artifacts, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    installed = run(
        tmp_path / "venv/bin/pip", "install", "--no-index", "--disable-pip-version-check", only(artifacts, "*.whl"))
    assert installed.returncode == 0, installed.stderr
    holds(lambda option: run(tmp_path / "venv/bin/runbookgen", "check", "--project", site(tmp_path / option, option)))
    listed = run(tmp_path / "venv/bin/pip", "check", "--disable-pip-version-check")
    assert listed.returncode == 0, listed.stdout


def test_the_archive_is_unpacked(artifacts, tmp_path):
    with tarfile.open(only(artifacts, "*.tar.gz")) as archive:
        archive.extractall(tmp_path, filter="data")
    folder = only(tmp_path, "runbookgen-*")
    holds(lambda option: run(folder / "bin/runbookgen", "check", "--project", site(tmp_path / option, option)))
    page = run("gzip", "-dc", folder / "share/man/man1/runbookgen.1.gz").stdout
    for command in ("build", "check", "fix", "explain", "help"):
        assert page.count(f"\n.SS {command}\n") == 1
    topics = page.partition(".SH TOPICS")[2].partition(".SH FILES")[0]
    assert "\\fBfront\\-matter\\fR\nEvery field of a page" in topics and topics.count(".TP") > 10
    for place in ("bash-completion/completions/runbookgen", "zsh/site-functions/_runbookgen"):
        script = (folder / "share" / place).read_text()
        assert "check" in script and "front-matter" in script and script.count("_runbookgen_help()") == 1


def test_the_image_holds_the_program_and_nothing_else(artifacts, tmp_path):
    layout, root = tmp_path / "layout", tmp_path / "root"
    with tarfile.open(only(artifacts, "*-oci.tar")) as archive:
        archive.extractall(layout, filter="data")

    def blob(descriptor):
        data = (layout / "blobs" / descriptor["digest"].replace(":", "/")).read_bytes()
        assert len(data) == descriptor["size"]
        assert run("sha256sum", layout / "blobs" / descriptor["digest"].replace(":", "/")).stdout.split()[0] == (
            descriptor["digest"].split(":")[1])
        return data

    assert json.loads((layout / "oci-layout").read_text()) == {"imageLayoutVersion": "1.0.0"}
    [descriptor] = json.loads((layout / "index.json").read_text())["manifests"]
    manifest = json.loads(blob(descriptor))
    configuration = json.loads(blob(manifest["config"]))
    [layer] = manifest["layers"]
    (tmp_path / "layer.tar.gz").write_bytes(blob(layer))
    with tarfile.open(tmp_path / "layer.tar.gz") as archive:
        archive.extractall(root, filter="data")
    needs("root, for chroot", os.geteuid() == 0)
    needs("a static program: make build", is_static())
    [entry] = configuration["config"]["Entrypoint"]

    def check(option):
        site(root / "project" / option, option)
        return chroot(root, tmp_path, entry, "check", "--project", f"/project/{option}")

    holds(check)
