"""What a page says to machines: JSON-LD, microdata and RDFa, all as JSON-LD-shaped objects. Lenient."""

import json
import re
from collections.abc import Iterator
from typing import Any

from anyq.read.tree import text_of, tree_of

MAX_SCRIPT_CHARS = 2_000_000  # the largest seen in the wild is a tenth of it
MAX_DEPTH = 40
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[\]}])")
_BETWEEN_OBJECTS = re.compile(r"}\s*{")
_VALUES = {"meta": "content", "a": "href", "link": "href", "img": "src", "time": "datetime", "data": "value"}


def structured(page: str) -> list[dict[str, Any]]:
    """Every object that a page declares, in page order: JSON-LD first, then microdata, then RDFa.

    ``@graph`` and lists are taken apart; microdata and RDFa get ``@type`` and plain property names, one value or a
    list of them. Objects inside objects stay inside. What cannot be parsed is left out.
    """
    return declared(tree_of(page))


def declared(root: Any) -> list[dict[str, Any]]:
    """The same as ``structured``, of a parsed page."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found += _objects(_parsed(script.text or ""))
    for element in root.iter():
        if element.get("itemscope") is not None and element.get("itemprop") is None:
            found.append(_item(element, _MICRODATA, 0))
    for element in root.iter():
        if element.get("typeof") is not None and element.get("property") is None:
            found.append(_item(element, _RDFA, 0))
    return found


def named(objects: list[dict[str, Any]], *types: str) -> list[dict[str, Any]]:
    """Those of ``objects`` whose type ends in one of ``types``."""
    return [o for o in objects if any(t.endswith(types) for t in types_of(o))]


def types_of(item: dict[str, Any]) -> list[str]:
    """The types of an object without their namespace."""
    types = item.get("@type") or []
    return [re.split(r"[/:#]", t)[-1] for t in (types if isinstance(types, list) else [types]) if isinstance(t, str)]


def _parsed(script: str) -> Any:
    if len(script) > MAX_SCRIPT_CHARS:
        return None
    cleaned = _WRAPPING.sub("", script).strip().rstrip(";")
    mended = _TRAILING_COMMA.sub(r"\1", cleaned)
    for attempt in (cleaned, mended, "[" + _BETWEEN_OBJECTS.sub("},{", mended) + "]"):
        try:
            # strict=False: sites put raw line ends into their strings
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        graph = value.get("@graph")
        if isinstance(graph, list):
            yield from _objects(graph, depth + 1)
        if graph is None or "@type" in value:
            yield {k: v for k, v in value.items() if k != "@graph"}


# attribute that opens an object, that names its type, that names a property
_MICRODATA = ("itemscope", "itemtype", "itemprop")
_RDFA = ("typeof", "typeof", "property")


def _item(element: Any, names: tuple[str, str, str], depth: int) -> dict[str, Any]:
    opens, types, _ = names
    item: dict[str, Any] = {}
    kinds = [re.split(r"[/:#]", t)[-1] for t in (element.get(types) or "").split()]
    if kinds:
        item["@type"] = kinds[0] if len(kinds) == 1 else kinds
    for prop, child in _properties(element, names, depth):
        value = _item(child, names, depth + 1) if child.get(opens) is not None else _value(child)
        for name in prop.split():
            _put(item, re.split(r"[/:#]", name)[-1], value)
    return item


def _properties(element: Any, names: tuple[str, str, str], depth: int) -> Iterator[tuple[str, Any]]:
    opens, _, prop = names
    if depth > MAX_DEPTH:
        return
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.get(prop):
            yield child.get(prop), child
        if child.get(opens) is None:
            yield from _properties(child, names, depth)


def _value(element: Any) -> str:
    given = element.get("content") or element.get(_VALUES.get(element.tag, "content"))
    return (given or text_of(element)).strip()


def _put(item: dict[str, Any], name: str, value: Any) -> None:
    if name not in item:
        item[name] = value
    elif isinstance(item[name], list):
        item[name].append(value)
    else:
        item[name] = [item[name], value]
