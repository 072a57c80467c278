"""A person corrects a reading: what was said is kept, and holds at every later reading."""

from typing import Any

import msgspec

from anyq.desk.bodies import name_of
from anyq.desk.intake import read_input
from anyq.desk.ports import Outside
from anyq.desk.result import Result
from anyq.errors import RecordError, SettingsError
from anyq.records import Amendment, Quote, Reading, Refused, Seen, Span, Summary, decode_amendment, decode_reading
from anyq.records.amendment import Action, amend_quote, apply_amendments

LEAST_STEM = 3  # letters that two words must share to be taken for one name in two cases
MOST_ENDING = 2


def amend(
    outside: Outside,
    reading: Reading,
    quote: str,
    action: Action,
    *,
    by: str,
    value: str | Span | None = None,
) -> Result:
    """Keep what ``by`` says of the quote with id ``quote``; the Reading as it then stands.

    ``value``: for ``speaker`` the id, name or surname of a person of the text, or the name of an institution;
    for ``span`` the new Span.

    Raises:
        SettingsError: no such quote, no such person, a span outside the text.
        StoreError: it could not be kept.
    """
    target = _quote(reading, quote)
    name = _name(reading, value) if isinstance(value, str) else None
    try:
        amendment = amend_quote(
            reading,
            target,
            action,
            seen=Seen(by, outside.moment()),
            speaker_name=name,
            span=value if isinstance(value, Span) else None,
        )
    except ValueError as e:
        raise SettingsError(f"{quote} cannot be amended: {e}", cure="see: anyq amend --help") from e
    outside.store.add_amendments([amendment])
    return Result(apply_amendments(reading, [amendment]))


def import_amendments(outside: Outside, data: bytes) -> Summary:
    """Keep the amendments of a file that the page saved: a JSON array, or one a line.

    Those that are kept already are counted as known; those that are no amendments are refused by name.

    Raises:
        RecordError: not JSON.
        StoreError: they could not be kept.
    """
    good: list[Amendment] = []
    refused: list[Refused] = []
    for number, row in enumerate(_rows(data), 1):
        try:
            good.append(decode_amendment(row))
        except RecordError as e:
            refused.append(Refused(str(number), str(e)))
    kept = outside.store.add_amendments(good)
    return Summary(added=kept.added, known=kept.known, refused=tuple(refused))


def reading_at(outside: Outside, source: str, data: bytes | None) -> Reading:
    """The Reading that ``source`` holds as JSON (``data`` are its bytes), else the Reading of that input.

    Raises:
        AnyqError: neither.
    """
    if data is not None and data.lstrip()[:1] == b"{":
        try:
            return decode_reading(data)
        except RecordError as e:
            raise RecordError(f"{name_of(source)}: {e.found}", expected=e.expected, cure=e.cure) from e
    return read_input(outside, source).reading


def _rows(data: bytes) -> list[bytes]:
    if data.lstrip()[:1] != b"[":
        return [line for line in data.splitlines() if line.strip()]
    try:
        rows: list[Any] = msgspec.json.decode(data, type=list[Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise RecordError(f"not a file of amendments: {e}", expected="what the page saved") from e
    return [msgspec.json.encode(row) for row in rows]


def _quote(reading: Reading, quote: str) -> Quote:
    for q in reading.quotes:
        if q.id == quote:
            return q
    ids = ", ".join(q.id for q in reading.quotes)
    raise SettingsError(
        f"no quote {quote} in {reading.input}",
        expected=f"one of {ids}" if ids else "a reading with quotes",
        cure="see the ids with: anyq read",
    )


def _name(reading: Reading, value: str) -> str:
    """The full name that ``value`` stands for: the id of a person, or words of one name only."""
    for person in reading.people:
        if value in (person.id, person.name):
            return person.name
    words = set(value.split())
    bearers = [p.name for p in reading.people if words <= set(p.name.split())]
    if len(bearers) > 1:
        raise SettingsError(f"{value!r} is more than one person", expected="one of " + ", ".join(bearers))
    ids = ", ".join(f"{p.id} {p.name}" for p in reading.people)
    if not bearers and value[:1] == "p" and value[1:].isdigit():
        raise SettingsError(f"no person {value}", expected=f"one of {ids}" if ids else "a name")
    meant = [p for p in reading.people if not bearers and _almost(words, set(p.name.split()))]
    if meant:  # a slip or another case must not become a name that a person has "seen"
        ids = ", ".join(f"{p.id} {p.name}" for p in meant)
        raise SettingsError(f"{value!r} is almost {meant[0].name}", expected=f"one of {ids}", cure="give the id")
    return bearers[0] if bearers else value


def _almost(said: set[str], name: set[str]) -> bool:
    """True if words that the name does not have differ from some of its own in their last letters alone."""
    strange = said - name
    return bool(strange) and all(any(_alike(w.lower(), n.lower()) for n in name) for w in strange)


def _alike(one: str, other: str) -> bool:
    stem = min(len(one), len(other)) - 1
    return stem >= LEAST_STEM and one[:stem] == other[:stem] and abs(len(one) - len(other)) <= MOST_ENDING
