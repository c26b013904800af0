#!/usr/bin/env python3
"""Writes the schemas of programs with many verbs from what Scripts/read-program-help prints.

    Scripts/generate-help-schemas.py NAME FACTS.json [OLDER.json...]

What any of the files knows goes into the schema; whether an option takes a value, the first file
says. Effects follow from the verb's name; what does not is in the table below.
"""

import json
import sys
from collections import Counter
from pathlib import Path

SCHEMAS = Path(__file__).resolve().parent.parent / "Sources/RunbookCommands/Programs/Schemas"

READING = set("""
    analyze cat check completion config describe df diff digest doc dry-run env events exists explain find
    freq get graph health help history images info inspect instances key list list-rules list-tags locate
    log logs ls metadata nodeinfo pkgid port preview ps query search show stat stats status tags top tree
    validate verify version versions view whoami volumes repos services patterns packages products patches
    provides what-provides licenses targetos dist-tag outdated fund ping sbom root prefix docs repo bugs
""".split())
DESTROYING = {"rm", "rmi", "remove", "delete", "prune", "purge", "reset", "forget", "down", "uninstall", "destroy"}

FOREIGN = "COMMAND:command(elsewhere)..."

# name: Swift name, dialect, source, attributes of the root, {path: rest of its line}
PROGRAMS = {
    "podman": ("Podman", "pflag", "podman --help and man pages, 5.8.6 and 4.3.1", "", {
        "exec": f"CONTAINER {FOREIGN} {{leading}}", "container exec": f"CONTAINER {FOREIGN} {{leading}}",
        "run": f"IMAGE [{FOREIGN}] {{write}} {{leading}}",
        "container run": f"IMAGE [{FOREIGN}] {{write}} {{leading}}",
        "create": f"IMAGE [{FOREIGN}] {{write}} {{leading}}",
        "container create": f"IMAGE [{FOREIGN}] {{write}} {{leading}}",
        "unshare": f"[COMMAND:command(same)...] {{leading}}",
        "machine ssh": f"[NAME] [{FOREIGN}] {{leading}}",
        "compose": "[WORDS:tail...] {write} {open}",
        "play": "{open}", "play kube": "[WORDS...] {write} {open}", "generate": "{open}",
        "save": "[WORDS...]", "image save": "[WORDS...]", "export": "[WORDS...]",
        "network disconnect": "[WORDS...] {write}", "wait": "[WORDS...]",
        "kill": "[WORDS...] {destructive}", "container kill": "[WORDS...] {destructive}",
        "pod kill": "[WORDS...] {destructive}", "system df": "[WORDS...]", "system service": "[WORDS...] {write} {endless}",
        "system reset": "[WORDS...] {destructive}", "untag": "[WORDS...] {write}",
    }),
    "buildah": ("Buildah", "pflag", "buildah --help and man pages", "", {
        "config": "[WORDS...] {write}",
        "run": f"CONTAINER {FOREIGN} {{write}} {{leading}}", "unshare": "[COMMAND:command(same)...] {leading}",
    }),
    "skopeo": ("Skopeo", "pflag", "skopeo --help and man pages", "", {}),
    "restic": ("Restic", "pflag", "restic --help, 0.19.1", "", {
        "forget": "[WORDS...] {destructive}", "key list": "[WORDS...]", "dump": "[WORDS...]",
        "mount": "MOUNTPOINT {endless}", "snapshots": "[WORDS...]", "cache": "[WORDS...]",
        "key remove": "[WORDS...] {destructive}", "rewrite": "[WORDS...] {destructive}",
        "prune": "[WORDS...] {destructive}",
    }),
    "virsh": ("Virsh", "pflag", "virsh help, libvirt 12.8 and 9.0", "", {
        **{verb: "[WORDS...] {destructive}" for verb in (
            "destroy", "undefine", "vol-delete", "vol-wipe", "pool-delete", "pool-destroy", "pool-undefine",
            "net-destroy", "net-undefine", "snapshot-delete", "checkpoint-delete", "iface-undefine",
            "iface-destroy", "nwfilter-undefine", "secret-undefine", "managedsave-remove", "nodedev-destroy",
            "nodedev-undefine", "reset", "snapshot-revert", "detach-disk", "nwfilter-binding-delete",
            "backup-delete")},
        **{verb: "[WORDS...]" for verb in (
            "capabilities", "checkpoint-parent", "cpu-baseline", "cpu-compare", "cpu-models", "echo", "event",
            "exit", "quit", "freecell", "hypervisor-cpu-baseline", "hypervisor-cpu-compare",
            "hypervisor-cpu-models", "iface-mac", "iface-name", "maxvcpus", "net-dhcp-leases", "net-uuid",
            "net-name", "pool-capabilities", "pool-event", "pool-uuid", "pool-name", "ttyconsole", "uri",
            "vcpucount", "vncdisplay", "vol-pool", "vol-key", "vol-name", "vol-path", "pwd", "cd", "connect",
            "hostname", "snapshot-current", "snapshot-parent", "domblkerror", "domblkstat", "domcapabilities",
            "domcontrol", "domdisplay", "domhostname", "domid", "domif-getlink", "domifaddr", "domifstat",
            "domname", "domstate", "domtime", "domuuid", "domxml-from-native", "domxml-to-native",
            "find-storage-pool-sources", "find-storage-pool-sources-as", "get-user-sshkeys", "schedinfo",
            "memtune", "blkiotune", "numatune", "blkdeviotune", "domiftune", "vcpupin", "emulatorpin", "desc",
            "nodecpumap", "net-event", "nodedev-event", "secret-event", "secret-get-value", "help", "await",
            "blockjob", "migrate-getmaxdowntime", "migrate-getspeed", "perf", "screenshot")},
        "console": "[WORDS...] {interactive}", "edit": "[WORDS...] {write} {interactive}",
    }),
    "zypper": ("Zypper", "gnu", "zypper help, 1.14.101 and 1.14.42", "{plugins}", {}),
    "npm": ("Npm", "gnu", "the settings and verbs of npm 12.2 and 9.2", "{plugins}", {
        "unpublish": "[WORDS...] {destructive}", "uninstall": "[WORDS...] {write}",
        "deprecate": "[WORDS...] {write}", "prune": "[WORDS...] {write}", "exec": "[WORDS:tail...] {write}",
        "audit": "[WORDS...]", "run": "[WORDS...] {write}", "run-script": "[WORDS...] {write}",
        "install": "[WORDS...] {write}", "pack": "[WORDS...] {write}",
    }),
    "go": ("Go", "go", "go help, 1.27 and 1.19", "", {
        "run": "[WORDS:tail...] {write}", "tool": "[WORDS:tail...] {write}", "list": "[WORDS...]",
        "env": "[WORDS...]", "vet": "[WORDS...]", "test": "[WORDS:tail...]", "version": "[WORDS...]",
        "clean": "[WORDS...] {destructive}",
    }),
    "cargo": ("Cargo", "pflag", "cargo --help, 1.97", "{plugins}", {
        "run": "[WORDS:tail...] {write}", "test": "[WORDS:tail...]", "bench": "[WORDS:tail...]",
        "rm": "[WORDS...] {write}", "yank": "[WORDS...] {destructive}", "publish": "[WORDS...] {write}",
        "uninstall": "[WORDS...] {write}", "remove": "[WORDS...] {write}",
    }),
    "uv": ("Uv", "pflag", "uv --help", "", {
        "run": "[COMMAND:command(same)...] {write} {leading}",
        "tool run": "[COMMAND:command(same)...] {write} {leading}",
        "cache clean": "[WORDS...] {destructive}", "cache dir": "[WORDS...]", "pip freeze": "[WORDS...]",
        "remove": "[WORDS...] {write}",
    }),
    "barman": ("Barman", "argparse", "barman --help", "", {
        "config-switch": "[WORDS...] {write}", "config-update": "[WORDS...] {write}",
    }),
    "docker-compose": ("DockerCompose", "pflag", "docker compose --help, 2.40.3", "", {
        "exec": "SERVICE COMMAND:command(elsewhere)... {leading}",
        "run": "SERVICE [COMMAND:command(elsewhere)...] {write} {leading}",
        "kill": "[WORDS...] {destructive}", "port": "[WORDS...]", "logs": "[WORDS...]",
        "export": "[WORDS...]", "down": "[WORDS...] {write}",
    }),
    "pipx": ("Pipx", "argparse", "pipx --help", "", {"run": "[WORDS:tail...] {write}"}),
}
# Options that are accepted, though help leaves them out: of every verb.
HIDDEN = {
    "podman": [
        (["--signature-policy"], True), (["--net"], True), (["--timeout"], True), (["--storage"], False),
        (["--notruncate"], False), (["--override-arch"], True), (["--override-os"], True),
        (["--override-variant"], True), (["--namespace"], False), (["--purge"], False), (["--trace"], False),
        (["--healthcheck-command"], True), (["--healthcheck-interval"], True),
        (["--healthcheck-retries"], True), (["--healthcheck-start-period"], True),
        (["--healthcheck-timeout"], True), (["--disable-content-trust"], False),
        (["--cpu-profile"], True), (["--memory-profile"], True), (["-v", "--version"], False)],
}
# Verbs that are accepted, though help leaves them out.
HIDDEN_VERBS = {"podman": ["play kube"]}
# Fast programs whose help leaves options out: an unknown one is no error.
OPEN = {"podman", "docker-compose", "uv", "cargo", "go", "npm", "pipx", "zypper"}


