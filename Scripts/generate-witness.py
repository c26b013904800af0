#!/usr/bin/env python3
"""Writes Sources/RunbookCommands/Programs/ProgramWitness+Facts.swift: the names of options and verbs
that the completions of three shells know.

    Scripts/generate-witness.py

Reads what Debian's packages fish-common, zsh-common and bash-completion install:

    apt-get install --no-install-recommends fish-common zsh-common bash-completion

Only names are taken: of programs, of their options, and of the verbs that come first. A line of the
result is `program|letters|long options|options behind one dash|verbs`, without dashes, sorted; or
`program|=other` for one that is known by the same names as another. Compilers are left out: they have
thousands of options, and no runbook needs them.
"""

import re
import subprocess
from collections import defaultdict
from pathlib import Path

TARGET = (
    Path(__file__).resolve().parent.parent
    / "Sources/RunbookCommands/Programs/ProgramWitness+Facts.swift")
FISH = Path("/usr/share/fish/completions")
ZSH = Path("/usr/share/zsh/functions/Completion")
BASH = Path("/usr/share/bash-completion/completions")

PROGRAM = re.compile(r"[A-Za-z0-9][\w.+-]*")
OPTION = re.compile(r"--[A-Za-z0-9][\w.-]*|-[A-Za-z0-9?#@]|-[A-Za-z][\w-]+")
VERB = re.compile(r"[a-z][a-z0-9-]*")
# What the completions of fish have that is no program: its own words, and commands of other systems.
NO_PROGRAM = set("""
    abbr and argparse begin bg bind block break builtin case choice clasp combine command commandline
    complete contains continue disown else emit end exit fg fish_add_path fish_config fish_delta
    fish_indent fish_key_reader fish_opt for funced funcsave function functions if isatty math
    nextd not or popd prevd pushd random return set set_color source status string suspend switch
    test time trap type ulimit umask vared wait while cmd attrib color comp convert clean code
    shortcuts signify stack as at sort less more
    """.split()) - {"at", "sort", "less", "more", "test"}

COMPILERS = re.compile(r"(llvm-|clang|.*-)?(gcc|g\+\+|cc|c\+\+|clang|gfortran|f77|f95)(-.*)?|git-.*|gitk|clang\+\+")

facts = defaultdict(lambda: (set(), set()))  # program: options, verbs


def add(program, options=(), verbs=()):
    if not PROGRAM.fullmatch(program) or program in NO_PROGRAM or COMPILERS.fullmatch(program):
        return
    known = facts[program]
    known[0].update(option for option in options if OPTION.fullmatch(option))
    known[1].update(verb for verb in verbs if VERB.fullmatch(verb))


# MARK: fish

TOKEN = re.compile(r"""(?:[^\s'"\\(]|\\.|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\([^()]*(?:\([^()]*\)[^()]*)*\))+""", re.S)
FIRST = re.compile(
    r"needs?_(sub)?command|use_subcommand|no_(sub)?command|no_subcmd|is_first|first_(token|arg)|is_nth_token 1$"
    r"|not __fish_seen_subcommand_from|__fish_is_first|using_command$|is_token_n 1$")


def unquoted(token):
    return re.sub(r"\\(.)", r"\1", re.sub(r"['\"]", "", token.replace("\\t", "\t").replace("\\n", " ")))


def values(text, variables, depth=0):
    """The words of a list in fish: `a\\tdescription b`, `$verbs`."""
    if text.lstrip("'\"").startswith("("):
        return []
    found = []
    body = unquoted(text)
    if "\t" in body:
        return [line.split("\t")[0].strip() for line in body.split("\n")][:1] + re.findall(
            r"\n\s*([a-z][\w-]*)\t", body)
    for word in body.split():
        if word.startswith("$"):
            found += variables.get(word[1:], []) if depth < 3 else []
        else:
            found.append(word)
    return found


def read_fish(path):
    text = re.sub(r"\\\n", " ", path.read_text(errors="replace"))
    variables = {}
    for match in re.finditer(r"^\s*set (?:-\w+ )*(\w+) (.+)$", text, re.M):
        words = []
        for token in TOKEN.findall(match.group(2)):
            words += values(token, variables)
        variables[match.group(1)] = variables.get(match.group(1), []) + words
    for line in re.findall(r"^\s*complete\s(.*)$", text, re.M):
        tokens = TOKEN.findall(line)
        programs, options, verbs, condition, index = [], [], [], "", 0
        while index < len(tokens):
            token = tokens[index]
            if token in ("|", "&&", ";", "#"):
                break
            flag = re.fullmatch(r"-([a-zA-Z]+)|--([a-z-]+)(?:=(.*))?", token, re.S)
            takes = ""
            if flag and flag.group(1):
                takes = next((c for c in flag.group(1) if c in "cpslonadw"), "")
            elif flag:
                takes = {
                    "command": "c", "path": "p", "short-option": "s", "long-option": "l",
                    "old-option": "o", "condition": "n", "arguments": "a", "description": "d",
                    "wraps": "w"}.get(flag.group(2), "")
            if not flag:
                if index == 0:
                    programs += values(token, variables)
                index += 1
                continue
            value = flag.group(3)
            if takes and value is None:
                rest = flag.group(1).partition(takes)[2] if flag.group(1) else ""
                if rest and takes in "slo":
                    value = rest
                else:
                    index += 1
                    value = tokens[index] if index < len(tokens) else ""
            if takes == "c":
                programs += values(value, variables)
            elif takes == "s":
                options += ["-" + word for word in values(value, variables)]
            elif takes == "l":
                options += ["--" + word for word in values(value, variables)]
            elif takes == "o":
                options += ["-" + word for word in values(value, variables)]
            elif takes == "n":
                condition = unquoted(value)
            elif takes == "a":
                words = values(value, variables)
                options += [word for word in words if word.startswith("-")]
                verbs += words
            index += 1
        for program in programs:
            isFirst = FIRST.search(condition) and not options
            add(program, options, verbs if isFirst else ())


