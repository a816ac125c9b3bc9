"""The JSON Schema of a rulebook, for editors that check while one writes."""

from typing import Any

from klartecken.core.journey.states import Effect
from klartecken.core.policy import rules, sections
from klartecken.core.policy.expressions import VARIABLE
from klartecken.core.policy.values import Answer, Due

Schema = dict[str, Any]

TEXT: Schema = {"$ref": "#/$defs/text"}
WORDS: Schema = {"type": "string", "minLength": 1}
ANY_WORDS: Schema = {"type": ["string", "number", "boolean"]}
DATE: Schema = {"type": "string", "format": "date"}


def json_schema() -> Schema:
    """A schema (draft 2020-12) of a rulebook's fields; its expressions are checked by compiling."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Klartecken rulebook",
        "$defs": {"text": _object({"sv": WORDS, "en": WORDS}, ("sv", "en"))},
        **_object(
            {
                "title": TEXT,
                "why": TEXT,
                "in_force_from": DATE,
                "in_force_until": DATE,
                "facts": _named(_fact()),
                "definitions": _named(_definition()),
                "presume": _list(_presumption()),
                "principles": _list(
                    _object({"id": _id(), "clause": WORDS, "title": TEXT, "text": TEXT}, sections.PRINCIPLE_FIELDS)
                ),
                "linked_policies": _list(_object({"id": _id(), "title": TEXT}, sections.LINKED_POLICY_FIELDS)),
                "rules": _list(_rule()),
            },
            sections.RULEBOOK_FIELDS,
        ),
    }


def _rule() -> Schema:
    fields: Schema = {
        "id": _id(),
        "clause": WORDS,
        "effect": {"enum": [str(each) for each in Effect]},
        "due": {"enum": [str(each) for each in Due]},
        "applies_when": ANY_WORDS,
        "holds_when": ANY_WORDS,
        "question": _named(TEXT),
        "policy": WORDS,
        "source": WORDS,
    }
    told = ("title", "why", "says", "changed_by", "evidence")
    return _object({**fields, **dict.fromkeys(told, TEXT)}, rules.RULE_FIELDS)


def _fact() -> Schema:
    answers = {"enum": [str(each) for each in Answer]}
    return _object({"answer": answers, "label": TEXT, "question": TEXT, "choices": _named(TEXT)}, sections.FACT_FIELDS)


def _definition() -> Schema:
    values: Schema = {"oneOf": [_list(ANY_WORDS), _named(TEXT, any_name=True)]}
    of = {"enum": list(sections.LIST_KINDS)}
    fields: Schema = {"title": TEXT, "of": of, "values": values, "value": {"type": "number"}, "source": WORDS}
    return _object(fields, sections.DEFINITION_FIELDS)


def _presumption() -> Schema:
    return _object({"fact": WORDS, "value": {}, "why": TEXT, "unless": WORDS}, sections.PRESUMPTION_FIELDS)


def _id() -> Schema:
    return {"type": "string", "pattern": f"^{sections.IDENTIFIER.pattern}$"}


def _object(properties: Schema, required: tuple[str, ...]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _named(item: Schema, *, any_name: bool = False) -> Schema:
    names: Schema = {} if any_name else {"propertyNames": {"pattern": f"^{VARIABLE.pattern}$"}}
    return {"type": "object", "additionalProperties": item, **names}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}
