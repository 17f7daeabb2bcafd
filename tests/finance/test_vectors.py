"""Published figures: payments, parts, cumulative sums and rates from numpy-financial, spreadsheets and others.

Where a vector has more digits than fen, the principal is a million times larger, so that fen carry six more digits.
"""

from datetime import date
from decimal import Decimal

import pytest

from negotiator_tui.case.kinds import Accrual, Method, Per
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Terms
from negotiator_tui.finance.true_rate import effective_rate, nominal_rate, periodic_rate
from tests.finance.shared import needed, vectors

pytestmark = needed

MILLION = 1_000_000
NOT_USED = {"number of periods", "present value", "annuity payment with future value"}
"""Families of figures the program has no use for; those that pay at the beginning of a period are left out too."""


def of(*families: str) -> list:
    return [
        pytest.param(each, id=each["id"])
        for each in vectors()
        if each["family"] in families
        and not ({"when", "type"} & {key for key, value in each["inputs"].items() if value})
    ]


def number(value: float) -> Decimal:
    return Decimal(repr(value))


def made(inputs: dict, method: Method = Method.EQUAL_INSTALMENT, scale: int = MILLION) -> Schedule:
    if "rate_per_period" in inputs:
        rate, per = number(inputs["rate_per_period"]) * 100, Per.MONTH
    else:
        rate, per = number(inputs["annual_rate"]) * 100, Per.YEAR
    result = schedule(Terms(number(inputs["P"]) * scale, rate, inputs["n"], method, per=per))
    assert isinstance(result, Schedule)
    return result


def close(fen: int, vector: dict, key: str) -> None:
    assert fen / 100 / MILLION == pytest.approx(-vector["expected"][key], abs=max(vector["tolerance"], 1e-7), rel=0)


@pytest.mark.parametrize("vector", of("annuity payment"))
def test_annuity_payment(vector):
    close(made(vector["inputs"]).payment_fen[0], vector, "payment")
    exact_fen = made(vector["inputs"], scale=1).rows[0].payment
    assert exact_fen == number(-vector["expected"]["payment"]).quantize(Decimal("0.01"))


@pytest.mark.parametrize("vector", of("principal part"))
def test_principal_part(vector):
    close(made(vector["inputs"]).principal_fen[vector["inputs"]["period"] - 1], vector, "principal")


@pytest.mark.parametrize("vector", of("interest part"))
def test_interest_part(vector):
    close(made(vector["inputs"]).interest_fen[vector["inputs"]["period"] - 1], vector, "interest")


@pytest.mark.parametrize("vector", of("cumulative interest", "cumulative principal"))
def test_cumulative_sums(vector):
    result = made(vector["inputs"])
    rows = slice(vector["inputs"]["start"] - 1, vector["inputs"]["end"])
    if "interest" in vector["expected"]:
        close(sum(result.interest_fen[rows]), vector, "interest")
    else:
        close(sum(result.principal_fen[rows]), vector, "principal")


@pytest.mark.parametrize("vector", of("equal-principal interest"))
def test_equal_principal_interest(vector):
    # ISPMT counts from 0: its period 6 is the seventh instalment
    close(made(vector["inputs"], Method.EQUAL_PRINCIPAL).interest_fen[vector["inputs"]["period"]], vector, "interest")


@pytest.mark.parametrize("vector", of("periodic rate"))
def test_periodic_rate(vector):
    given = vector["inputs"]
    flows = [given["pv"], *[given["pmt"]] * given["n"]]
    flows[-1] += given.get("fv", 0)
    assert periodic_rate(flows) == pytest.approx(vector["expected"]["rate"], abs=vector["tolerance"])


@pytest.mark.parametrize("vector", of("IRR"))
def test_internal_rate_of_return(vector):
    assert periodic_rate(vector["inputs"]["flows"]) == pytest.approx(vector["expected"]["irr"], abs=vector["tolerance"])


@pytest.mark.parametrize("vector", of("effective rate"))
def test_effective_rate(vector):
    found = effective_rate(number(vector["inputs"]["nominal"]), vector["inputs"]["m"])
    assert float(found) == pytest.approx(vector["expected"]["effective"], abs=vector["tolerance"])


@pytest.mark.parametrize("vector", of("nominal rate"))
def test_nominal_rate(vector):
    found = nominal_rate(number(vector["inputs"]["effective"]), vector["inputs"]["m"])
    assert float(found) == pytest.approx(vector["expected"]["nominal"], abs=vector["tolerance"])


@pytest.mark.parametrize("vector", of("annuity schedule", "equal principal schedule"))
def test_whole_schedules(vector):
    given, expected = vector["inputs"], vector["expected"]
    method = Method.EQUAL_PRINCIPAL if vector["family"].startswith("equal principal") else Method.EQUAL_INSTALMENT
    if "day_count" in given:
        terms = Terms(
            Decimal(given["P"]),
            number(given["annual_pct"]),
            given["n"],
            year_days=int(given["day_count"].removeprefix("ACT/")),
            accrual=Accrual.DAILY,
            start=date.fromisoformat(given["start"]),
        )
        result = schedule(terms)
        assert isinstance(result, Schedule)
    else:
        result = made(given, method, scale=1)
    level = expected["payment"]
    payments = level if isinstance(level, list) else [level] * (given["n"] - 1)
    columns = {"payment": payments, "interest": expected["interest"]}
    columns |= {"balance": expected.get("balance", []), "principal": expected.get("amortization", [])}
    for name, figures in columns.items():
        shown = [float(getattr(row, name)) for row in result.rows[: len(figures)]]
        assert shown == pytest.approx(figures, abs=vector["tolerance"]), name
    if "last" in expected:
        assert result.rows[-1].payment == number(expected["last"])


@pytest.mark.parametrize("vector", of("等额本息 + 等额本金"))
def test_the_printed_63_wan(vector):
    given, expected = vector["inputs"], vector["expected"]
    slack = Decimal("0.01") * given["n"]
    principal, rate = Decimal(given["P"]), number(given["annual_pct"])
    level = schedule(Terms(principal, rate, given["n"]))
    falling = schedule(Terms(principal, rate, given["n"], Method.EQUAL_PRINCIPAL))
    assert isinstance(level, Schedule)
    assert isinstance(falling, Schedule)
    assert level.rows[0].payment == number(expected["payment"])
    assert abs(level.total_paid - number(expected["total"])) <= slack
    assert abs(level.total_interest - number(expected["interest"])) <= slack
    assert falling.rows[0].payment == number(expected["ep_first"])
    assert falling.rows[0].payment - falling.rows[1].payment == number(expected["ep_step"])
    assert abs(falling.total_paid - number(expected["ep_total"])) <= slack
    assert abs(falling.total_interest - number(expected["ep_interest"])) <= slack


def test_every_family_is_either_tested_or_named_as_not_used():
    tested = {
        *("annuity payment", "principal part", "interest part", "cumulative interest", "cumulative principal"),
        *("equal-principal interest", "periodic rate", "IRR", "effective rate", "nominal rate"),
        *("annuity schedule", "equal principal schedule", "等额本息 + 等额本金"),
    }
    assert {each["family"] for each in vectors()} == tested | NOT_USED
