"""What changed between two rulebooks, rule by rule rather than line by line."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from klartecken.core.policy.sentences import shown_definition
from klartecken.core.policy.values import Definition, Rulebook, Text


class Change(StrEnum):
    """What happened to an entry."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a rule or list before and after, as people read it."""

    field: str
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One rule, list or threshold that differs between two versions."""

    section: str
    id: str
    title: Text
    change: Change
    fields: tuple[FieldChange, ...] = ()


def diff(old: Rulebook, new: Rulebook) -> list[EntryChange]:
    """Every rule, definition, presumption, principle and own fact that was added, removed or changed.

    The order of rules means nothing and is not a change.
    """
    sections = (
        ("rules", {each.id: each for each in old.rules}, {each.id: each for each in new.rules}),
        ("definitions", old.definitions, new.definitions),
        ("presume", {each.fact: each for each in old.presumptions}, {each.fact: each for each in new.presumptions}),
        ("principles", {each.id: each for each in old.principles}, {each.id: each for each in new.principles}),
        ("facts", old.facts, new.facts),
        ("linked_policies", old.linked_policies, new.linked_policies),
    )
    return [change for section, before, after in sections for change in _changes(section, before, after)]


def _changes(section: str, before: Mapping[str, object], after: Mapping[str, object]) -> list[EntryChange]:
    found = []
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            found.append(EntryChange(section, name, _title(after[name], name), Change.ADDED))
        elif name not in after:
            found.append(EntryChange(section, name, _title(before[name], name), Change.REMOVED))
        elif before[name] != after[name]:
            changed = _fields(before[name], after[name])
            found.append(EntryChange(section, name, _title(after[name], name), Change.CHANGED, changed))
    return found


def _title(entry: object, name: str) -> Text:
    title = getattr(entry, "title", None) or getattr(entry, "label", None)
    return title if isinstance(title, Text) else Text(name, name)


def _fields(before: object, after: object) -> tuple[FieldChange, ...]:
    if isinstance(before, Definition) and isinstance(after, Definition) and before.value != after.value:
        return (FieldChange("value", shown_definition(before), shown_definition(after)),)
    names = [each.name for each in fields(after)]  # type: ignore[arg-type]
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return tuple(FieldChange(name, _text(was), _text(now)) for name, was, now in pairs if was != now)


def _text(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, Mapping):
        parts = [_text(part) for part in value.values()]
        return Text("; ".join(each.sv for each in parts), "; ".join(each.en for each in parts))
    written = "" if value is None else str(value)
    return Text(written, written)
