"""Amounts as whole fen, and the one rounding of the program: half-up, once, where a rule says so."""

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
"""The decimal context of all money here. It is passed along; the global context is never read or set."""

_CENT = Decimal("0.01")


def half_up(numerator: int, denominator: int) -> int:
    """The quotient of two integers rounded to a whole number, exact halves away from zero.

    `denominator` must be positive. Exact for integers of any size.
    """
    if numerator < 0:
        return -((-2 * numerator + denominator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)


def to_fen(amount: Decimal) -> int:
    """Yuan to fen, half-up. ValueError if the amount is not a finite number."""
    if not amount.is_finite():
        raise ValueError("not an amount")
    numerator, denominator = amount.as_integer_ratio()
    return half_up(numerator * 100, denominator)


def yuan(fen: int) -> Decimal:
    """Fen to yuan with exactly two places: `yuan(5)` is `Decimal("0.05")`."""
    return CONTEXT.multiply(fen, _CENT)


def percent(fraction: Decimal, places: int = 6) -> Decimal:
    """A rate as a fraction (0.24) to percent (24.000000), half-up to `places` decimals."""
    with localcontext(CONTEXT):
        return +(fraction * 100).quantize(Decimal(1).scaleb(-places))  # + turns -0 into 0


def decimal_of(numerator: int, denominator: int) -> Decimal:
    """The quotient of two integers to sixty digits."""
    return CONTEXT.divide(Decimal(numerator), Decimal(denominator))


def to_cent(amount: Decimal) -> Decimal:
    """An amount in yuan rounded half-up to two places."""
    return amount.quantize(_CENT, context=CONTEXT)