def merge(facts):
    """Of the versions of a node, the first the one that decides."""
    options, place = [], {}
    for fact in facts:
        for names, kind in fact["options"]:
            names = [name for name in names if not set(name) & set("=[]{}\\\"") and len(name) > 1 and name != "--"]
            known = [place[name] for name in names if name in place]
            if known:
                own = options[known[0]][0]
                for name in names:
                    if name not in place:
                        place[name] = known[0]
                        own.append(name)
            elif names:
                for name in names:
                    place[name] = len(options)
                options.append((list(dict.fromkeys(names)), kind))
    verbs, aliases = {}, []
    for fact in facts:
        aliases += [name for name in fact["names"] if name not in aliases]
        for verb in fact["verbs"]:
            verbs.setdefault(verb, [f["verbs"][verb] for f in facts if verb in f["verbs"]])
    return options, {verb: merge(found) for verb, found in verbs.items()}, aliases


def line_of(names, kind):
    names = sorted(names, key=len)
    value = {"no value": "", "a value": "=VALUE...", "an optional value": "[=VALUE]..."}[kind]
    dry = " {dry}" if "--dry-run" in names else ""
    alone = " {alone}" if set(names) & {"--help", "--version"} else ""
    endless = " {endless}" if "--follow" in names and not value else ""
    return " ".join(names) + value + dry + alone + endless


