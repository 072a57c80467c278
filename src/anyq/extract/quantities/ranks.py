"""Ordinals that are quantities: ranks, counted occasions, shares."""

from dataclasses import replace
from decimal import Decimal

from anyq.extract.quantities.amounts import PERCENT, RANK, TIMES, Amount
from anyq.extract.quantities.context import Context
from anyq.extract.quantities.nouns import NounReader, Phrase
from anyq.extract.quantities.numbers import Form

FIRST_WINDOW = 7  # words between "первый" and "в истории"


class RankReader:
    """Reads ordinals and "в 2 раза" as quantities where they count something."""

    def __init__(self, context: Context, nouns: NounReader) -> None:
        self._at = context
        self._lex = context.lex
        self._nouns = nouns

    def read(self, amount: Amount) -> Amount | None:
        """``amount`` as a rank, an occasion, a share or a factor; None if it is none of these."""
        sentence = self._at.sentence(amount.core)
        form, after = amount.number.form, amount.number.last
        if form is Form.GROUP:
            heads = self._at.within(after, sentence, "numbers.group_heads.words")
            return self._rank(amount, after + 1) if heads else None
        if form is Form.ORDINAL:
            return self._ordinal(amount, sentence)
        if self._place(amount, sentence):
            return self._rank(amount, after + 1)
        return self._factor(amount, sentence)

    def _rank(self, amount: Amount, last: int) -> Amount:
        whole = replace(amount.number, form=Form.PLAIN)
        return replace(amount, number=whole, unit=RANK, noun=None, last=last)

    def _place(self, amount: Amount, sentence: int) -> bool:
        """As in "на 5 месте": a cardinal in digits that does not agree with its noun."""
        noun = amount.noun
        odd = noun is not None and not noun.agrees and bool(amount.number.digits)
        return odd and self._at.within(amount.number.last, sentence, "numbers.ordinals.ranks")

    def _ordinal(self, amount: Amount, sentence: int) -> Amount | None:
        value, after = amount.number.value or Decimal(0), amount.number.last
        if self._at.within(after, sentence, "numbers.ordinals.ranks"):
            return self._rank(amount, after + 1)
        if value > 1 and self._at.within(after, sentence, "numbers.ordinals.counts"):
            plain = replace(amount.number, form=Form.OCCASIONS)
            return replace(amount, number=plain, noun=Phrase(after, after, after + 1, True), last=after + 1)
        if value > 1 and self._at.within(amount.first - 1, sentence, "numbers.fraction_ordinals.every"):
            return self._share(amount, amount.first - 1, after)
        if value > 2 and self._at.within(after, sentence, "numbers.fraction_ordinals.parts"):
            return self._share(amount, amount.first, after + 1)
        became = self._at.within(amount.first - 1, sentence, "numbers.ordinals.first_after")
        if value == 1 and not amount.number.digits and (became or self._first_of(after, sentence)):
            return self._rank(amount, after)
        if not amount.number.digits and self._lex.first_of.at(self._at.tokens, after):
            return self._rank(amount, after)  # "третья в истории"
        return None

    def _first_of(self, after: int, sentence: int) -> bool:
        for at in range(after, after + FIRST_WINDOW):
            if self._at.sentence(at) != sentence:
                return False
            if self._lex.first_of.at(self._at.tokens, at):
                return True
        return False

    def _share(self, amount: Amount, first: int, last: int) -> Amount:
        share = round(100 / (amount.number.value or Decimal(1)), 2)
        number = replace(amount.number, value=share, form=Form.FRACTION)
        end = self._nouns.genitive(last)
        noun = Phrase(last, last, end, True) if end > last else self._nouns.counted(last, Decimal(1), multiplied=False)
        last = noun.last if noun else last
        return replace(amount, first=first, last=last, low=share, high=share, number=number, unit=PERCENT, noun=noun)

    def _factor(self, amount: Amount, sentence: int) -> Amount | None:
        """As in "в 2,5 раза": so many times."""
        at = amount.number.last
        if not self._at.within(at, sentence, "numbers.factor.words"):
            return None
        before = amount.first - 1
        while self._at.within(before, sentence, "bounds.words.fillers"):
            before -= 1
        if not self._at.within(before, sentence, "numbers.factor.prepositions"):
            return None
        return replace(amount, unit=TIMES, noun=None, last=at + 1)
