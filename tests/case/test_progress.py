"""How far each stage is answered."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.agreed import Payment
from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.first import First
from negotiator_tui.case.kinds import Fear, Shape
from negotiator_tui.case.progress import Progress, progress
from negotiator_tui.case.stages import STAGES
from negotiator_tui.case.talks import Contact
from tests.storage.cases import cases


def _of(case: Case, stage: str) -> Progress:
    return next(each for each in progress(case) if each.stage == stage)


def test_an_empty_case_has_answered_nothing() -> None:
    found = progress(Case())
    assert [each.stage for each in found] == [stage.id for stage in STAGES]
    assert [each.answered for each in found] == [0] * len(STAGES)
    assert found[0].asked > 0


def test_an_answer_counts_and_so_does_dont_know_and_zero() -> None:
    before = _of(Case(), "understand")
    case = Case(first=First(fear=Fear.WORDS, takings=Decimal(0), unknown=("home_costs",)))
    after = _of(case, "understand")
    assert (after.answered, after.asked) == (before.answered + 3, before.asked)


def test_a_debt_brings_its_own_first_questions() -> None:
    empty = _of(Case(), "understand")
    pawn = _of(
        Case(debts=(Debt(id="d1", name="当铺", shape=Shape.PAWN, pledge_until=date(2026, 12, 1)),)), "understand"
    )
    loan = _of(Case(debts=(Debt(id="d1", name="网商贷", shape=Shape.LOAN),)), "understand")
    assert pawn.answered == empty.answered + 3
    assert loan.answered == empty.answered + 2
    assert empty.asked < loan.asked
    assert empty.asked < pawn.asked


def test_folded_questions_do_not_count() -> None:
    plain = Case(debts=(Debt(id="d1", name="网商贷", shape=Shape.LOAN),))
    rated = Case(debts=(Debt(id="d1", name="网商贷", shape=Shape.LOAN, rate=Decimal("0.045"), contract_tail="4417"),))
    assert progress(rated) == progress(plain)


def test_records_are_not_questions() -> None:
    case = Case(contacts=(Contact(id="k1", who="客服"),), payments=(Payment(id="y1"),))
    assert progress(case) == progress(Case())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases())
def test_never_more_answers_than_questions(case: Case) -> None:
    assert all(0 <= each.answered <= each.asked for each in progress(case))
