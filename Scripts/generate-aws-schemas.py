#!/usr/bin/env python3
"""Writes the schemas of the AWS CLI: Sources/RunbookCommands/Programs/Schemas/AWS/AWS+<service>.swift.

Run by a developer when a newer AWS CLI is out, never by make:

    pip install awscli
    python3 Scripts/generate-aws-schemas.py

Nothing is read from the service models directly. The script asks the driver of the installed AWS CLI
for its commands, and adds the arguments of each of them to an argparse parser, as the CLI itself does.
What it learns is therefore what `aws` accepts: with renamed, added and removed arguments, without
requirements that the CLI fills in (idempotency tokens), with `--x` and `--no-x` for booleans, and
with as many words as a list takes.

The notation of a synopsis is described in Synopsis.swift. An operation is indented by two blanks, its
options by three: `AWS.program(for:)` reads the options of the operation that a command names, and
only the names of all others.

    list of scalars or structures   [=LIST] {many}, or =LIST {many} when the operation requires it
    integer                         =N:integer
    argument with choices           =WORD(a|b); enumerations of the API are not checked by the CLI
    boolean                         {negatable}, or two names: --egress --ingress
    everything else                 =TEXT

The effect of an operation follows from the first word of its name, see READS and DESTROYS.
"""

import argparse
import os
import re

import awscli
import botocore
from awscli.clidriver import create_clidriver

SERVICES = """
    accessanalyzer acm autoscaling cloudformation cloudtrail cloudwatch configservice dynamodb ec2 ecr
    ecs efs eks elb elbv2 events guardduty iam kms lambda logs organizations rds route53 s3 s3api
    secretsmanager sns sqs ssm sts wafv2
""".split()

READS = """
    check decode describe discover download estimate export-client filter get head is list lookup
    poll preview presign query receive resolve scan search select simulate start-live-tail
    start-query start-session test transact-get validate verify view wait ls assume batch-get batch-check
    batch-describe generate-data generate-db-auth-token generate-mac generate-random encrypt decrypt
    re-encrypt sign stop-query tail
""".split()
DESTROYS = """
    batch-delete close delete deregister empty purge rb release revoke rm schedule-key-deletion terminate
""".split()

# What version 2 adds. Facts: awscli/customizations of the branch v2.
ADDED = {
    "logs": """
  tail GROUP {read}
   --since=TEXT
   --follow {endless}
   --format=WORD(detailed|short|json|none)
   --filter-pattern=TEXT
   --log-stream-names=LIST {many}
   --log-stream-name-prefix=TEXT
""",
}
ATTRIBUTES = {
    ("ssm", "start-session"): "{interactive}",
    ("ecs", "execute-command"): "{interactive}",
    ("logs", "start-live-tail"): "{endless}",
    ("ecr", "get-login"): "{use=get-login-password}",
}
RAISED = {("s3", "sync", "--delete"): "{destructive}"}
# Given by every operation, and written once for all.
COMMON = {"--cli-input-json", "--generate-cli-skeleton"}

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "Sources/RunbookCommands/Programs/Schemas/AWS")


def effect(service, name):
    for words, result in ((DESTROYS, "{destructive}"), (READS, "")):
        if any(name == word or name.startswith(word + "-") for word in words):
            return result
    return "{write}"


def arguments(command):
    """The argparse actions of a command, in the order of its help text."""
    actions = []
    for argument in command.arg_table.values():
        parser = argparse.ArgumentParser(add_help=False, conflict_handler="resolve")
        argument.add_to_parser(parser)
        for action in parser._actions:
            action.is_integer = argument.cli_type_name in ("integer", "long")
            action.required = argument.required
            action.group = argument.group_name if action.nargs == 0 else None
        actions += parser._actions
    return actions


def is_list(action):
    return action.nargs in ("*", "+") or isinstance(action.nargs, int) and action.nargs > 1


def value(action):
    if action.nargs == 0:
        return ""
    if action.choices:
        kind = "=WORD(%s)" % "|".join(action.choices)
    elif action.is_integer:
        kind = "=N:integer"
    else:
        kind = "=LIST" if is_list(action) else "=TEXT"
    if action.nargs == "?" or action.nargs == "*" and not action.required:
        return "[%s]" % kind
    return kind


