"""Every value in every place: through the page, typed and by link, into a real shell. Programs that
hand their words to another shell are stubs that do just that."""

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

import harness

# Each place is a command that ends in `show`, which prints what it gets. MARK is the value.
PLACES = {
    "bare": "show <v>",
    "glued": "show x<v>y",
    "option": "show --name=<v>",
    "double": 'show "x-<v>-y"',
    "single": "show 'x-<v>-y'",
    "ansi": "show $'x-<v>-y'",
    "localized": 'show $"x-<v>"',
    "list": "show {a,<v>}",
    "digit": "show <v>>/dev/stdout",
    "substitution": 'show "$(show <v>)"',
    "substitution-double": 'show "$(show "<v>")"',
    "substitution-single": "show \"$(show 'a<v>b')\"",
    "backtick": "a=`show <v>`; show \"$a\"",
    "backtick-double": 'a=`show "<v>"`; show "$a"',
    "backtick-single": "a=`show '<v>'`; show \"$a\"",
    "double-backtick": 'show "`show <v>`"',
    "double-backtick-double": 'show "`show "<v>"`"',
    "double-backtick-escaped": 'show "`show \\"<v>\\"`"',
    "backtick-twice": "b=`a=\\`show '<v>'\\`; show \"\\$a\"`; show \"$b\"",
    "heredoc": "show-input <<EOF\nx <v>\nEOF",
    "heredoc-line": "show-input <<EOF\n<v>\n<w>\nEOF",
    "heredoc-verbatim": "show-input <<'EOF'\n<v>\n<w>\nEOF",
    "heredoc-two": "show-input <<EOF\n<v><w>\nEOF",
    "heredoc-tabs": "show-input <<-END\n\t<v>\n\tEND",
    "heredoc-substituted": 'show "$(cat <<EOF\n<v>\nEOF\n)"',
    "heredoc-command": 'show-input <<EOF\n$(show "<v>")\nEOF',
    "heredoc-backtick": "show-input <<EOF\n`show '<v>'`\nEOF",
    "herestring": "show-input <<< <v>",
    "herestring-double": 'show-input <<< "<v>"',
    "assignment": 'a=<v>; show "$a"',
    "assignment-double": 'a="<v>"; show "$a"',
    "export": 'export A=<v>; show "$A"',
    "environment": "A=<v> show-a",
    "array": 'a=(x <v>); show "${a[1]}"',
    "loop": 'for a in <v>; do show "$a"; done',
    "case": "case <v> in *) show <v>;; esac",
    "case-pattern": "case x in <v>) ;; *) show <v>;; esac",
    "test": "[ <v> = x ] || show <v>",
    "test-double": "[[ x == <v> ]] || show <v>",
    "redirected": "show <v> 2>/dev/null",
    "default": 'show "${NONE:-<v>}"',
    "default-bare": "show ${NONE:-<v>}",
    "default-single": "show \"${NONE:-'<v>'}\"",
    "cut": 'y=abcdef; show "${y:<v>:2}"',
    "trim": 'y=abcdef; show "${y#<v>}"',
    "replace": 'y=abcdef; show "${y/a/<v>}"',
    "index": 'show "${NONE[<v>]}"',
    "arithmetic": "show $(( <v> + 1 ))",
    "arithmetic-old": "show $[ <v> + 1 ]",
    "arithmetic-command": "(( x = <v> )); show",
    "arithmetic-let": 'let "x = <v>"; show',
    "arithmetic-for": "for (( i = <v>; i < 1; i++ )); do break; done; show",
    "arithmetic-test": "[[ <v> -eq 1 ]] || show",
    "arithmetic-variable": "n=<v>; show $(( n + 1 ))",
    "arithmetic-integer": "declare -i n=<v>; show",
    "subscript": "a[<v>]=1; show",
    "unset": "unset <v>; show",
    "printf-name": "printf -v <v> x; show",
    "test-name": "[[ -v <v> ]] || show",
    "read-name": "read -r <v> </dev/null; show",
    "dollar": 'show "$<v>"',
    "variable-joined": 'HOST=a; show "$HOST<v>"',
    "variable-braced": 'HOST=a; show "${HOST}<v>"',
    "backslash": 'show "\\<v>"',
    "command-name": "<v>; show",
    "eval": 'eval "show <v>"',
    "eval-words": "eval show <v>",
    "eval-variable": 'c=<v>; eval "show $c"',
    "trap": "trap 'show <v>' EXIT",
    "bash-double": 'bash -c "show <v>"',
    "bash-single": "bash -c 'show <v>'",
    "bash-single-double": "bash -c 'show \"<v>\"'",
    "bash-double-single": "bash -c \"show '<v>'\"",
    "bash-options": "bash -euo pipefail -c 'show \"a-<v>-b\"'",
    "bash-argument": "bash -c 'show \"$1\"' _ <v>",
    "bash-argument-code": "bash -c 'show $(( $1 ))' _ <v>",
    "bash-expansion": 'bash -c "show $HOME <v>"',
    "bash-heredoc": "bash <<EOF\nshow <v>\nEOF",
    "bash-heredoc-verbatim": "bash <<'EOF'\nshow \"<v>\"\nEOF",
    "bash-herestring": 'bash <<< "show <v>"',
    "bash-pipe": 'echo "show <v>" | bash',
    "bash-pipe-printf": "printf 'show %s' '<v>' | bash",
    "bash-pipe-cat": "cat <<EOF | bash\nshow <v>\nEOF",
    "bash-backtick": "bash -c 'a=`show \"<v>\"`; show \"$a\"'",
    "bash-heredoc-inside": "bash -c 'show-input <<EOF\n<v>\nEOF'",
    "ssh": "ssh host show <v>",
    "ssh-double": 'ssh host "show <v>"',
    "ssh-single": "ssh -p 22 host 'show \"a-<v>\"'",
    "ssh-double-single": "ssh host \"show '<v>'\"",
    "ssh-heredoc": "ssh host <<EOF\nshow <v>\nEOF",
    "ssh-heredoc-bash": "ssh host bash -s <<'EOF'\nshow <v>\nEOF",
    "ssh-sudo": 'ssh host "sudo show <v>"',
    "ssh-bash": "ssh host \"bash -c 'show <v>'\"",
    "ssh-sudo-sh": "ssh host \"sudo sh -c 'show \\\"<v>\\\"'\"",
    "ssh-ssh": "ssh one ssh two show <v>",
    "ssh-ssh-double": 'ssh one "ssh two \'show <v>\'"',
    "ssh-ssh-bash": 'ssh one ssh two "bash -c \'show <v>\'"',
    "ssh-variable": 'm=<v>; ssh host "show $m"',
    "ssh-arithmetic": "ssh host 'show $(( <v> ))'",
    "ssh-substitution": "ssh host 'show \"$(show <v>)\"'",
    "sudo": "sudo show <v>",
    "sudo-sh": "sudo sh -c 'show <v>'",
    "sudo-sh-double": 'sudo -u root sh -c "show \\"<v>\\""',
    "su": "su - root -c 'show <v>'",
    "su-double": 'su -c "show <v>" root',
    "kubectl": "kubectl exec pod -- show <v>",
    "kubectl-sh": "kubectl exec pod -- sh -c 'show <v>'",
    "kubectl-bash": 'kubectl exec -it pod -c web -- bash -c "show \\"x-<v>\\""',
    "kubectl-heredoc": "kubectl exec -i pod -- sh <<EOF\nshow <v>\nEOF",
    "docker": "docker exec web sh -c 'show <v>'",
    "docker-run": "docker run --rm image bash -c \"show '<v>'\"",
    "env": "env A=1 bash -c 'show <v>'",
    "env-value": "env A=<v> show-a",
    "timeout": "timeout 5 bash -c 'show <v>'",
    "nohup": "nohup sh -c 'show <v>' 2>/dev/null",
    "sudo-env-timeout": "sudo env X=1 timeout 5 bash -c \"show '<v>'\"",
    "xargs": "echo one | xargs -I{} sh -c 'show <v>'",
    "xargs-input": "echo <v> | xargs show",
    "find": "find . -maxdepth 0 -exec sh -c 'show <v>' \\;",
    "find-plain": "find . -maxdepth 0 -exec show <v> \\;",
    "watch": "watch show <v>",
    "watch-double": "watch -n 1 'show \"<v>\"'",
    "known-text": "printf '<%s>' \"a <v> b\"",
    "known-text-twice": "ssh host \"printf '<%s>' 'a <v> b'\"",
    "ssh-bash-input": "ssh host 'cat | bash' <<'EOF'\nshow <v>\nEOF",
    "unknown-shell": "tunnel web -- sh -c 'show <v>'",
    "unknown-text": 'tunnel "show <v>"',
    "awk": "awk 'BEGIN { system(\"show <v>\") }'",
    "awk-code": "awk 'BEGIN { print <v> }'",
    "awk-variable": "awk -v x=<v> 'BEGIN { }'; show",
    "sed": "echo abc | sed 's/b/<v>/'",
    "sed-command": "echo abc | sed -n '<v>p'",
    "python": "python3 -c 'print(\"<v>\")'",
    "function": "f() { eval \"show $1\"; }; f <v>",
    "prompt": 'PS1="<v>"; show',
}

