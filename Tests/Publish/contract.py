"""Holds what was asked and answered against the shapes, and against Atlassian's own description of the
second version where a copy of it lies beside the repository."""

from __future__ import annotations

import functools
import json
import pathlib
import re

import jsonschema

import shapes

ROOT = pathlib.Path(__file__).parents[2]
COPY = "shared/tools/confluence-fake/openapi-v2.json"


def hold(confluence):
    operations = shapes.CLOUD if confluence.product == "cloud" else shapes.DATA_CENTER
    for exchange in confluence.log:
        request = exchange.request
        path = request.path.removeprefix(confluence.context)
        key = next((key for key in operations if key[0] == request.method and fits(key[1], path)), None)
        assert key, f"{request.method} {path} is in no table"
        sent, read = operations[key]
        if sent is None:
            assert not request.body or "multipart" in request.headers["content-type"], key
        elif exchange.status < 400:
            assert request.headers["content-type"] == "application/json", key
            validator(key, confluence.product, 0).validate(json.loads(request.body))
        if exchange.status >= 400:
            continue
        if read is None:
            assert exchange.answer is None, key
        else:
            validator(key, confluence.product, 1).validate(exchange.answer)


@functools.cache
def validator(key: tuple[str, str], product: str, side: int) -> jsonschema.Draft202012Validator:
    """Of what is sent (0) or read (1)."""
    operations = shapes.CLOUD if product == "cloud" else shapes.DATA_CENTER
    return jsonschema.Draft202012Validator(operations[key][side])


@functools.cache
def pattern(path: str) -> re.Pattern:
    return re.compile(re.sub(r"\{[\w-]+\}", "[^/]+", path) + "$")


def fits(template: str, path: str) -> bool:
    return bool(pattern(template).match(path))


def place() -> pathlib.Path | None:
    """Atlassian's description; None where nobody has put a copy."""
    for folder in ROOT.parents:
        if (folder / COPY).is_file():
            return folder / COPY
    return None


class Description:
    """OpenAPI 3.0 as far as JSON Schema can say it."""

    def __init__(self, document: dict):
        self.paths = document["paths"]
        self.document = translated(document)

    def operation(self, method: str, path: str) -> dict:
        found = [template for template in self.paths if fits(template, path)]
        # A path without variables is meant before one with them.
        assert found, f"{path} is not described"
        template = min(found, key=lambda template: template.count("{"))
        assert method.lower() in self.document["paths"][template], f"{method} {template} is not described"
        return self.document["paths"][template][method.lower()]

    def resolve(self, node: dict) -> dict:
        while "$ref" in node:
            target = self.document
            for name in node["$ref"].removeprefix("#/").split("/"):
                target = target[name]
            node = target
        return node

    def validate(self, value, schema: dict):
        jsonschema.validate(value, {"components": self.document["components"], "allOf": [schema]})

    def hold(self, exchange, path: str):
        request = exchange.request
        operation = self.operation(request.method, path)
        parameters = [self.resolve(one) for one in operation.get("parameters", [])]
        known = {one["name"]: one for one in parameters if one["in"] == "query"}
        for name, values in request.query.items():
            assert name in known, f"{request.method} {path} has no parameter {name}"
            schema = self.resolve(known[name].get("schema", {}))
            for value in values:
                self.validate(typed(value, schema), self.resolve(schema.get("items", schema)))
        if "requestBody" in operation:
            body = self.resolve(operation["requestBody"])
            self.validate(json.loads(request.body), body["content"]["application/json"]["schema"])
        else:
            assert not request.body
        answers = operation["responses"]
        assert str(exchange.status) in answers, f"{request.method} {path} never answers {exchange.status}"
        content = self.resolve(answers[str(exchange.status)]).get("content", {})
        if exchange.status < 300 and "application/json" in content:
            self.validate(exchange.answer, content["application/json"]["schema"])


def typed(value: str, schema: dict):
    kind = schema.get("items", schema).get("type")
    return int(value) if kind == "integer" else value


def translated(node):
    """`nullable` is no word of JSON Schema, and where several forms of a body fit the description means any."""
    if isinstance(node, list):
        return [translated(one) for one in node]
    if not isinstance(node, dict):
        return node
    node = {("anyOf" if name == "oneOf" else name): translated(value) for name, value in node.items()}
    if node.pop("nullable", False) is True and isinstance(node.get("type"), str):
        node["type"] = [node["type"], "null"]
    return node
