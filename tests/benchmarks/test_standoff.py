import json
import re

import pytest
from benchmarks.reading.convert import LABELS, main
from benchmarks.reading.names import placed, spelled
from benchmarks.reading.run import FILES
from benchmarks.reading.standoff import FORMAT, digest, from_standoff, to_standoff

# Invented. The nominative "Павел" stands nowhere, its "ел" in "велел".
TEXT = "Иск Павла Дубова приняли. Суд велел ждать, сообщили в агентстве «Степь». Дубов назвал сумму: около 5 млн тенге."


def at(words: str) -> dict:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


GOLD = {
    "doc": "made", "lang": "ru", "url": None,
    "attributions": [{
        "source": "агентство Степь; Степь", "mention": at("агентстве «Степь»"), "cue": at("сообщили"),
        "kind": "cites", "cited_by": None, "cited_by_probable": None, "scope": None, "acts": [],
    }],
    "quotes": [{
        **at("около 5 млн тенге"), "type": "indirect", "speaker": "Павел Дубов", "speaker_mention": at("Дубов назвал"),
        "cue": at("назвал"), "group": None, "role": None, "org": None, "via": None, "nested_in": None, "channel": None,
    }],
    "people": [{"name": "Павел Дубов", "role": None, "org": "Министерство", "mentions": [at("Павла Дубова")]}],
    "claims": [{
        **at("Дубов назвал сумму: около 5 млн тенге."), "kind": "quantity", "priority": "high",
        "claimant": "Павел Дубов", "note": None, "quantities": [{
            **at("около 5 млн тенге"), "value": 5e6, "high": None, "comparator": "approx", "unit": "тенге",
            "counted": "сумма", "period": None,
        }],
    }],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Дубов", [["Дубов"]]),
        ("Павел Дубов", [["Пав", "ел"], ["Дубов"]]),
        ("агентство", [["агентств", "о"]]),
        ("суд", [["Суд"]]),  # as it stands, in a capital
        ("сумма", [["сумм", "а"]]),
        ("тенг", [["тенг"]]),  # the text has it with an ending, the name has none
    ],
)
def test_a_word_is_its_place_or_those_of_stem_and_ending(name, places):
    words, lost = placed(name, TEXT)
    assert [[TEXT[start:end] for start, end in word] for word in words] == places
    assert lost == 0


def test_a_whole_word_is_looked_for_before_the_beginning_of_another():
    text = "Дубовая роща, Дубов"
    assert placed("Дубов", text)[0] == [[[14, 19]]]


def test_what_stands_nowhere_is_left_out_and_counted():
    assert placed("Росстат Дубов", TEXT) == ([[[73, 78]]], 1)


def test_a_stem_under_three_letters_names_nothing():
    assert placed("Исаев", "Из Аягоза: ев") == ([], 1)


def test_a_name_is_spelled_from_its_places():
    words, _ = placed("Павел Дубов", TEXT)
    assert spelled(words, TEXT) == "Павел Дубов"


def test_gold_comes_back_from_labels_and_text():
    labels, lost = to_standoff(GOLD, TEXT, row=7, layers=("quotes",))
    back = from_standoff(labels, TEXT, doc="made")
    assert back["attributions"] == [{
        "kind": "cites", "mention": at("агентстве «Степь»"), "source": "агентство Степь; Степь",
        "cited_by": None, "cited_by_probable": None,
    }]  # fmt: skip
    assert back["quotes"] == [{"type": "indirect", "speaker": "Павел Дубов"} | at("около 5 млн тенге")]
    assert back["people"] == [{"name": "Павел Дубов", "role": None, "org": None}]
    assert [(q["value"], q["comparator"]) for q in back["claims"][0]["quantities"]] == [(5e6, "approx")]
    assert (lost.words, lost.names) == (1, 1)  # "Министерство" stands nowhere


def test_a_source_without_a_word_in_the_text_is_named_by_its_mention():
    nameless = GOLD | {"attributions": [GOLD["attributions"][0] | {"source": "Reuters"}]}
    labels, lost = to_standoff(nameless, TEXT, row=7, layers=())
    assert from_standoff(labels, TEXT, doc="made")["attributions"][0]["source"] == "агентстве «Степь»"
    assert lost.names == 2


