"""Ordinals that are quantities: ranks, counted occasions, shares."""

from dataclasses import replace
from decimal import Decimal

from anyq.extract.quantities.amounts import PERCENT, RANK, TIMES, Amount, AmountReader
from anyq.extract.quantities.context import Context
from anyq.extract.quantities.nouns import NounReader, Phrase
from anyq.extract.quantities.numbers import Form

MAX_WHOLE = 1000  # "one in 1,000": larger ones are years and sums
FIRST_WINDOW = 7  # words between "первый" and "в истории"


class RankReader:
    """Reads ordinals and "в 2 раза" as quantities where they count something."""

    def __init__(self, context: Context, nouns: NounReader, amounts: AmountReader) -> None:
        self._amounts = amounts
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
        return self._ratio(amount, sentence) or self._share_by_case(amount, sentence) or self._factor(amount, sentence)

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

    def _ratio(self, amount: Amount, sentence: int) -> Amount | None:
        """As in "one in five children", "two out of three": a share in per cent."""
        part, found = amount.number.value, self._lex.ratio.at(self._at.tokens, amount.number.last)
        if found is None or not part or amount.paired or self._at.sentence(found[0]) != sentence:
            return None
        whole = self._amounts.number(found[0])
        if whole is None or whole.form is not Form.PLAIN or whole.value is None or not part < whole.value <= MAX_WHOLE:
            return None
        if self._lex.units.at(self._at.tokens, whole.last):
            return None  # "three in ten days"
        share = round(100 * part / whole.value, 2)
        noun = self._nouns.counted(whole.last, whole.value, multiplied=False)
        last = noun.last if noun and noun.agrees else whole.last
        number = replace(amount.number, value=share, last=whole.last, form=Form.FRACTION)
        return replace(amount, last=last, low=share, high=share, number=number, unit=PERCENT, noun=noun)

    def _share_by_case(self, amount: Amount, sentence: int) -> Amount | None:
        """As in "бес баланың бірі", "үштен екісі": the whole stands in a case, the part right behind it."""
        whole, noun = amount.number.value, amount.noun
        last = noun.last if noun and noun.agrees else amount.number.last
        case = self._at.tokens[last - 1].case
        part = self._part(last, sentence)
        if case != ("gen" if noun else "abl") or part is None or amount.paired or not whole or part >= whole:
            return None
        share = round(100 * part / whole, 2)
        number = replace(amount.number, value=share, last=last + 1, form=Form.FRACTION)
        return replace(amount, last=last + 1, low=share, high=share, number=number, unit=PERCENT)

    def _part(self, i: int, sentence: int) -> Decimal | None:
        """How many of a whole token ``i`` tells: "бірі", "екеуі", "40-ы"."""
        norm = self._at.norm(i, sentence)
        parts = self._at.within(i + 1, sentence, "numbers.fraction_ordinals.parts")
        known = norm in self._lex.words["numbers.not_numbers"] or parts
        if not norm or not (known or self._at.tokens[i].case):
            return None
        return Decimal(norm) if norm.isdigit() else self._lex.shares.get(norm)

    def _factor(self, amount: Amount, sentence: int) -> Amount | None:
        """As in "в 2,5 раза": so many times."""
        at = amount.number.last
        if not self._at.within(at, sentence, "numbers.factor.words"):
            return None
        prepositions = self._lex.words["numbers.factor.prepositions"]
        before = amount.first - 1
        while self._at.within(before, sentence, "bounds.words.fillers"):
            before -= 1
        if prepositions and not self._at.within(before, sentence, "numbers.factor.prepositions"):
            return None
        return replace(amount, unit=TIMES, noun=None, last=at + 1)
