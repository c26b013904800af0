/// The form of an export, as a JSON Schema. A test holds the exports of all collections against it, in which
/// nothing else may stand.
enum ExportSchema {
  static let text = #"""
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "A site of runbookgen, checked",
      "type": "object",
      "properties": {
        "version": {"const": 1},
        "site": {
          "type": "object",
          "properties": {
            "title": {"type": "string"},
            "language": {"type": "string"},
            "address": {"type": "string", "description": "where the wiki is published"}
          },
          "required": ["title", "language"],
          "additionalProperties": false
        },
        "contexts": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {"type": "string"},
              "title": {"type": "string"},
              "user": {"type": "string"},
              "enteredFrom": {"type": "string", "description": "the context that one comes from"},
              "enterCommand": {"type": "string"}
            },
            "required": ["id", "title"],
            "additionalProperties": false
          }
        },
        "environments": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string"},
              "values": {
                "type": "object",
                "additionalProperties": {"type": "string"},
                "description": "by the name of the input"
              }
            },
            "required": ["name", "values"],
            "additionalProperties": false
          }
        },
        "pages": {"type": "array", "items": {"$ref": "#/definitions/page"}},
        "alerts": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string"},
              "pages": {
                "type": "array",
                "items": {"type": "string"},
                "description": "files of the pages that list it"
              }
            },
            "required": ["name", "pages"],
            "additionalProperties": false
          }
        }
      },
      "required": ["version", "site", "contexts", "environments", "pages", "alerts"],
      "additionalProperties": false,
      "definitions": {
        "page": {
          "type": "object",
          "properties": {
            "file": {"type": "string", "description": "from the project folder"},
            "address": {"type": "string", "description": "in the wiki"},
            "title": {"type": "string"},
            "kind": {"enum": ["runbook", "reference", "comparison", "concept"]},
            "lifecycle": {"enum": ["draft", "active", "deprecated"]},
            "inputs": {"type": "array", "items": {"$ref": "#/definitions/input"}},
            "sections": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "anchor": {"type": "string"},
                  "title": {"type": "string"},
                  "level": {"type": "integer", "minimum": 1},
                  "line": {"type": "integer", "minimum": 1}
                },
                "required": ["anchor", "title", "level", "line"],
                "additionalProperties": false
              }
            },
            "steps": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "part": {"enum": ["procedure", "rollback", "other"]},
                  "line": {"type": "integer", "minimum": 1},
                  "blocks": {
                    "type": "array",
                    "items": {"type": "integer", "minimum": 0},
                    "description": "indices into the page's blocks"
                  },
                  "warnings": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "kind": {"enum": ["important", "warning", "caution"]},
                        "text": {"type": "string"}
                      },
                      "required": ["kind", "text"],
                      "additionalProperties": false
                    }
                  },
                  "number": {"type": "integer", "minimum": 1},
                  "title": {"type": "string"},
                  "anchor": {"type": "string"}
                },
                "required": ["part", "line", "blocks", "warnings"],
                "additionalProperties": false
              }
            },
            "blocks": {"type": "array", "items": {"$ref": "#/definitions/block"}},
            "links": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "line": {"type": "integer", "minimum": 1},
                  "text": {"type": "string"},
                  "address": {"type": "string", "description": "as it is written"},
                  "page": {"type": "string", "description": "the file of the page that it leads to"},
                  "anchor": {"type": "string"}
                },
                "required": ["line", "text", "address"],
                "additionalProperties": false
              }
            },
            "summary": {"type": "string"},
            "replacedBy": {"type": "string"},
            "owner": {
              "type": "object",
              "properties": {"team": {"type": "string"}, "contact": {"type": "string"}},
              "required": ["team"],
              "additionalProperties": false
            },
            "reviewed": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "due": {
              "type": "string",
              "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "the day of the next review"
            },
            "severity": {"type": "string"},
            "context": {"type": "string", "description": "where commands run that say nothing else"},
            "alerts": {"type": "array", "items": {"type": "string"}},
            "tags": {"type": "array", "items": {"type": "string"}},
            "audience": {"type": "array", "items": {"type": "string"}},
            "aliases": {"type": "array", "items": {"type": "string"}},
            "sources": {"type": "array", "items": {"type": "string"}},
            "environments": {"type": "array", "items": {"type": "string"}},
            "permissions": {"type": "array", "items": {"type": "string"}},
            "prerequisites": {"type": "array", "items": {"type": "string"}},
            "appliesTo": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {"product": {"type": "string"}, "versions": {"type": "string"}},
                "required": ["product"],
                "additionalProperties": false
              }
            }
          },
          "required": [
            "file",
            "address",
            "title",
            "kind",
            "lifecycle",
            "inputs",
            "sections",
            "steps",
            "blocks",
            "links"
          ],
          "additionalProperties": false
        },
        "input": {
          "type": "object",
          "properties": {
            "name": {"type": "string"},
            "type": {
              "enum": [
                "string",
                "integer",
                "enum",
                "duration",
                "ip",
                "path",
                "k8s-name",
                "aws-region",
                "instance-id"
              ]
            },
            "secret": {"type": "boolean"},
            "pattern": {"type": "string"},
            "example": {"type": "string"},
            "description": {"type": "string"},
            "from": {"type": "string", "description": "step:NAME of the step that shows the value"},
            "choices": {"type": "array", "items": {"type": "string"}}
          },
          "required": ["name", "type", "secret"],
          "additionalProperties": false
        },
        "block": {
          "type": "object",
          "description": "A code block; commands and values are there where a shell reads it.",
          "properties": {
            "line": {"type": "integer", "minimum": 1},
            "language": {"type": "string"},
            "text": {"type": "string"},
            "step": {"type": "string"},
            "expected": {"type": "string"},
            "context": {"type": "string"},
            "effect": {"enum": ["read", "write", "destructive"]},
            "confirm": {"type": "boolean", "description": "whether a person has to confirm it"},
            "commands": {"type": "array", "items": {"$ref": "#/definitions/command"}},
            "values": {"type": "array", "items": {"$ref": "#/definitions/value"}}
          },
          "required": ["line", "language", "text"],
          "additionalProperties": false
        },
        "command": {
          "type": "object",
          "properties": {
            "line": {"type": "integer", "minimum": 1},
            "text": {"type": "string", "description": "in one way of writing"},
            "nested": {"type": "boolean", "description": "whether another command runs it"},
            "elsewhere": {
              "type": "boolean",
              "description": "whether it runs in a place of its own: a pod, another machine"
            },
            "coverage": {
              "enum": ["validated", "known", "unknown", "opaque"],
              "description": "how far its program's schema could judge it"
            },
            "program": {"type": "string"},
            "verbs": {"type": "array", "items": {"type": "string"}},
            "effect": {"enum": ["read", "write", "destructive"]},
            "context": {"type": "string"}
          },
          "required": ["line", "text", "nested", "elsewhere", "coverage"],
          "additionalProperties": false
        },
        "value": {
          "type": "object",
          "description": "The place of a value in a block.",
          "properties": {
            "name": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "quoting": {
              "type": "array",
              "items": {
                "enum": [
                  "bare",
                  "quoted",
                  "single",
                  "double",
                  "ansi",
                  "heredoc",
                  "text",
                  "backtick",
                  "backtick-double"
                ]
              },
              "description": "what the value has to be quoted for, the innermost first"
            },
            "limit": {
              "type": "object",
              "description": "what the value has to be where no quoting holds",
              "properties": {
                "kind": {"enum": ["word", "code", "name", "digits", "chosen", "nothing"]},
                "excluded": {"type": "string", "description": "characters that may not occur"},
                "reason": {"type": "string"}
              },
              "required": ["kind", "excluded", "reason"],
              "additionalProperties": false
            }
          },
          "required": ["name", "line", "quoting"],
          "additionalProperties": false
        }
      }
    }

    """#
}