def test_labels_hold_no_letter_of_the_text():
    labels, _ = to_standoff(GOLD, TEXT, row=7, layers=())
    assert json.dumps(labels, ensure_ascii=False).isascii()


def test_labels_of_another_text_are_refused():
    labels, _ = to_standoff(GOLD, TEXT, row=7, layers=())
    with pytest.raises(ValueError, match="made labels a text with sha256"):
        from_standoff(labels, TEXT + " ", doc="made")
    with pytest.raises(ValueError, match="made is anyq/standoff/0"):
        from_standoff(labels | {"format": "anyq/standoff/0"}, TEXT, doc="made")


def test_gold_files_become_label_files_and_only_counts_are_told(tmp_path, monkeypatch, capsys):
    (tmp_path / "gold").mkdir()
    (tmp_path / "labels").mkdir()
    (tmp_path / "gold" / "dev-0007.json").write_text(json.dumps(GOLD), "utf-8")
    (tmp_path / "gold" / "devb-0007.json").write_text(json.dumps(GOLD | {"claims": []}), "utf-8")
    (tmp_path / "texts.jsonl").write_text(json.dumps({"id": 7, "text": TEXT}) + "\n", "utf-8")
    monkeypatch.setattr("benchmarks.reading.convert.LABELS", tmp_path / "labels")
    monkeypatch.setattr("sys.argv", ["convert", str(tmp_path / "gold"), "--texts", str(tmp_path / "texts.jsonl")])
    main()
    kept = json.loads((tmp_path / "labels" / "dev-0007.json").read_text("utf-8"))
    assert (kept["row"], kept["sha256"], "claims" in kept["layers"]) == (7, digest(TEXT), True)
    assert "claims" not in json.loads((tmp_path / "labels" / "devb-0007.json").read_text("utf-8"))["layers"]
    assert capsys.readouterr().out.isascii()


def test_every_file_of_labels_is_in_one_set_and_counted_in_the_table():
    files = [f.name for patterns in FILES.values() for pattern in patterns for f in LABELS.glob(pattern)]
    assert sorted(files) == sorted(f.name for f in LABELS.glob("*.json"))
    rows = [json.loads((LABELS / name).read_text("utf-8"))["row"] for name in files]
    assert len(set(rows)) == len(rows), "a text is labelled twice"
    told = (LABELS / "README.md").read_text("utf-8")
    counted = {part: int(n) for part, n in re.findall(r"^\| `(\w+-\*)` \| (\d+) \|", told, re.MULTILINE)}
    assert counted == {p.removesuffix(".json"): len([*LABELS.glob(p)]) for ps in FILES.values() for p in ps}
    assert told.splitlines()[2].startswith(f"{len(files)} wire and newspaper texts")


@pytest.mark.parametrize("path", sorted(LABELS.glob("*.json")), ids=lambda p: p.stem)
def test_committed_labels_are_places_and_numbers(path):
    labels = json.loads(path.read_text("utf-8"))
    assert labels["format"] == FORMAT
    assert path.stem.split("-")[1] == f"{labels['row']:04}"
    assert len(labels["sha256"]) == 64
    words = set(_strings({k: v for k, v in labels.items() if k not in ("sha256", "format")}))
    assert words <= KINDS, "a label says more than a kind"
    for quote in labels["quotes"]:
        assert 0 <= quote["span"][0] < quote["span"][1]


# every string that a label may hold
KINDS = {
    *("citations", "quotes", "people", "claims"),
    *("cites", "official", "anonymous", "data", "social", "broadcast", "publisher_self", "self_reference"),
    *("source_line", "survey", "document", "own_data", "subject"),
    *("direct", "indirect", "fragment"),
    *("quantity", "comparison", "event", "fact", "plan", "high", "low"),
    *("eq", "approx", "gt", "ge", "lt", "le", "nearly", "range", "change", "growth"),
}


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
