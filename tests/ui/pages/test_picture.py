"""The page of what lies ahead."""

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.finance.figure import bound
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line
from negotiator_tui.ui.pages.picture import picture

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen, words

TAKINGS = {"side": "shop", "name": "takings", "amount": D(30000), "every": "month"}
GOODS = {"side": "shop", "name": "goods", "amount": D(12000), "every": "month", "group": "stock"}
LIVING = {"side": "home", "name": "food", "amount": D(6000), "every": "month", "group": "food"}
RENT = {"side": "shop", "name": "shop rent", "amount": D(4500), "every": "month", "day": 5, "group": "rent"}
LOAN = {
    "name": "loan", "shape": "loan", "outstanding": D(48000), "overdue": "no", "next_due": TODAY.replace(day=28),
    "next_amount": D(2000), "instalment": D(2000), "months_left": 24, "autodebit": "yes",
}  # fmt: skip
ROOM = {"name": "old rent", "shape": "arrears", "owed_for": "rent", "outstanding": D(9000), "agreed_monthly": D(750)}
WHOLE = {"income": [TAKINGS], "costs": [GOODS, LIVING, RENT], "first": {"cash_at_hand": D(5000)}}


def pictures(rows: list[r.Row], width: int = 54, *, ascii_only: bool = False) -> list[list[Line]]:
    return [row.draw(width, ascii_only) for row in rows if isinstance(row, r.Picture) and row.figure is None]


def row_named(rows: list[r.Row], name: str) -> r.Picture:
    return next(row for row in rows if isinstance(row, r.Picture) and row.figure and row.figure.name == name)


def test_the_days_come_before_the_months_and_the_order_of_payment() -> None:
    found = headings(picture(seen(demo_case(TODAY))))
    assert found[0] == "Ahead"
    days, months, order = (found.index(each) for each in ("The next 28 days", "Twelve months", "Who is paid first"))
    assert days < months < order


def test_the_first_short_day_and_the_lowest_are_told_in_words() -> None:
    text = flat(picture(seen(demo_case(TODAY))))
    assert "On 2026-12-05 1,165.41 will be short." in text
    assert "The lowest day is 2026-12-11: 10,144.77 short." in text


def test_amounts_are_hidden_when_they_should_be() -> None:
    rows = picture(seen(demo_case(TODAY), hide=True))
    text = words(rows, hide=True)
    assert "****" in text
    assert "1,165.41" not in text
    assert "4,359.63" not in text


def test_a_day_shows_whether_a_debit_finds_enough_and_opens_its_sum() -> None:
    text = words(picture(seen(demo_case(TODAY))))
    assert "debit: enough there" in next(each for each in text.split("\n") if "11-30 Mon" in each)
    assert "debit: not enough there" in text[text.index("12-09 Wed") : text.index("12-10 Thu")]
    day = row_named(picture(seen(demo_case(TODAY))), "12-05 Sat").figure
    assert day is not None
    assert day.value == D("-1165.41")
    there, *going = (part.value or D(0) for part in day.parts)
    assert there - sum(going) == D("-1165.41")
    assert D("4500.00") in going


def test_a_day_names_every_debt_that_is_due_on_it() -> None:
    debts = [{**LOAN, "name": f"loan {n}", "next_amount": D(1000 + n)} for n in range(1, 5)]
    rent = {**RENT, "day": 28}
    view = seen(case_of(debts=debts, income=[TAKINGS], costs=[rent]))
    row = row_named(picture(view), "11-28 Sat")
    text = " ".join("".join(span.text for span in each) for each in row.draw(54, view.ascii))
    assert [n for n in range(1, 5) if f"loan {n} -1,00{n}.00" in " ".join(text.split())] == [1, 2, 3, 4], text
    assert "and 1 more" in text


def test_no_short_day_is_said_calmly() -> None:
    rows = picture(seen(case_of(**WHOLE)))
    text = flat(rows)
    assert "no day ends short" in text
    assert "will be short" not in text
    assert len(pictures(rows)) == 3


def test_every_day_can_be_opened() -> None:
    case = case_of(**WHOLE)
    assert actions(picture(seen(case)))["picture.days"].command == "unfold"
    rows = picture(seen(case, unfolded=frozenset({"picture.days"})))
    days = [row for row in rows if isinstance(row, r.Picture) and row.figure and row.figure.name.count("-") == 1]
    assert len([row for row in days if len(row.figure.name if row.figure else "") > 7]) == 28


