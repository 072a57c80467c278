"""A rich reading made by hand on an invented article; every kind of mark, every overlap that occurs in life."""

from dataclasses import replace
from pathlib import Path

from anyq.records import (
    Citation,
    Claim,
    Document,
    Finding,
    Link,
    Person,
    Quantity,
    Quote,
    Reading,
    Reason,
    Seen,
    Span,
)
from anyq.records.document import document_id, text_sha256

TITLE = "Степной водопровод подорожал на треть: что сказали в Акжаре"
TEXT = Path(__file__).with_name("vodoprovod.txt").read_text("utf-8")
EDITOR = Seen("Редактор дежурной смены", "2025-03-18T09:20:00+05:00")


def at(words: str, n: int = 1) -> Span:
    """The place of the n-th occurrence of ``words``."""
    start = -1
    for _ in range(n):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _first(span: Span, chars: int) -> Span:
    return Span(span.start, span.start + chars)


def _last(span: Span, chars: int) -> Span:
    return Span(span.end - chars, span.end)


def sample_document() -> Document:
    url, outlet = "https://news.example/akzhar/vodoprovod?from=main&id=17", "Полуденный вестник"
    return Document(
        id=document_id(TEXT, url=url, outlet=outlet),
        lang="ru",
        url=url,
        outlet=outlet,
        title=TITLE,
        authors=("Дина Рахимова",),
        published_at="2025-03-17T14:05:00+05:00",
        text=TEXT,
        text_sha256=text_sha256(TEXT),
        links=(Link(*_ends(at("агентство «Өріс»")), "https://oris.example/12"),),
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _people() -> tuple[Person, ...]:
    return (
        Person(
            "p1",
            "Асель Омарова",
            "руководитель управления коммунального хозяйства",
            "управление коммунального хозяйства",
            (at("Асель Омарова"), at("Омарова", 2)),
        ),
        Person("p2", "Тимур Сейтказин", "заместитель акима области", "акимат области", (at("Тимура Сейтказина"),)),
        Person(
            "p3",
            "Лидия Паршина",
            "директор Института водных проблем",
            "Институт водных проблем",
            (at("Лидия Паршина"), at("Паршина", 2)),
        ),
        Person("p4", "Ерлан Досов", "аким района", None, (at("Ерлан Досов"), at("Досов", 2))),
        Person("p5", "Марина Котова", "представитель подрядчика", None, (at("Марина Котова"),)),
    )


def _citations() -> tuple[Citation, ...]:
    return (
        Citation("s1", "Полуденный вестник", at("«Полуденный вестник»"), at("сообщает"), "publisher_self"),
        Citation(
            "s2",
            "источник в акимате области",
            at("источник в акимате области"),
            at("со ссылкой на"),
            "anonymous",
            cited_by="Полуденный вестник",
        ),
        Citation(
            "s3", "агентство «Өріс»", at("агентство «Өріс»"), at("писало"), "cites", href="https://oris.example/12"
        ),
        Citation("s4", "Бюро статистики", at("Бюро статистики"), at("По данным"), "data", seen_by=EDITOR),
        Citation(
            "s5",
            "дорожная служба",
            at("дорожной службы"),
            at("По предварительной информации"),
            "official",
            cited_by_probable="Бюро статистики",
        ),
    )


def _quotes() -> tuple[Quote, ...]:
    kotova = at("рабочих будет больше 200")
    return (
        Quote(
            "q1",
            "indirect",
            (at("Строительство водопровода «Степной» обойдётся дороже, чем обещали год назад"),),
            at("сообщает"),
            at("источник в акимате области"),
            None,
            "источник в акимате области",
            via="Полуденный вестник",
        ),
        Quote(
            "q2",
            "indirect",
            (at("стоимость проекта выросла с 2,1 до 2,8 млрд тенге, то есть на 19 %"),),
            at("рассказала"),
            at("Асель Омарова"),
            "p1",
            "Асель Омарова",
            channel="брифинг",
        ),
        Quote(
            "q3",
            "direct",
            (
                at("Мы честно говорим: трубы подорожали почти вдвое, и это видно по каждому договору"),
                at("Ни одного лишнего тенге в смете нет"),
            ),
            at("сказала", 2),
            at("Омарова", 2),
            "p1",
            "Асель Омарова",
            seen_by=EDITOR,
        ),
        Quote(
            "q4",
            "indirect",
            (at("воду получат около 6 тыс. семей, а первую очередь длиной 43 километра сдадут до конца ноября"),),
            at("По словам"),
            at("Тимура Сейтказина"),
            "p2",
            "Тимур Сейтказин",
        ),
        Quote(
            "q5",
            "indirect",
            (at("прежний подрядчик «просто исчез с площадки, оставив в поле полсотни труб»"),),
            at("напомнил"),
            _first(at("Он напомнил"), 2),
            "p2",
            "Тимур Сейтказин",
        ),
        Quote(
            "q6",
            "fragment",
            (at("просто исчез с площадки, оставив в поле полсотни труб"),),
            at("напомнил"),
            None,
            "p2",
            "Тимур Сейтказин",
            within="q5",
        ),
        Quote(
            "q7",
            "indirect",
            (at("в зоне проекта живут не более 4,5 тысячи семей"),),
            at("По её мнению"),
            None,
            "p3",
            "Лидия Паршина",
        ),
        Quote(
            "q8",
            "direct",
            (at("Это не придирка. Разница в полторы тысячи семей – это целый посёлок"),),
            at("пояснила"),
            _last(at("пояснила она"), 3),
            "p3",
            "Лидия Паршина",
        ),
        Quote(
            "q9",
            "indirect",
            (kotova,),
            at("пообещала"),
            _first(at("Она пообещала"), 3),
            None,
            None,
            unsure="two_could_be_meant",
        ),
        Quote(
            "q10",
            "direct",
            (at("А кто ответит за сорванный срок?"),),
            at("спросил"),
            None,
            None,
            None,
            unsure="no_cue_beside",
        ),
        Quote("q11", "direct", (at("Мы ответим"),), None, None, None, None, unsure="no_cue_beside"),
        Quote(
            "q12",
            "fragment",
            (at("выеденного яйца не стоит"),),
            at("считает"),
            at("Досов", 2),
            "p4",
            "Ерлан Досов",
        ),
        Quote(
            "q13",
            "direct",
            (at('Когда Паршина говорит: "Считайте заново", – мы и посчитаем заново'),),
            at("заметил"),
            _last(at("заметил аким"), 4),
            "p4",
            "Ерлан Досов",
        ),
        Quote("q14", "direct", (at("Считайте заново"),), at("говорит"), at("Паршина", 2), "p3", "Лидия Паршина", "q13"),
    )


def _quantities() -> tuple[Quantity, ...]:
    return (
        Quantity("n1", at("с 2,1 до 2,8 млрд тенге"), 2.1e9, 2.8e9, "change", "тенге", "стоимость проекта", None),
        Quantity("n2", at("на 19 %"), 19, 19, "growth", "%", "стоимость проекта", None),
        Quantity("n3", at("почти вдвое"), 2, 2, "nearly", "times", "цена труб", None),
        Quantity("n4", at("около 6 тыс. семей"), 6000, 6000, "about", None, "семей", None),
        Quantity("n5", at("43 километра"), 43, 43, "exactly", "километра", "длина первой очереди", None),
        Quantity("n6", at("полсотни"), 50, 50, "exactly", None, "труб", None),
        Quantity("n7", at("не более 4,5 тысячи семей"), None, 4500, "at_most", None, "семей", None),
        Quantity("n8", at("полторы тысячи семей"), 1500, 1500, "exactly", None, "семей", None),
        Quantity("n9", at("на 3,2 %"), -3.2, -3.2, "growth", "%", "жителей района", "прошлый год (2024)"),
        Quantity("n10", at("15–20 дней"), 15, 20, "range", "дней", None, None),
        Quantity("n11", at("больше 200"), 200, None, "more_than", None, "рабочих", None),
    )


def _claims() -> tuple[Claim, ...]:
    return (
        Claim(
            "c1",
            at("воду получат около 6 тыс. семей, а первую очередь длиной 43 километра сдадут до конца ноября"),
            "plan",
            0.71,
            "p2",
            "q4",
            "Тимур Сейтказин",
            ("n4", "n5"),
            (Reason("base", 0.12), Reason("quantity", 0.46), Reason("named_source", 0.21), Reason("future", -0.08)),
        ),
        Claim(
            "c2",
            at("стоимость проекта выросла с 2,1 до 2,8 млрд тенге, то есть на 19 %"),
            "comparison",
            0.93,
            "p1",
            "q2",
            "Асель Омарова",
            ("n1", "n2"),
            (Reason("base", 0.12), Reason("quantity", 0.46), Reason("change", 0.24), Reason("named_source", 0.11)),
        ),
        Claim(
            "c3",
            at("за прошлый год число жителей района сократилось на 3,2 %"),
            "quantity",
            0.88,
            None,
            None,
            "Бюро статистики",
            ("n9",),
            (Reason("base", 0.12), Reason("quantity", 0.46), Reason("statistics", 0.3)),
            seen_by=EDITOR,
        ),
        Claim(
            "c4",
            at("Ни одного лишнего тенге в смете нет"),
            "fact",
            0.41,
            "p1",
            "q3",
            "Асель Омарова",
            (),
            (Reason("base", 0.12), Reason("absolute", 0.38), Reason("opinion", -0.09)),
        ),
        Claim("c5", at("рабочих будет больше 200"), "plan", 0.38, None, "q9", None, ("n11",), (Reason("base", 0.38),)),
    )


def sample_reading() -> Reading:
    return Reading(
        input="vodoprovod.html",
        document=sample_document(),
        people=_people(),
        citations=_citations(),
        quotes=_quotes(),
        quantities=_quantities(),
        claims=_claims(),
        findings=(
            Finding("arithmetic", (at("с 2,1 до 2,8 млрд тенге, то есть на 19 %"),), "+19 %", "+33,3 %"),
            Finding("title", (at("на 19 %"),), "на треть", "на 19 %"),
        ),
    )


def long_reading(size_bytes: int) -> Reading:
    """The sample told over and over, until its text has ``size_bytes`` of UTF-8."""
    sample = sample_reading()
    times = size_bytes // len(TEXT.encode()) + 1

    def moved(span: Span | None, by: int) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    def again(quote: Quote, i: int) -> Quote:
        by = i * len(TEXT)
        content = tuple(Span(s.start + by, s.end + by) for s in quote.content)
        return replace(
            quote, id=f"q{i}.{quote.id}", content=content, cue=moved(quote.cue, by), source=moved(quote.source, by)
        )

    return replace(
        sample,
        document=replace(sample.document, text=TEXT * times),
        quotes=tuple(again(q, i) for i in range(times) for q in sample.quotes),
        quantities=tuple(
            replace(n, id=f"n{i}.{n.id}", span=Span(n.span.start + i * len(TEXT), n.span.end + i * len(TEXT)))
            for i in range(times)
            for n in sample.quantities
        ),
    )
