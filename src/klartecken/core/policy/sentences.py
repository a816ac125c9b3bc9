"""Words for people: facts shown in Swedish and English, and texts with the facts filled in."""

import string
from collections.abc import Mapping, Sequence

from klartecken.core.countries import COUNTRY_NAMES
from klartecken.core.policy.values import Definition, Fact, FactType, Plain, Rulebook, Text
from klartecken.core.sectors import covers

YES_NO = {True: Text("ja", "yes"), False: Text("nej", "no")}
UNKNOWN = Text("okänt", "unknown")
NOT_STATED = Text("inte angivet", "not stated")
COUNTRY_LABELS = {code: Text(sv, en) for code, (sv, en) in COUNTRY_NAMES.items()}


def shown(value: Plain, fact: Fact, labels: Mapping[str, Text]) -> Text:
    """The value of a fact as a person reads it."""
    if isinstance(value, bool):
        return YES_NO[value]
    if value == "":
        return NOT_STATED
    if isinstance(value, str):
        return fact.choices.get(value) or _labelled(value, labels)
    if isinstance(value, int | float):
        return share(value) if fact.is_share else number(value)
    if isinstance(value, Mapping):
        return _listed([_with_share(code, part, labels) for code, part in _largest(value)])
    return _listed([fact.choices.get(code) or _labelled(code, labels) for code in value])


def share(value: float) -> Text:
    """A fraction of one as a percentage: 78,7 % and 78.7 %."""
    written = f"{value * 100:.1f}".removesuffix(".0")
    return Text(f"{written.replace('.', ',')} %", f"{written} %")


def number(value: float) -> Text:
    """A number without needless decimals."""
    written = f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"  # noqa: PLR2004 - beyond this %g writes exponents
    return Text(written.replace(".", ","), written)


def _largest(shares: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))


def _with_share(code: str, part: float, labels: Mapping[str, Text]) -> Text:
    name, written = _labelled(code, labels), share(part)
    return Text(f"{name.sv} {written.sv}", f"{name.en} {written.en}")


def _labelled(code: str, labels: Mapping[str, Text]) -> Text:
    """What a code means; an industry code below a listed one is told with both."""
    if code in labels:
        return labels[code]
    wider = max((each for each in labels if ":" in each and covers([each], [code])), key=len, default=None)
    if wider is None:
        return Text(code, code)
    return Text(f"{labels[wider].sv} ({code})", f"{labels[wider].en} ({code})")


def _listed(texts: Sequence[Text]) -> Text:
    if not texts:
        return Text("inga", "none")
    return Text(joined([text.sv for text in texts], "och"), joined([text.en for text in texts], "and"))


def joined(words: Sequence[str], conjunction: str) -> str:
    """Words as a list in running text: a, b och c."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no conjunction
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def labels_of(rulebook: Rulebook) -> dict[str, Text]:
    """What the codes in the rulebook's lists mean, and what countries are called."""
    labels = dict(COUNTRY_LABELS)
    for definition in rulebook.definitions.values():
        labels.update(definition.labels)
    return labels


def filled(text: Text, facts: Mapping[str, Text]) -> Text:
    """The text with each {fact} replaced by its words; a fact that is not known is called so."""
    return Text(
        _Filling({name: each.sv for name, each in facts.items()}, UNKNOWN.sv).vformat(text.sv, (), {}),
        _Filling({name: each.en for name, each in facts.items()}, UNKNOWN.en).vformat(text.en, (), {}),
    )


class _Filling(string.Formatter):
    def __init__(self, words: Mapping[str, str], otherwise: str) -> None:
        self.words = words
        self.otherwise = otherwise

    def get_value(self, key: int | str, args: object, kwargs: object) -> str:  # noqa: ARG002 - the signature is Formatter's
        return self.words.get(str(key), self.otherwise)


def shown_definition(definition: Definition) -> Text:
    """A list or threshold as a person reads it."""
    if isinstance(definition.value, float):
        return share(definition.value) if 0 < definition.value < 1 else number(definition.value)
    return _listed(list(dict.fromkeys(_labelled(code, definition.labels) for code in definition.value)))


def plain_value(value: Plain, kind: FactType) -> object:
    """The value as CEL takes it."""
    if kind is FactType.STRINGS and not isinstance(value, bool | int | float | str | Mapping):
        return list(value)
    if kind is FactType.DOUBLE and isinstance(value, int | float):
        return float(value)
    return dict(value) if isinstance(value, Mapping) else value
