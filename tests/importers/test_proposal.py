"""From transactions to proposed lines: medians, seasons, rounds, single payments, parties, debts."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Belongs, CostGroup, Every, Shape, Side
from negotiator_tui.case.lines import Cost, Income
from negotiator_tui.importers.proposal import Known, Proposal, proposal_of, proposed_lines
from negotiator_tui.importers.proposed import Proposed, Way
from negotiator_tui.importers.tally import Rows, rows_of
from negotiator_tui.importers.transaction import Nature, Transaction
from tests.importers.made import imported, months, row, takings

D = Decimal
HALF_YEAR = months(2026, 5, 10)
EMPTY = Case()


def _rows(*rows: Transaction) -> Rows:
    found = rows_of(imported(*rows))
    assert found is not None
    return found


def _proposal(*rows: Transaction, case: Case = EMPTY, decisions: dict | None = None) -> Proposal:  # type: ignore[type-arg]
    return proposal_of(_rows(*rows), case, decisions or {}, "en")


def _line(proposal: Proposal, key: str) -> Proposed:
    found = [line for line in proposal.lines if line.key == key]
    assert len(found) == 1, [line.key for line in proposal.lines]
    return found[0]


def test_the_middle_month_is_proposed_and_the_worst_one_told() -> None:
    proposal = _proposal(*takings(HALF_YEAR, [30000, 31000, 32000, 29500, 90000, 31500]))
    line = _line(proposal, "income.shop.takings")
    assert (line.amount, line.worst, line.every) == (D("31250.00"), D("29500.00"), Every.MONTH)
    assert proposal.worst_takings == D("29500.00")
    assert not line.estimated


def test_only_whole_months_are_counted() -> None:
    rows = takings(HALF_YEAR, [30000] * 6)
    rows += [
        row("2026-04-20", "99999", "顾客", "收钱码收款", Nature.INCOME),
        row("2026-11-05", "1", "顾客", "收钱码收款", Nature.INCOME),
    ]
    proposal = _proposal(*rows)
    assert _line(proposal, "income.shop.takings").amount == D("30000.00")
    assert len(proposal.cover.months) == 6
    assert len(proposal.cover.partial) == 2
    assert {own.takings for own in proposal.own_months} == {3000000}


def test_a_month_without_takings_is_told_and_not_the_worst() -> None:
    proposal = _proposal(*takings(HALF_YEAR, [30000, 31000, 0, 29500, 30500, 31500]))
    assert proposal.worst_takings == D("29500.00")
    assert len(proposal.closed_months) == 1


def test_costs_by_kind_with_the_day_of_the_rent() -> None:
    rows = takings(HALF_YEAR, [30000] * 6)
    for month in HALF_YEAR:
        rows += [row(f"{month}-05", "4500", "周先生", "店面房租"), row(f"{month}-20", "1500", "国家电网", "电费")]
        rows += [row(f"{month}-0{n}", "3000", "兴旺粮油批发", "面粉") for n in (2, 9)]
    proposal = _proposal(*rows)
    rent, power, goods = (_line(proposal, f"costs.shop.{kind}") for kind in ("rent", "utilities", "stock"))
    assert (rent.amount, rent.day, rent.estimated) == (D("4500.00"), 5, False)
    assert (power.amount, power.estimated) == (D("1500.00"), True)  # whose power it is nobody said
    assert (goods.amount, goods.group) == (D("6000.00"), CostGroup.STOCK)


def test_what_came_once_stands_apart_and_is_left_out() -> None:
    rows = [*takings(HALF_YEAR, [30000] * 6), row("2026-06-09", "5800", "老板电器", "油烟机", category="家居家装")]
    rows += [row(f"{month}-11", "100", "小店", category="日用百货") for month in HALF_YEAR]
    proposal = _proposal(*rows)
    monthly = _line(proposal, "costs.home.other")
    assert (monthly.amount, monthly.worst) == (D("100.00"), D("100.00"))
    (once,) = [line for line in proposal.lines if line.once]
    assert (once.name, once.amount, once.every, once.months, once.way) == (
        "老板电器",
        D("5800.00"),
        Every.YEAR,
        (6,),
        Way.LEAVE,
    )


def test_payments_every_three_months_are_a_round() -> None:
    rows = takings(months(2026, 1, 9), [30000] * 9)
    rows += [row(f"2026-{number:02d}-03", "13500", "周先生", "店面房租") for number in (2, 5, 8)]
    (rent,) = [line for line in _proposal(*rows).lines if line.group is CostGroup.RENT]
    assert (rent.amount, rent.every, rent.months) == (D("13500.00"), Every.QUARTER, (2,))


def test_what_comes_now_and_then_is_spread_and_called_a_guess() -> None:
    rows = [
        *takings(HALF_YEAR, [30000] * 6),
        row("2026-06-09", "330", "人民医院"),
        row("2026-08-30", "150", "康康药房"),
    ]
    line = _line(_proposal(*rows), "costs.home.medicine")
    assert (line.amount, line.spread, line.estimated) == (D("80.00"), True, True)


def test_a_year_that_differs_has_seasons() -> None:
    year = [33000, 26000, 30000, 30000, 30000, 30000, 26000, 26000, 30000, 30000, 30000, 34000]
    proposal = _proposal(*takings(months(2026, 1, 12), year))
    lines = {line.key.rsplit(".", 1)[1]: (line.months, line.amount) for line in proposal.lines if line.amount}
    assert lines == {
        "plain": ((3, 4, 5, 6, 9, 10, 11), D("30000.00")),
        "busy": ((1, 12), D("33500.00")),
        "quiet": ((2, 7, 8), D("26000.00")),
    }


def test_an_even_year_has_none() -> None:
    proposal = _proposal(*takings(months(2026, 1, 12), [30000] * 12))
    assert _line(proposal, "income.shop.takings").months == ()


def test_cash_is_a_line_to_fill_unless_there_is_one() -> None:
    rows = takings(HALF_YEAR, [30000] * 6)
    cash = _line(_proposal(*rows), "income.shop.cash")
    assert (cash.amount, cash.way) == (None, Way.ADD)
    case = Case(income=(Income(id="i1", side=Side.SHOP, name="店里现金"),))
    assert not [line for line in _proposal(*rows, case=case).lines if line.key == "income.shop.cash"]


def test_refunds_lessen_what_was_spent_once() -> None:
    rows = takings(HALF_YEAR, [30000] * 6)
    for month in HALF_YEAR:
        rows.append(row(f"{month}-02", "200", "红旗超市", refunded=D(50)))
        rows.append(row(f"{month}-03", "50", "红旗超市", "退款", Nature.REFUND, paired=True))
        rows.append(row(f"{month}-04", "30", "红旗超市", "退款", Nature.REFUND))
    assert _line(_proposal(*rows), "costs.home.food").amount == D("120.00")


def test_what_is_no_cost_is_in_no_line() -> None:
    rows = takings(HALF_YEAR, [30000] * 6)
    for month in HALF_YEAR:
        rows += [
            row(f"{month}-10", "8000", "提现", "提现", Nature.MOVE, fee=D("8.00")),
            row(f"{month}-11", "630", "花呗", "花呗还款", Nature.DEBT_SERVICE),
            row(f"{month}-12", "88", "淘宝", "雨衣", Nature.NEVER_PAID),
            row(f"{month}-13", "20000", "某某银行", "贷款放款", Nature.INCOME),
            row(f"{month}-14", "100", "亚马逊", "书", currency="USD"),
        ]
    found = _rows(*rows)
    proposal = proposal_of(found, EMPTY, {}, "en")
    costs = {line.key: line.amount for line in proposal.lines if line.list_name == "costs"}
    assert costs == {"costs.shop.fees": D("8.00")}
    assert (found.moves.count, found.closed.count, found.foreign) == (6, 6, 6)
    assert sum(tally.fen for tally in proposal.borrowed) == 12000000
    assert _line(proposal, "income.shop.takings").amount == D("30000.00")


def test_repayments_find_their_debt() -> None:
    case = Case(
        debts=(
            Debt(id="d1", name="网商贷", shape=Shape.LOAN, lender="浙江网商银行股份有限公司"),
            Debt(id="d2", name="信用卡", shape=Shape.CARD, lender="锦里银行信用卡中心"),
            Debt(id="d3", name="花呗", shape=Shape.BILL),
        )
    )
    rows = takings(HALF_YEAR, [30000] * 6)
    for day, party, item in (
        ("10", "花呗", "花呗主动还款"),
        ("11", "网商银行", "网商贷还款"),
        ("12", "信用卡还款", ""),
        ("13", "京东白条", ""),
    ):
        rows.append(row(f"2026-06-{day}", "630", party, item, Nature.DEBT_SERVICE))
    service = _proposal(*rows, case=case).service
    assert {(each.debt, each.name) for each in service} == {("d1", ""), ("d2", ""), ("d3", ""), ("", "京东白条")}
    assert not service[-1].debt


def test_two_cards_leave_open_which_was_repaid() -> None:
    cards = tuple(
        Debt(id=f"d{n}", name="信用卡", shape=Shape.CARD, lender=lender)
        for n, lender in ((1, "招商银行"), (2, "建设银行"))
    )
    rows = [
        row("2026-06-01", "500", "信用卡还款", "", Nature.DEBT_SERVICE),
        row("2026-06-02", "700", "招商银行信用卡", "", Nature.DEBT_SERVICE),
    ]
    assert {(each.debt, each.fen) for each in _proposal(*rows, case=Case(debts=cards)).service} == {
        ("d1", 70000),
        ("", 50000),
    }


def test_a_guess_waits_for_the_borrower_and_the_lines_follow() -> None:
    rows = takings(HALF_YEAR, [30000] * 6)
    rows += [row(f"{month}-15", "4200", "小吴", "转账") for month in HALF_YEAR]
    rows.append(row("2026-06-16", "3000", "张三", "转账", Nature.INCOME))
    before = _proposal(*rows)
    assert [(each.name, each.known) for each in before.parties[:2]] == [("小吴", Known.GUESS), ("张三", Known.GUESS)]
    unsorted = _line(before, "income.home.people")
    assert (unsorted.way, _line(before, "costs.home.people").estimated) == (Way.LEAVE, True)
    after = _proposal(*rows, decisions={"小吴": (Belongs.SHOP, CostGroup.WAGES), "张三": (Belongs.NOT_MINE, None)})
    wages = _line(after, "costs.shop.wages")
    assert (wages.amount, wages.estimated, wages.day) == (D("4200.00"), False, 15)
    assert not [line for line in after.lines if "people" in line.key]
    assert all(each.known is Known.SAID for each in after.parties)


@pytest.mark.parametrize(
    ("belongs", "gone"), [(Belongs.OWN, True), (Belongs.DEBT, True), (Belongs.NOT_MINE, True), (Belongs.HOME, False)]
)
def test_where_a_party_belongs_decides_whether_it_is_a_cost(belongs: Belongs, gone: bool) -> None:
    rows = takings(HALF_YEAR, [30000] * 6) + [row(f"{month}-15", "900", "老同学", "转账") for month in HALF_YEAR]
    after = _proposal(*rows, decisions={"老同学": (belongs, None)})
    assert (not [line for line in after.lines if line.list_name == "costs"]) is gone
    assert bool(after.service) is (belongs is Belongs.DEBT)


def test_bank_rows_behind_a_purse_are_counted_in_the_purse() -> None:
    rows = takings(HALF_YEAR, [30000] * 6)
    bank = [row(f"{month}-02", "3000", "支付宝-兴旺粮油", "快捷支付", source="icbc-debit") for month in HALF_YEAR]
    bank += [row(f"{month}-{day}", "1", "手续", "", source="icbc-debit") for month in HALF_YEAR for day in ("01", "29")]
    found = _rows(*rows, *bank)
    assert (found.elsewhere.count, found.elsewhere.fen) == (6, 1800000)
    assert not [line for line in proposal_of(found, EMPTY, {}, "en").lines if line.group is CostGroup.STOCK]


def test_what_was_written_by_hand_stays_where_the_statement_is_milder() -> None:
    rows = takings(HALF_YEAR, [30000] * 6) + [row(f"{month}-02", "6000", "粮油批发") for month in HALF_YEAR]

    def way(amount: int, estimated: tuple[str, ...] = ()) -> Way:
        cost = Cost(id="c1", side=Side.SHOP, name="进货", group=CostGroup.STOCK, amount=D(amount), estimated=estimated)
        line = _line(_proposal(*rows, case=Case(costs=(cost,))), "costs.shop.stock")
        assert line.replaces == ("c1",)
        return line.way

    assert way(8000) is Way.LEAVE  # part of it may be paid in cash
    assert way(5000) is Way.REPLACE
    assert way(8000, ("amount",)) is Way.REPLACE


def test_a_few_days_are_stretched_and_called_a_guess() -> None:
    rows = [row(f"2026-06-{day:02d}", "1000", "顾客", "收钱码收款", Nature.INCOME) for day in range(8, 28)]
    line = _line(_proposal(*rows), "income.shop.takings")
    assert (line.amount, line.estimated) == (D("30416.67"), True)  # 20,000 in 20 days x 365 / 12


def test_no_rows_propose_nothing() -> None:
    assert proposed_lines(imported(), EMPTY, "zh_Hans") == ()


def test_a_stopped_import_is_none() -> None:
    assert rows_of(imported(*takings(HALF_YEAR, [1] * 6)), stop=lambda: True) is None


_DAYS = st.dates(date(2025, 9, 1), date(2026, 10, 31))
_PARTIES = st.sampled_from(["", "兴旺粮油批发", "小吴", "国家电网", "红旗超市", "花呗", "支付宝"])
_SOURCES = st.sampled_from(["alipay-app", "wechat", "icbc-debit"])
_ANY = st.builds(
    lambda day, fen, party, nature, source: row(day.isoformat(), str(D(fen) / 100), party, "", nature, source=source),
    _DAYS, st.integers(0, 10**7), _PARTIES, st.sampled_from(list(Nature)), _SOURCES,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(_ANY, max_size=25))
def test_any_rows_give_sound_lines(rows: list[Transaction]) -> None:
    """No amount below zero, no key twice, no row in two lines, and every row of a line counted in a month."""
    proposal = _proposal(*rows, case=demo_case(date(2026, 11, 23)))
    keys = [line.key for line in proposal.lines]
    assert len(keys) == len(set(keys))
    places = [place for line in proposal.lines for place in line.rows]
    assert len(places) == len(set(places))
    for line in proposal.lines:
        assert line.amount is None or line.amount >= 0
        assert all(rows[place].nature not in {Nature.MOVE, Nature.NEVER_PAID} for place in line.rows)