def effect(path):
    words = path.split()
    verb = words[-1]
    parts = verb.split("-")
    if verb in DESTROYING or parts[-1] in DESTROYING:
        return " {destructive}"
    reads = {verb, parts[0], parts[-1]} & READING or parts[-1].endswith(("info", "list", "stats", "dumpxml"))
    return "" if reads else " {write}"


class Writer:
    def __init__(self, program):
        self.program = program
        _, _, _, _, self.lines_of = PROGRAMS[program]
        self.is_open = program in OPEN
        self.counts = Counter()
        self.fragments = {}

    def blocks(self, tree, found):
        options, verbs, _ = tree
        lines = tuple(line_of(*option) for option in options)
        found[lines] += 1
        for verb in verbs.values():
            self.blocks(verb, found)
        return found

    def options(self, options, known, indent):
        """Those that no level above has."""
        lines = tuple(line_of(*option) for option in options)
        if self.counts[lines] > 1 and len(lines) > 8:
            name = self.fragments.setdefault(lines, f"options-{len(self.fragments) + 1}")
            return [indent + "@" + name]
        return [
            indent + line for (names, kind), line in zip(options, lines)
            if not all((name, kind) in known for name in names)]

    def node(self, path, tree, indent, out, known):
        options, verbs, aliases = tree
        name = path.split()[-1]
        aliases = sorted({alias for alias in aliases if alias != name})
        names = "|".join([name, *aliases])
        mark = " {open}" if self.is_open else ""
        given = self.lines_of.get(path)
        if given is not None:
            line = f"{names} {given}" + ("" if "{open}" in given else mark)
        elif verbs:
            line = names + mark
        else:
            line = f"{names} [WORDS...]{effect(path)}{mark}"
        out.append(indent + line)
        out += self.options(options, known, indent + "  ")
        known = known | {(name, kind) for names, kind in options for name in names}
        for verb in sorted(verbs):
            self.node(f"{path} {verb}", verbs[verb], indent + "  ", out, known)

    def write(self, tree):
        swift, dialect, source, root, _ = PROGRAMS[self.program]
        self.counts = self.blocks(tree, Counter())
        options, verbs, _ = tree
        out = [f"{self.program} {root}".strip() + (" {open}" if self.is_open else "")]
        out += ["  " + line_of(*option) for option in options]
        out += ["  " + line_of(names, "a value" if takes else "no value")
                for names, takes in HIDDEN.get(self.program, [])
                if not any(name in set(n for o in options for n in o[0]) for name in names)]
        known = {(name, kind) for names, kind in options for name in names}
        for verb in sorted(verbs):
            self.node(verb, verbs[verb], "  ", out, known)
        if self.program == "docker-compose":  # of docker as well
            return (
                "// swift-format-ignore-file\n"
                f"// Generated by Scripts/generate-help-schemas.py from {source}.\n// Do not edit.\n\n"
                f"enum {swift} {{\n"
                f'  static let entry = ProgramEntry("{self.program}") {{ _ in program }}\n\n'
                f'  private static let program = Program.shipped(\n    .{dialect}, "{source}",\n'
                f'    "{self.program} {{open}}\\n  @compose".including(["compose": verbs]))\n\n'
                '  /// Options and verbs of `docker compose`.\n  static let verbs = """\n'
                + "\n".join("    " + line[2:] for line in out[1:]) + '\n    """\n}\n')
        including = ".including(fragments)" if self.fragments else ""
        text = (
            "// swift-format-ignore-file\n"
            f"// Generated by Scripts/generate-help-schemas.py from {source}.\n// Do not edit.\n\n"
            f"enum {swift} {{\n"
            f'  static let entry = ProgramEntry("{self.program}") {{ _ in program }}\n\n'
            f'  private static let program = Program.shipped(\n    .{DIALECTS.get(dialect, dialect)}, "{source}",\n'
            '    """\n' + "\n".join("    " + line for line in out) + f'\n    """{including})\n')
        if self.fragments:
            text += "\n  private static let fragments = [\n"
            for lines, name in self.fragments.items():
                body = "\n".join("      " + line for line in lines)
                text += f'    "{name}": """\n{body}\n      """,\n'
            text += "  ]\n"
        return text + "}\n"


