"""`adf.json` is held against Atlassian's own JSON schema: full.json of @atlaskit/adf-schema, which the
package adf-bridge carries unmodified."""

from __future__ import annotations

import importlib.resources
import json

import jsonschema
import pytest


def types(schema: dict, root: dict) -> set[str] | None:
    """The node types that a definition can be of; None when it does not say."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name not in KNOWN:
            KNOWN[name] = types(root["definitions"][name], root)
        return KNOWN[name]
    if "enum" in schema.get("properties", {}).get("type", {}):
        return set(schema["properties"]["type"]["enum"])
    for part in schema.get("allOf", []):
        if found := types(part, root):
            return found
    return None


KNOWN: dict[str, set[str] | None] = {}


def any_of(validator, choices, instance, schema):
    """`anyOf` without the choices that are of another node type: each of them would walk the whole
    subtree before it fails, and so the time would grow with a power of the depth."""
    if isinstance(instance, dict) and "type" in instance:
        kind = instance["type"]
        choices = [
            choice for choice in choices if kind in (types(choice, validator.full) or {kind})
        ]
    best = None
    for index, choice in enumerate(choices):
        errors = list(validator.descend(instance, choice, schema_path=index))
        if not errors:
            return
        best = errors if best is None or len(errors) < len(best) else best
    if best:
        yield from best
    else:
        yield jsonschema.ValidationError(f"nothing of this type may stand here: {instance!r:.200}")


@pytest.fixture(scope="session")
def validator():
    path = importlib.resources.files("adf_bridge") / "data" / "adf-schema.json"
    schema = json.loads(path.read_text())
    pruning = jsonschema.validators.extend(jsonschema.Draft4Validator, {"anyOf": any_of})
    pruning.full = schema
    return pruning(schema)


def test_the_file_is_valid(page, validator):
    assert [error.message[:300] for error in validator.iter_errors(page.adf)] == []


def paragraph(text):
    return {"type": "paragraph", "content": [{"type": "text", "text": text}]}


@pytest.mark.parametrize("node", [
    {"type": "panel", "attrs": {"panelType": "info"}, "content": [{"type": "blockquote", "content": [paragraph("a")]}]},
    {"type": "paragraph", "content": [{"type": "text", "text": ""}]},
    {"type": "status", "attrs": {"text": "a", "color": "pink"}},
    {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "rule"}]}]},
], ids=lambda node: node["type"])
def test_the_schema_refuses_what_is_wrong(node, validator):
    assert not validator.is_valid({"version": 1, "type": "doc", "content": [node]})


def test_a_page_has_the_same_ids_in_every_build(page):
    ids = [
        found["attrs"]["localId"]
        for found in nodes(page.adf)
        if "localId" in (found.get("attrs") or {})
    ]
    assert len(set(ids)) == len(ids)
    assert all(part.isdigit() for part in (name.rpartition("-")[2] for name in ids))


def nodes(node):
    yield node
    for child in node.get("content") or []:
        yield from nodes(child)