MARK = "touch $O/owned"
VALUES = [
    "plain-1.example.com",
    "42",
    "two words",
    f"; {MARK}; #",
    f"$({MARK})",
    f"`{MARK}`",
    f"'; {MARK}; '",
    f'"; {MARK}; "',
    f'"$({MARK})"',
    f"'$({MARK})'",
    f"a[$({MARK})]",
    f"x=a[$({MARK})]",
    f"\\$({MARK})",
    f"\\\\$({MARK})",
    f"\\`{MARK}\\`",
    f"\\'; {MARK}; #",
    f"\\\"; {MARK}; #",
    f"'\\''; {MARK}; '\\''",
    f"}}; {MARK}; #",
    f"}}$({MARK})",
    f") ; {MARK}; (",
    f"| {MARK}",
    f"& {MARK} &",
    f"({MARK})",
    "EOF",
    f"EOF) ; {MARK}; (",
    "END",
    "a\\",
    "\\",
    "'",
    '"',
    "!! !x wow!",
    "*?[a-z]{1,2}~ & | < >",
    "%s%n %(x)T",
    "a'b\"c \\ \\\\ $HOME ${x}",
    "‘quoted’ “words” ümlaut",
    f"/e; e {MARK} #",
    f'") {{ system("{MARK}") }} #',
    "a,b",
    "~root",
    "2",
    f"a\n{MARK}",
    f"nginx{' ' * 200}; {MARK} #",
    "--all",
    f"a\u2028{MARK}",
]

