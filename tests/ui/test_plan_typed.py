"""Terms of a plan while they are typed: what they come to follows each key."""

from decimal import Decimal

from tests.ui.harness import screen_text, wizard
from tests.ui.pages.drawn import case_of
from tests.ui.pages.test_plan_search import budget_case

D = Decimal


async def test_the_sentence_below_follows_each_key_before_anything_is_settled() -> None:
    terms = [{"plan": "p1", "debt": "d1", "method": "equal-instalment", "months": 12, "rate": D(0)}]
    made = case_of(plans=[{"name": "x", "chosen": "yes"}], terms=terms)
    case = budget_case().model_copy(update={"plans": made.plans, "terms": made.terms})
    owed = case.debts[0].outstanding
    assert owed is not None
    async with wizard(case, "plan", ("terms", "t1", "months"), lang="en", size=(80, 24)) as pilot:
        pilot.app.sheet.show(("terms", "t1", "months"))
        await pilot.pause()
        await pilot.press("4")
        await pilot.pause()
        assert "4 months in all" in screen_text(pilot.app)
        assert pilot.app.session.case.terms[0].months == 12