def test_bars_below_zero_are_warned_of_and_drawn_in_ascii_too() -> None:
    rows = picture(seen(demo_case(TODAY)))
    for ascii_only in (False, True):
        lines = pictures(rows, 76, ascii_only=ascii_only)[0]
        filled = {span.style for each in lines[:-2] for span in each if span.text.strip()}
        assert filled == {"good", "warn"}
        assert all(span.text.isascii() for each in lines for span in each) is ascii_only
    marks, names = ("".join(span.text for span in each) for each in pictures(rows, 56)[0][-2:])
    assert marks.index("*") == 2 * 7
    assert marks.index("!") == 2 * 16
    assert names.split() == ["11-23", "11-30", "12-07", "12-14"]


def test_months_go_on_from_each_other() -> None:
    rows = picture(seen(case_of(**WHOLE)))
    december, january = (row_named(rows, month).figure for month in ("2026-12", "2027-01"))
    assert december is not None
    assert january is not None
    assert january.parts[0].parts[0].value == december.value
    assert january.value == (december.value or 0) + D(30000) - D(22500)


def test_months_stand_alone_while_money_at_hand_is_open() -> None:
    rows = picture(seen(case_of(income=[TAKINGS], costs=[GOODS, LIVING, RENT])))
    january = row_named(rows, "2027-01").figure
    assert january is not None
    assert january.value == D("7500.00")
    assert actions(rows)["open.first.cash_at_hand"].target == r.Target("first", ("first", "cash_at_hand"))


def test_who_comes_first_is_shown_with_what_happens_otherwise() -> None:
    rows = picture(seen(case_of(**WHOLE, debts=[LOAN, ROOM])))
    text = flat(rows)
    assert text.index("Comes first") < text.index("old rent about 750.00") < text.index("Kept as it is")
    assert "The landlord may set a time" in text
    assert figures(rows)["loan"] == D("2000.00")


def test_the_others_share_what_is_left() -> None:
    late = {"shape": "card", "overdue": "yes", "negotiable": "yes"}
    debts = [{**late, "name": "one", "outstanding": D(3000)}, {**late, "name": "two", "outstanding": D(1000)}]
    rows = picture(seen(case_of(**WHOLE, debts=debts)))
    found = figures(rows)
    pool = found["Left after that"]
    assert pool == D("6750.00")
    assert (found["one"], found["two"]) == (D("5062.50"), D("1687.50"))


def test_payments_that_are_not_known_are_not_shown_as_nothing() -> None:
    debts = [{"name": "loan", "shape": "loan", "outstanding": D(9000)}, {"name": "landlord", "shape": "arrears"}]
    rows = picture(seen(case_of(**WHOLE, debts=debts)))
    january = row_named(rows, "2027-01")
    assert "0.00" not in "".join(span.text for span in january.draw(76, False)[0]).split()  # noqa: FBT003
    assert january.figure is not None
    assert bound(january.figure) == "at-most"
    assert figures(rows).get("landlord") is None
    assert "may get tighter" in flat(rows)


def test_the_loss_of_the_shop_comes_first() -> None:
    rows = picture(seen(case_of(**{**WHOLE, "income": [{**TAKINGS, "amount": D(10000)}]})))
    assert figures(rows)["What one more month of the shop costs"] == D("6500.00")
    found = [row for row in rows if isinstance(row, r.FigureRow | r.Picture)]
    assert isinstance(found[0], r.FigureRow)
    assert found[0].figure.label == "What one more month of the shop costs"


def test_nothing_to_share_is_said_and_not_divided() -> None:
    late = {"shape": "card", "overdue": "yes", "negotiable": "yes", "name": "one", "outstanding": D(3000)}
    poor = {**TAKINGS, "amount": D(10000)}
    rows = picture(seen(case_of(**{**WHOLE, "income": [poor]}, debts=[late])))
    assert "Nothing can be promised" in flat(rows)
    assert "one" not in figures(rows)


def test_the_total_is_at_least_so_much_while_a_balance_is_open() -> None:
    rows = picture(seen(case_of(debts=[ROOM, {"name": "uncle", "shape": "arrears", "owed_for": "other"}])))
    assert "at least 9,000.00" in flat(rows)
    assert "open.debts.d2.outstanding" in actions(rows)


def test_an_empty_case_shows_no_amount_and_what_to_answer() -> None:
    rows = picture(seen(Case()))
    assert figures(rows) == {}
    assert "0.00" not in flat(rows)
    assert pictures(rows) == []
    assert {"open.first.cash_at_hand", "open.first.takings", "debts"} <= set(actions(rows))


@pytest.mark.parametrize("case", [Case(), demo_case(TODAY), case_of(**WHOLE, debts=[LOAN, ROOM])])
def test_it_can_be_drawn(case: Case) -> None:
    assert_drawn(picture, case)
    assert_drawn(picture, case, unfolded=frozenset({"picture.days"}), hide=True)


@given(cases(lists=("week", "debts", "missed", "income", "costs", "agreements", "payments")))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_incomplete_cases_can_be_drawn(case: Case) -> None:
    assert_drawn(picture, case)