STUBS = {
    "show": 'for word in "$@"; do printf "<%s>" "$word"; done; echo',
    "show-input": "printf '<'; cat; echo '>'",
    "show-a": 'printf "<%s>" "$A"; echo',
    "ssh": 'while [[ $1 == -* ]]; do [[ $1 == -p ]] && shift; shift; done; shift\n'
    '[ $# = 0 ] && exec bash; exec bash -c "$*"',
    "sudo": 'while [[ $1 == -* ]]; do [[ $1 == -u ]] && shift; shift; done; exec "$@"',
    "su": 'while [ "$1" != -c ]; do shift; done; exec bash -c "$2"',
    "kubectl": 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"',
    "docker": 'while [[ $1 != sh && $1 != bash ]]; do shift; done; exec "$@"',
    "tunnel": 'if [ $# = 1 ]; then exec bash -c "$1"; fi; shift 2; exec "$@"',
    "watch": 'while [[ $1 == -* ]]; do [[ $1 == -n ]] && shift; shift; done; exec sh -c "$*"',
}

HEAD = """---
kind: runbook
title: Values
owner: Team
reviewed: 2026-11-01
review_every: P6M
context: workstation
prerequisites: [none]
inputs:
  v: {description: Anything}
  w: {description: The line after it}
---

## Steps
"""

CONFIG = "site: {title: V}\ncontexts: {workstation: {title: W}}\nrules: {}\n"

# Fills the page with each value and returns what Copy would copy at each step.
COLLECT = """([values, byLink]) => {
  const figures = [...document.querySelectorAll(".code[data-step]")];
  const read = (figure) => {
    const commands = [...figure.querySelectorAll(".cmd")];
    const found = commandOf(commands);
    const note = figure.querySelector(".unfilled");
    return [figure.dataset.step, {text: found.text, isHeld: found.linked.size > 0,
      isRefused: found.refused.size > 0, isOpen: found.open.size > 0,
      note: note ? note.textContent : ""}];
  };
  const field = fields.get("v");
  const type = (field, value) => {
    field.control.value = value;
    field.control.dispatchEvent(new Event("input", {bubbles: true}));
  };
  type(fields.get("w"), "touch $O/owned");
  return values.map((value) => {
    type(field, "");
    if (byLink) {
      location.hash = "#?" + new URLSearchParams({v: value});
      readAddress();
    } else {
      type(field, value);
    }
    const problem = document.getElementById(field.problem.id).textContent;
    const steps = Object.fromEntries(figures.map(read));
    return {value: field.value, isReady: field.isReady, problem, steps};
  });
}"""

DRIVER = """
cd "$1"
export O=$PWD/out PATH=$2:$PATH HOME=/
mkdir -p out
for file in *.sh; do
  bash --norc $3 < "$file" > "$file.out" 2> "$file.err"
  if [ -e out/owned ]; then rm out/owned; touch "$file.owned"; fi
done
"""


@pytest.fixture(scope="module")
def collected(share_wiki, browsers, tmp_path_factory):
    """By way of entry: for each value, what each place copies."""
    blocks = "".join(f"\n```bash {{step={n}}}\n{c}\n```\n" for n, c in PLACES.items())
    wiki = share_wiki({"runbookgen.yml": CONFIG, "content/index.md": HEAD + blocks})

    def collect(folder):
        page = browsers("dejavu").new_page()
        page.goto(wiki.file_url + "index.html")
        values = ["TOKEN", *VALUES]
        found = {way: page.evaluate(COLLECT, [values, way == "link"]) for way in ("typed", "link")}
        page.close()
        (folder / "collected.json").write_text(json.dumps(found), encoding="utf-8")

    folder = harness.once(tmp_path_factory, "values", collect)
    return json.loads((folder / "collected.json").read_text(encoding="utf-8"))