DIALECTS = {"go": "goFlag"}


# MARK: LVM, whose verbs are programs

LVM_READING = set("lvs vgs pvs lvdisplay vgdisplay pvdisplay lvscan pvscan vgscan lvmdiskscan".split())
LVM_DESTROYING = set("lvremove vgremove pvremove lvreduce vgcfgrestore".split())
# Verbs of lvm that are no programs, and programs that no runbook needs.
LVM_OTHERS = set("""
    config devtypes dumpconfig formats fullreport help lastlog lvmchange lvmsadc lvmsar lvpoll pvdata segtypes
    systemid tags version
""".split())
# Spellings that are accepted, though help leaves them out.
LVM_HIDDEN = {
    "vgchange": ["--available=VALUE...", "--resizable=VALUE...", "--allocation=VALUE..."],
    "lvchange": ["--available=VALUE...", "--allocation=VALUE..."],
    "lvcreate": ["--allocation=VALUE...", "--corelog"], "vgcreate": ["--allocation=VALUE..."],
}
# Named without their values in the help of verbs that do not use them.
LVM_VALUES = {"--units", "--select", "--type", "--activate"}


def lvm(found):
    source = "LVM 2.03.31 and 2.03.16"
    for verb in sorted({verb for fact in found for verb in fact["verbs"]} - LVM_OTHERS):
        options, _, _ = merge([fact["verbs"][verb] for fact in found if verb in fact["verbs"]])
        lines = []
        for names, kind in options:
            line = line_of(names, "a value" if LVM_VALUES & set(names) else kind)
            lines.append(line + (" {dry}" if "--test" in names else " {alone}" if "--longhelp" in names else ""))
        lines += LVM_HIDDEN.get(verb, [])
        mark = " {destructive}" if verb in LVM_DESTROYING else "" if verb in LVM_READING else " {write}"
        target = SCHEMAS / f"{verb.capitalize()}.swift"
        target.write_text(
            "// swift-format-ignore-file\n"
            f"// Generated by Scripts/generate-help-schemas.py from {verb} --longhelp of {source}.\n"
            f"// Do not edit.\n\nenum {verb.capitalize()} {{\n"
            f'  static let entry = ProgramEntry("{verb}") {{ _ in program }}\n\n'
            f'  private static let program = Program.shipped(\n    .gnu, "{verb} --longhelp, {source}",\n'
            f'    """\n    {verb} [WORDS...]{mark}\n' + "\n".join("      " + line for line in lines)
            + '\n    """)\n}\n')


def main(program, *files):
    facts = [json.loads(Path(file).read_text()) for file in files]
    found = [next(iter(fact.values())) for fact in facts if fact]
    for path in HIDDEN_VERBS.get(program, []):
        place = found[0]
        for word in path.split():
            place = place["verbs"].setdefault(word, {"options": [], "verbs": {}, "names": []})
    if program == "lvm":
        lvm(found)
        return
    target = SCHEMAS / f"{PROGRAMS[program][0]}.swift"
    text = Writer(program).write(merge(found))
    target.write_text(text)
    print(f"{target.name}: {text.count(chr(10))} lines")


if __name__ == "__main__":
    main(*sys.argv[1:])