def operand(action):
    name = re.sub(r"[^A-Z0-9]", "_", action.dest.upper())
    count = action.nargs if isinstance(action.nargs, int) else 1
    if count > 1:
        return " ".join("%s%d" % (name, n + 1) for n in range(count))
    if action.nargs in ("*", "+"):
        name += "..."
    return "[%s]" % name if action.nargs in ("*", "?") else name


def options(service, command_name, actions, indent):
    groups = {}
    for action in actions:
        if action.group:
            groups.setdefault(action.group, []).append(action.option_strings[0])
    for action in actions:
        if not action.option_strings or action.option_strings[0] in COMMON:
            continue
        name = action.option_strings[0]
        names = groups.get(action.group, action.option_strings)
        if name != names[0]:
            continue
        negation = "--no-" + name[2:]
        words = [" ".join(n for n in names if n != negation) + value(action)]
        if is_list(action):
            words.append("{many}")
        if action.nargs == "?":
            words.append("{next}")
        if action.required:
            words.append("{required}")
        if negation in names:
            words.append("{negatable}")
        if name in ("--dry-run", "--dryrun"):
            words.append("{dry}")
        words.append(RAISED.get((service, command_name, name), ""))
        yield " " * indent + " ".join(word for word in words if word)


def verb(service, name, command, indent):
    """The lines of a command, its options and its own commands."""
    # In this order: some commands add their arguments while they look for commands below them.
    below = getattr(command, "subcommand_table", None) or {}
    actions = arguments(command) if hasattr(command, "arg_table") else []
    kinds = [effect(service, name), ATTRIBUTES.get((service, name), "")]
    if name == "wait" or indent > 2:
        kinds = []
    operands = [operand(a) for a in actions if not a.option_strings]
    head = [name] + ([] if below else operands) + [kind for kind in kinds if kind]
    yield " " * indent + " ".join(head)
    yield from options(service, name, actions, indent + 1)
    for below_name, below_command in below.items():
        yield from verb(service, below_name, below_command, indent + 1)


def commands(command):
    if hasattr(command, "_get_command_table"):
        return command._get_command_table()
    return command.subcommand_table


def write(name, text):
    source = """\
// swift-format-ignore-file
// Generated by Scripts/generate-aws-schemas.py from awscli %s (botocore %s).
// Do not edit.

extension AWS {
%s}
""" % (awscli.__version__, botocore.__version__, text)
    with open(os.path.join(FOLDER, "AWS+%s.swift" % name), "w") as file:
        file.write(source)


def literal(name, text):
    assert "\\" not in text and '"""' not in text
    return '  static let %s = """\n%s\n"""\n' % (name, text.strip("\n"))


# Services that AWS has ended: a CLI of before that still knows them.
ENDED = {"iotevents", "iotevents-data", "panorama", "simspaceweaver"}


def main():
    os.makedirs(FOLDER, exist_ok=True)
    for old in os.listdir(FOLDER):
        if old.startswith("AWS+"):
            os.remove(os.path.join(FOLDER, old))
    table = create_clidriver()._get_command_table()
    for service in SERVICES:
        lines = []
        operations = commands(table[service])
        for name, command in operations.items():
            lines += verb(service, name, command, 2)
        text = "\n".join(lines) + ADDED.get(service, "").rstrip("\n")
        count = sum(1 for line in lines if line.lstrip().startswith("-"))
        write(service, literal("of_" + service.replace("-", "_"), text))
        print("%-16s %4d commands %5d options %4d KB" % (
            service, len(operations), count, len(text) // 1024))
    cases = "".join('    "%s": of_%s,\n' % (s, s.replace("-", "_")) for s in SERVICES)
    names = sorted((set(table) | ENDED) - {"help"})
    wrapped, line = [], ""
    for name in names:
        if len(line) + len(name) > 94:
            wrapped.append(line)
            line = ""
        line += (" " if line else "") + name
    write(
        "services",
        "  /// The services whose operations are known, with their synopses.\n"
        "  package static let synopses: [String: String] = [\n%s  ]\n\n"
        "  /// Every command of the CLI.\n%s" % (cases, literal("names", "\n".join(wrapped + [line]))))


if __name__ == "__main__":
    main()