class Shell:
    """Runs scripts with the stubs, each in a bash of its own, in two processes that share them."""

    def __init__(self, folder):
        self.folder = folder
        stubs = folder / "stubs"
        stubs.mkdir()
        for name, body in STUBS.items():
            (stubs / name).write_text(f"#!/bin/bash\n{body}\n")
            (stubs / name).chmod(0o755)

    def run(self, scripts, *options):
        """By script: what it printed, and whether it ran what a value holds."""
        names = {}
        for number, script in enumerate(dict.fromkeys(scripts)):
            batch = self.folder / f"batch{''.join(options)}-{number % 2}"
            batch.mkdir(exist_ok=True)
            names[script] = batch / f"{number}.sh"
            names[script].write_text(script + "\n", encoding="utf-8")
        batches = sorted({path.parent for path in names.values()})
        arguments = [str(self.folder / "stubs"), *options]
        with ThreadPoolExecutor() as pool:
            runs = [
                pool.submit(
                    subprocess.run,
                    ["bash", "-c", DRIVER, "_", str(batch), *arguments],
                    stdin=subprocess.DEVNULL,
                    timeout=300,
                    env={**os.environ, "LC_ALL": "C.UTF-8"},
                )
                for batch in batches
            ]
            for run in runs:
                run.result()
        return {
            script: (
                path.with_suffix(".sh.out").read_text(encoding="utf-8", errors="replace"),
                path.with_suffix(".sh.owned").exists(),
            )
            for script, path in names.items()
        }


def filled(results):
    """Every value, place and command that is copied."""
    for result in results:
        for name, place in result["steps"].items():
            if result["isReady"] and not place["isRefused"] and not place["isOpen"]:
                yield result["value"], name, place["text"]


def test_no_value_runs_and_none_is_changed(collected, tmp_path):
    assert len(PLACES) >= 60 and len(VALUES) >= 30
    commands = [*filled(collected["typed"]), *filled(collected["link"])]
    shell = Shell(tmp_path)
    printed = shell.run([text for _, _, text in commands])
    plain = {name: text for value, name, text in commands if value == "TOKEN"}
    wrong = []
    for value, name, text in dict.fromkeys(commands):
        output, is_owned = printed[text]
        if is_owned and value != "":
            wrong.append(f"{name}: {value!r} ran: {text!r}")
        pattern = printed[plain[name]][0] if name in plain else ""
        if "TOKEN" in pattern and output != pattern.replace("TOKEN", value):
            wrong.append(f"{name}: {value!r} is changed: {text!r} printed {output!r}")
    assert not wrong, f"{len(wrong)} of {len(commands)}\n" + "\n".join(wrong[:40])
    # The quoting places take what anybody may type.
    both = {name for value, name, _ in commands if value == "two words"}
    assert both >= {n for n in PLACES if n.startswith(("ssh-double", "sudo", "kubectl-", "su-"))}


def test_a_shell_at_a_prompt_reads_the_same(collected, tmp_path):
    """There `!` is read too."""
    commands = [c for c in filled(collected["typed"]) if "!" in c[0] or c[0] == "TOKEN"]
    printed = Shell(tmp_path).run([text for _, _, text in commands], "-i")
    plain = {name: printed[text][0] for value, name, text in commands if value == "TOKEN"}
    wrong = [
        f"{name}: {text!r} printed {printed[text][0]!r}"
        for value, name, text in commands
        if "TOKEN" in plain.get(name, "")
        and printed[text][0] != plain[name].replace("TOKEN", value)
    ]
    assert not wrong, "\n".join(wrong)


def test_what_is_not_filled_in_says_why(collected):
    for results in collected.values():
        for result in results:
            if not result["isReady"]:
                assert result["problem"] or not result["value"], result["value"]
                assert all("<v>" in place["text"] for place in result["steps"].values())
                continue
            for name, place in result["steps"].items():
                if place["isRefused"]:
                    assert "v is not filled in here: " in place["note"], (name, result["value"])
                    assert "Not filled in everywhere" in result["problem"], name
                else:
                    assert place["note"] == "", (name, result["value"])
    refused = {
        name
        for result in collected["typed"]
        for name, place in result["steps"].items()
        if place["isRefused"] and "$(" in result["value"]
    }
    assert refused >= {name for name in PLACES if name.startswith("arithmetic")}


def test_a_link_brings_no_hidden_text_and_is_held_back(collected):
    for result in collected["link"]:
        if result["isReady"]:
            held = [place["isHeld"] for place in result["steps"].values()]
            assert all(held), result["value"]
        assert "  " not in result["value"] and "\n" not in result["value"]
        assert not result["value"].startswith("-")
