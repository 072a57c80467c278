"""Runs anyq and its peers over the pages; a peer that is not installed is named, not passed over."""

import gzip
import importlib
import json
import logging
import pathlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from anyq.errors import ReadError
from anyq.read import read_bytes
from benchmarks.extraction.score import compare, score

TASK = "extraction"
SET = "article-extraction-benchmark (181 pages)"


@dataclass(frozen=True, slots=True)
class _Sample:
    html: str
    url: str | None
    true: str


def _samples(data: pathlib.Path) -> Iterator[_Sample]:
    folder = data / "extraction"
    for key, truth in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        page = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8")
        yield _Sample(page, truth.get("url"), truth["articleBody"])


def _anyq(sample: _Sample) -> str:
    try:
        return read_bytes(sample.html.encode("utf-8"), media_type="text/html; charset=utf-8", url=sample.url).text
    except ReadError:
        return ""


def _trafilatura(sample: _Sample) -> str:
    extract = importlib.import_module("trafilatura").extract
    # readers' comments off: left on, it scores .953 and not .960
    return extract(sample.html, url=sample.url, include_comments=False) or ""


def _readability(sample: _Sample) -> str:
    document = importlib.import_module("readability").Document(sample.html, url=sample.url)
    tree = importlib.import_module("lxml.html").fromstring(document.summary())
    # blocks end words: "…end.</p><p>Next" must not become one word
    return " ".join(tree.itertext())


def _resiliparse(sample: _Sample) -> str:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return extract(sample.html, main_content=True, alt_texts=False)


# name of the peer, module that must be there, how it is called
PEERS: tuple[tuple[str | None, str, Callable[[_Sample], str]], ...] = (
    (None, "anyq", _anyq),
    ("trafilatura (default, without comments)", "trafilatura", _trafilatura),
    ("readability-lxml", "readability", _readability),
    ("resiliparse", "resiliparse.extract.html2text", _resiliparse),
)


def run(data: pathlib.Path) -> list[dict[str, object]]:
    """Rows of task, set, metric, score, n, low, high (95 %), peer (None is anyq), and pages a second.

    A peer that is not installed has ``score`` None. Without the data there are no rows.
    """
    if not (data / "extraction" / "ground-truth.json").exists():
        return []
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    samples = list(_samples(data))
    rows: list[dict[str, object]] = []
    for peer, module, extract in PEERS:
        try:
            importlib.import_module(module)
        except ImportError:
            rows.append(_row("4-gram F1", len(samples), peer))
            continue
        start = time.process_time()
        texts = [extract(sample) for sample in samples]
        spent = time.process_time() - start
        total = score([compare(sample.true, text) for sample, text in zip(samples, texts, strict=True)])
        rows += [
            _row("4-gram F1", len(samples), peer) | {"score": total.f1, "low": total.low, "high": total.high},
            _row("4-gram precision", len(samples), peer) | {"score": total.precision},
            _row("4-gram recall", len(samples), peer) | {"score": total.recall},
            _row("pages per CPU-second", len(samples), peer) | {"score": len(samples) / spent},
        ]
    return rows


def _row(metric: str, n: int, peer: str | None) -> dict[str, object]:
    return {
        "task": TASK, "set": SET, "metric": metric, "score": None, "n": n, "low": None, "high": None, "peer": peer
    }  # fmt: skip