# MARK: zsh


def read_zsh(path):
    text = path.read_text(errors="replace")
    head = re.match(r"#compdef (.*)", text)
    if not head:
        return
    programs = [word.split("=")[0] for word in head.group(1).split() if not word.startswith("-")]
    body = re.sub(r"^\s*#.*", "", text, flags=re.M)
    options = set(re.findall(r"(?<![\w-])(--[A-Za-z0-9][\w.-]*[\w])", body))
    options |= set(re.findall(r"(?<=['\"{,(*)!])(-[A-Za-z0-9?]|-[A-Za-z][\w-]*\w)(?=[\[=+,}:)'\"-])", body))
    options |= set(re.findall(r"(?<=[ (])(-[A-Za-z0-9?]|-[A-Za-z][\w-]*\w)(?=[ )][^\n'\"]*\))", "\n".join(
        re.findall(r"'\((?:[^)']*)\)", body))))
    verbs = set()
    if re.search(r"_describe[^\n]*(command|subcommand|cmd|verb)", body):
        verbs = set(re.findall(r"^\s*['\"]?([a-z][a-z0-9-]+)\\?:['\"\w]", body, re.M))
        verbs |= set(re.findall(r"['\"]([a-z][a-z0-9-]+):[\w(]", body))
    for program in programs:
        # The words of a file for many programs are those of each of them.
        add(program, options, verbs if len(programs) < 4 else ())


# MARK: bash


def read_bash(path, aliases):
    text = path.read_text(errors="replace")
    body = re.sub(r"^\s*#.*", "", text, flags=re.M)
    programs = {path.name} | aliases
    for line in re.findall(r"^\s*complete\s+(.*)$", re.sub(r"\\\n", " ", body), re.M):
        words = line.split("#")[0].split()
        skip = False
        for word in words:
            if skip or word.startswith("-"):
                skip = word in ("-F", "-o", "-A", "-W", "-C", "-G", "-X", "-P", "-S")
                continue
            if re.search(r"[&|;]", word):
                break
            programs.add(word)
    options = set(re.findall(r"(?<![\w-])(--[A-Za-z0-9][\w-]*[\w])", body))
    for arm in re.findall(r"^\s*(-[^\s)]+(?:\s*\|\s*[^\s|)]+)*)\)", body, re.M):
        options |= {re.sub(r"^--?!\(-\*\)", "-", word.strip()) for word in arm.split("|")}
    for program in programs:
        add(program, options)


def version(package):
    return subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True,
        check=True).stdout


def line(program, options, verbs):
    letters = "".join(sorted(o[1] for o in options if len(o) == 2))
    long = " ".join(sorted(o[2:] for o in options if o.startswith("--")))
    old = " ".join(sorted(o[1:] for o in options if len(o) > 2 and not o.startswith("--")))
    return "|".join([program, letters, long, old, " ".join(sorted(verbs))])


def main():
    for path in sorted(FISH.glob("*.fish")):
        read_fish(path)
    for path in sorted(ZSH.rglob("_*")):
        if path.is_file() and path.suffix != ".zwc":
            read_zsh(path)
    aliases = defaultdict(set)
    for path in BASH.iterdir():
        aliases[path.resolve().name].add(path.name)
    for path in sorted(BASH.iterdir()):
        if path.is_file() and not path.is_symlink():
            read_bash(path, aliases[path.name])
    lines, seen = [], {}
    for program, known in sorted(facts.items(), key=lambda item: item[0].encode()):
        if not known[0] and not known[1]:
            continue
        text = line(program, *known).partition("|")[2]
        first = seen.setdefault(text, program)
        lines.append(f"{program}|{text if first == program else '=' + first}")
    versions = [f"{name} {version(name)}" for name in ("fish-common", "zsh-common", "bash-completion")]
    TARGET.write_text(
        "// swift-format-ignore-file\n"
        "// Generated by Scripts/generate-witness.py from the completions in Debian's\n"
        f"// {', '.join(versions)}: names of programs, options and verbs.\n"
        "// Do not edit.\n\n"
        "extension ProgramWitness {\n"
        '  package static let source = "the completions of fish 3.6, zsh 5.9 and bash-completion 2.11"\n\n'
        '  static let text: StaticString = """\n' + "\n".join(lines) + '\n"""\n}\n')
    print(f"{len(lines)} programs, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
