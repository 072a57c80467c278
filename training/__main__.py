"""``python -m training [kk|en …]``: trains the taggers, measures each, and writes both down (make train)."""

import datetime
import sys

from benchmarks.names import iob

from training import names
from training.manifest import record

SHARED = names.DATA.parent
MADE_FROM = {
    "kk": ("KazNERD valid; training/data/names_kk.iob", "KazNERD test"),
    "en": ("wikigold; WNUT17 train and dev; training/data/names_en.iob", "UNER EWT test"),
}
LICENCE = "CC BY 4.0 (data), Apache-2.0 (own sentences)"


def main(languages: list[str]) -> None:
    """Trains the models of ``languages``, all of them if none is named."""
    for lang in languages or sorted(MADE_FROM):
        data, measured_on = MADE_FROM[lang]
        model = names.MODELS / f"names_{lang}.crfsuite"
        names.train(names.corpus(names.DATA, lang), lang, model)
        scores = {r["metric"]: r["score"] for r in iob.run(SHARED, [s for s in iob.SETS if s.name == measured_on])}
        told = ", ".join(
            f"{metric} {score:.3f}" for metric, score in scores.items() if "all" in metric or "pos" in metric
        )
        date = datetime.datetime.now(datetime.UTC).date().isoformat()
        record(
            model,
            made_by="python -m training " + lang,
            data=data,
            licence=LICENCE,
            date=date,
            score=f"{measured_on}: {told}",
        )
        print(f"{model.name}: {model.stat().st_size:,} bytes, {measured_on}: {told}")


if __name__ == "__main__":
    main(sys.argv[1:])
