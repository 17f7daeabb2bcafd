"""The repayment methods: which payment stands in which month (MONEY §3)."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.fen import half_up, to_fen
from negotiator_tui.finance.schedule_book import Book
from negotiator_tui.finance.schedule_level import high_part, level, stepped
from negotiator_tui.finance.schedule_periods import Span
from negotiator_tui.finance.schedule_terms import Terms


def repay(terms: Terms, spans: Sequence[Span]) -> Book:
    """All rows of valid terms: first the grace, then the method, recast where a span begins, then the parked sums."""
    book = Book(to_fen(terms.principal))
    grace = terms.grace_months
    write = _WRITERS.get(terms.method, _level_rows)
    firsts = [span.first for span in spans]
    for span, (first, end) in zip(spans, pairwise([*firsts, terms.months]), strict=True):
        if first < grace:
            book.grace(terms.grace_kind, span.real[first : min(end, grace)], span.den)
        if grace < end:
            write(book, terms, span, max(first, grace), end)
    book.spread(to_fen(terms.parked), _first_sharing(terms))
    return book


def _first_sharing(terms: Terms) -> int:
    """The first row with a part of parked sums: low-then-high pays them in the high part, a bullet at its end."""
    if terms.method is Method.BULLET:
        return terms.months - 1
    if terms.method is Method.LOW_THEN_HIGH:
        return terms.grace_months + (terms.low_months or 0)
    return terms.grace_months


def _level_rows(book: Book, terms: Terms, span: Span, first: int, end: int) -> None:
    payments = _level_payments(book.balance, terms, span, first)
    book.level = payments[-1]
    closes = end == terms.months
    last = end - 1 if closes else end
    if first == 0 < last and span.opening is not None:
        book.open(span.nums[0], span.opening, span.den, payments[0])
        first, payments = 1, payments[1:]
    book.pay(span.nums[first:last], span.den, payments[: last - first])
    if closes:
        book.repay(span.real[last:], span.den, [book.balance])


def _level_payments(balance: int, terms: Terms, span: Span, first: int) -> list[int]:
    """The payments of rows `first` to the end, as this span knows them."""
    nums, den, count = span.nums[first:], span.den, terms.months - first
    given = None if span.instalment is None else to_fen(span.instalment)
    done = first - terms.grace_months
    low_left = max(0, (terms.low_months or 0) - done)
    if terms.method is Method.LOW_THEN_HIGH and terms.low is not None and low_left and not (span.first and given):
        low = to_fen(terms.low)
        high = high_part(balance, low, low_left, nums, den) if given is None else given
        return [low] * low_left + [high] * (count - low_left)
    if given is not None:
        return [given] * count
    if terms.method in {Method.STEPPED_10, Method.STEPPED_20}:
        return stepped(balance, nums, den, terms.method, done)
    return [level(balance, nums, den)] * count


def _equal_principal_rows(book: Book, terms: Terms, span: Span, first: int, end: int) -> None:
    if first == terms.grace_months:
        book.share = half_up(book.balance, terms.repayment_months)
    _principal_rows(book, terms, span, first, end)


def _principal_rows(book: Book, terms: Terms, span: Span, first: int, end: int) -> None:
    principals = [book.share] * (end - first)
    if end == terms.months:
        principals[-1] = book.balance
    book.repay(span.real[first:end], span.den, principals)


def _bullet_rows(book: Book, terms: Terms, span: Span, first: int, end: int) -> None:
    closes = end == terms.months
    book.wait(span.real[first : end - 1 if closes else end], span.den)
    if closes:
        book.close_simple(span.real[-1], span.den)


_WRITERS: dict[Method, Callable[[Book, Terms, Span, int, int], None]] = {
    Method.EQUAL_PRINCIPAL: _equal_principal_rows,
    Method.INTEREST_ONLY: _principal_rows,
    Method.BULLET: _bullet_rows,
}
