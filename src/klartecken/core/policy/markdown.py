"""A rulebook as a document that people read, in Swedish or English."""

from collections.abc import Iterator, Mapping
from typing import Literal

from klartecken.core.journey.states import Effect
from klartecken.core.policy.sentences import filled, shown_definition
from klartecken.core.policy.values import NO_TEXT, Definition, Due, Fact, Rule, Rulebook, Text

Language = Literal["sv", "en"]

EFFECTS = {
    Effect.HARD_STOP: Text(
        "Lagen stoppar uppdraget; ingen kan gå förbi.", "The law stops the assignment; nobody can override it."
    ),
    Effect.AGAINST: Text(
        "Talar emot; vd kan åsidosätta det med skäl.",
        "A presumption against, which the CEO may set aside with reasons.",
    ),
    Effect.WEIGH: Text("Vd väger det, med skäl.", "The CEO weighs it, with reasons."),
    Effect.CONSULT: Text("Berörda uppdragsgivare tillfrågas först.", "The clients affected are consulted first."),
    Effect.REQUIRE: Text("Ett villkor som ska vara uppfyllt.", "A condition to be met."),
    Effect.MENTION: Text("Berättas för kollegorna.", "Told to colleagues."),
}
TIMES = {
    Due.BEFORE_QUOTE: Text("Senast före offerten.", "At latest before the quote."),
    Due.BEFORE_START: Text("Senast före starten.", "At latest before the start."),
    Due.BEFORE_PUBLICATION: Text("Senast före publiceringen.", "At latest before publication."),
}
HEADINGS = {
    "from": Text("Gäller från", "In force from"),
    "kept": Text("Det programmet självt ser till", "What the program itself keeps"),
    "rules": Text("Reglerna", "The rules"),
    "lists": Text("Listor och gränser", "Lists and thresholds"),
    "presumed": Text("Det vi utgår från", "What is presumed"),
    "applies": Text("Gäller när", "Applies when"),
    "holds": Text("Uppfyllt när", "Met when"),
    "effect": Text("Annars", "Otherwise"),
    "evidence": Text("Underlag", "Evidence"),
    "source": Text("Källa", "Source"),
    "questions": Text("Frågor", "Questions"),
    "linked": Text("Se även", "See also"),
    "nothing": Text("(tom)", "(empty)"),
}


def as_markdown(rulebook: Rulebook, language: Language = "sv") -> str:
    """The whole rulebook as Markdown: principles, rules by clause, lists and presumptions."""
    return "\n".join(_lines(rulebook, language)).strip() + "\n"


def facts_table(facts: Mapping[str, Fact], language: Language = "sv") -> str:
    """The schema of facts as a Markdown table: name, type, whether people are asked, and the question."""
    rows = ["| fact | type | from | question or meaning |", "|---|---|---|---|"]
    for fact in facts.values():
        question = _told(fact.question if fact.question != NO_TEXT else fact.label, language)
        answers = f" ({', '.join(f'`{each}`' for each in fact.choices)})" if fact.choices else ""
        rows.append(f"| `{fact.name}` | `{fact.type}` | {fact.origin} | {question}{answers} |")
    return "\n".join(rows) + "\n"


def _lines(rulebook: Rulebook, language: Language) -> Iterator[str]:
    yield f"# {_told(rulebook.title, language)}\n"
    yield f"{_told(rulebook.why, language)}\n"
    yield f"*{_told(HEADINGS['from'], language)} {rulebook.in_force_from.isoformat()}.*\n"
    if rulebook.principles:
        yield f"## {_told(HEADINGS['kept'], language)}\n"
        for principle in rulebook.principles:
            title, text = _told(principle.title, language), _told(principle.text, language)
            yield f"- **{title}** ({principle.clause}). {text}"
        yield ""
    yield f"## {_told(HEADINGS['rules'], language)}\n"
    for rule in rulebook.rules:
        yield from _rule(rule, rulebook, language)
    yield from _appendix(rulebook, language)


def _appendix(rulebook: Rulebook, language: Language) -> Iterator[str]:
    """What the rules refer to: lists, thresholds and presumptions."""
    yield f"## {_told(HEADINGS['lists'], language)}\n"
    for definition in rulebook.definitions.values():
        title, content = _told(definition.title, language), _content(definition, language)
        yield f"- **{title}** (`{definition.name}`): {content}."
        if definition.source:
            yield f"  {_told(HEADINGS['source'], language)}: {definition.source}."
    if rulebook.presumptions:
        yield f"\n## {_told(HEADINGS['presumed'], language)}\n"
        for presumption in rulebook.presumptions:
            label = _told(rulebook.facts[presumption.fact].label, language)
            yield f"- **{label}**: {_told(presumption.why, language)}"


def _told(text: Text, language: Language) -> str:
    return text.sv if language == "sv" else text.en


def _rule(rule: Rule, rulebook: Rulebook, language: Language) -> Iterator[str]:
    def told(text: Text) -> str:
        return _told(text, language)

    known = {name: shown_definition(each) for name, each in rulebook.definitions.items()}
    yield f"### {told(rule.title)} ({rule.clause})\n"
    yield f"{told(filled(rule.why, known))}\n"
    due = f" {told(TIMES[rule.due])}" if rule.due else ""
    yield f"- {told(HEADINGS['effect'])}: {told(EFFECTS[rule.effect])}{due}"
    if rule.applies_when != "true":
        yield f"- {told(HEADINGS['applies'])}: `{_one_line(rule.applies_when)}`"
    yield f"- {told(HEADINGS['holds'])}: `{_one_line(rule.holds_when)}`"
    questions = _questions(rule, rulebook, language)
    if questions:
        yield f"- {told(HEADINGS['questions'])}: {' '.join(questions)}"
    if rule.evidence != NO_TEXT:
        yield f"- {told(HEADINGS['evidence'])}: {told(rule.evidence)}"
    if rule.policy:
        yield f"- {told(HEADINGS['linked'])}: {told(rulebook.linked_policies[rule.policy].title)}"
    if rule.source:
        yield f"- {told(HEADINGS['source'])}: {rule.source}"
    yield ""


def _questions(rule: Rule, rulebook: Rulebook, language: Language) -> list[str]:
    names = sorted(rulebook.compiled.rules[rule.id].facts)
    texts = [rule.questions.get(name, rulebook.facts[name].question) for name in names]
    return [_told(text, language) for text in texts if text != NO_TEXT]


def _content(definition: Definition, language: Language) -> str:
    """A threshold, or the entries of a list with their codes."""
    if isinstance(definition.value, float):
        return _told(shown_definition(definition), language)
    codes: dict[str, list[str]] = {}
    for code in definition.value:
        label = definition.labels.get(code)
        codes.setdefault("" if label is None else _told(label, language), []).append(code)
    entries = [f"{label} ({', '.join(each)})" if label else ", ".join(each) for label, each in codes.items()]
    return "; ".join(entries) or _told(HEADINGS["nothing"], language)


def _one_line(expression: str) -> str:
    return " ".join(expression.split())
