"""What is written from a rulebook: the document, the schema for editors, and the difference between versions."""

import json
from pathlib import Path

import pytest
import yaml

from klartecken.core.policy import (
    FACTS,
    Change,
    EntryChange,
    FieldChange,
    Rulebook,
    Text,
    as_markdown,
    default_rulebook,
    diff,
    json_schema,
    load_rulebook,
)
from klartecken.core.policy.markdown import Language, facts_table
from klartecken.core.policy.rules import RULE_EXTRAS, RULE_FIELDS
from klartecken.core.policy.sections import RULEBOOK_EXTRAS, RULEBOOK_FIELDS
from tests.core.policy.cases import DEFAULT

DOCS = Path(__file__).parents[3] / "docs"


def edited(old: str, new: str) -> Rulebook:
    text = default_rulebook()
    assert old in text
    return load_rulebook(text.replace(old, new), "edited")


def test_the_policy_document_is_written_from_the_rulebook() -> None:
    first, _, rest = (DOCS / "policy.md").read_text(encoding="utf-8").partition("\n\n")

    assert first.startswith("<!--")
    assert rest == as_markdown(DEFAULT, "en")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_document_tells_every_rule_list_and_principle(language: Language) -> None:
    text = as_markdown(DEFAULT, language)

    titles = [each.title for each in DEFAULT.rules]
    titles += [each.title for each in DEFAULT.definitions.values()]
    titles += [each.title for each in DEFAULT.principles]
    assert [title for title in titles if (title.sv if language == "sv" else title.en) not in text] == []
    assert "{" not in text


def test_a_changed_threshold_is_told_as_people_read_it() -> None:
    (found,) = diff(DEFAULT, edited("    value: 0.25", "    value: 0.1"))

    assert found == EntryChange(
        "definitions",
        "ownership_threshold",
        Text("Andel från vilken ägande vägs", "Share from which ownership is weighed"),
        Change.CHANGED,
        (FieldChange("value", Text("25 %", "25 %"), Text("10 %", "10 %")),),
    )


def test_a_changed_effect_names_the_rule_and_both_effects() -> None:
    book = yaml.safe_load(default_rulebook())
    rule = next(each for each in book["rules"] if each["id"] == "ownership")
    rule["effect"] = "against"

    (found,) = diff(DEFAULT, load_rulebook(yaml.safe_dump(book, allow_unicode=True), "edited"))

    assert (found.section, found.id, found.change) == ("rules", "ownership", Change.CHANGED)
    assert found.fields == (FieldChange("effect", Text("weigh", "weigh"), Text("against", "against")),)


def test_added_and_removed_rules_are_told_as_such() -> None:
    book = yaml.safe_load(default_rulebook())
    removed = book["rules"].pop()
    shorter = load_rulebook(yaml.safe_dump(book, allow_unicode=True), "shorter")

    assert [(each.id, each.change) for each in diff(DEFAULT, shorter)] == [(removed["id"], Change.REMOVED)]
    assert [(each.id, each.change) for each in diff(shorter, DEFAULT)] == [(removed["id"], Change.ADDED)]


def test_the_order_of_rules_and_the_writing_of_the_text_are_no_change() -> None:
    book = yaml.safe_load(default_rulebook())
    book["rules"].reverse()

    assert diff(DEFAULT, load_rulebook(yaml.safe_dump(book, allow_unicode=True), "turned")) == []


def test_a_list_with_a_new_entry_shows_the_list_before_and_after() -> None:
    (found,) = diff(DEFAULT, edited("      RU: {sv: Ryssland, en: Russia}", "      IR: {sv: Iran, en: Iran}"))

    (changed,) = found.fields
    assert (changed.before.sv, changed.after.sv) == ("Kina och Ryssland", "Kina och Iran")


def test_the_guide_to_rulebooks_holds_every_published_fact() -> None:
    assert (DOCS / "writing-a-rulebook.md").read_text(encoding="utf-8").endswith(facts_table(FACTS, "en"))


def test_the_schema_that_editors_read_is_the_programs_own() -> None:
    assert json.loads((DOCS / "rulebook.schema.json").read_text(encoding="utf-8")) == json_schema()


def test_the_schema_knows_the_same_fields_as_the_loader() -> None:
    schema = json_schema()
    rule = schema["properties"]["rules"]["items"]

    assert set(schema["properties"]) == {*RULEBOOK_FIELDS, *RULEBOOK_EXTRAS}
    assert schema["required"] == list(RULEBOOK_FIELDS)
    assert set(rule["properties"]) == {*RULE_FIELDS, *RULE_EXTRAS}
    assert rule["required"] == list(RULE_FIELDS)
    assert schema["additionalProperties"] is False
