"""The pages of an import: what they show in every state, and that they can be drawn."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Belongs, CostGroup
from negotiator_tui.importers.applying import Choices
from negotiator_tui.importers.columns import Role, guessed_roles, mapping_of, next_role
from negotiator_tui.importers.proposed import Way
from negotiator_tui.importers.statement import Candidate, Import, Printed, Skipped, StatementFile, Totals
from negotiator_tui.importers.tally import rows_of
from negotiator_tui.importers.transaction import Nature
from negotiator_tui.text.fault import fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.import_state import ImportState, Unknown, counted, decided, opened
from negotiator_tui.ui.pages.columns import columns
from negotiator_tui.ui.pages.import_parts import line, party
from negotiator_tui.ui.pages.importing import preview
from negotiator_tui.ui.pages.statements import statements
from tests.importers.made import months, row, takings
from tests.ui.pages.drawn import TODAY, actions, assert_drawn, flat, seen

D = Decimal
HALF_YEAR = months(2026, 5, 10)
ROWS = (
    *takings(HALF_YEAR, [30000, 31000, 0, 29500, 32000, 31500]),
    *(row(f"{month}-05", "4500", "周先生", "店面房租") for month in HALF_YEAR),
    *(row(f"{month}-15", "4200", "小吴" * 20, "转账") for month in HALF_YEAR),
    *(row(f"{month}-16", "900", "老何粮油", "转账") for month in HALF_YEAR),
    *(row(f"{month}-10", "630", "京东白条", "还款", Nature.DEBT_SERVICE) for month in HALF_YEAR),
    *(row(f"{month}-11", "5000", "提现", "", Nature.MOVE) for month in HALF_YEAR),
    row("2026-06-09", "5800", "老板电器", "油烟机", category="家居家装"),
    row("2026-06-30", "20000", "某银行", "贷款放款", Nature.INCOME),
    row("2026-06-30", "3000", "张三", "转账", Nature.INCOME),
    row("2026-07-01", "30", "Amazon", currency="USD"),
)
FILE = StatementFile(
    "支付宝交易明细（2026-05 至 2026-10）.csv",
    "alipay-app",
    "a" * 64,
    len(ROWS) + 2,
    ROWS,
    (Skipped(7, fault("import.row-no-amount")), Skipped(9, fault("import.row-date", text="x\x1b[31my"))),
    Printed(60, {"收入": (12, D("184000.00")), "支出": (3, D("1.00"))}),
    {"收入": (12, D("184000.00")), "支出": (20, D("63400.00"))},
    notices=(fault("import.row-no-amount"),),
)
IMPORT = Import((FILE,), ROWS, (3,), Totals(), {})
CASE = Case(debts=(Debt(id="d1", name="老何粮油的货款", lender="老何粮油"),))


def _state(case: Case = CASE) -> ImportState:
    rows = rows_of(IMPORT)
    assert rows is not None
    return counted(ImportState(), IMPORT, rows, case, "en")


def test_everything_is_told_before_anything_changes() -> None:
    rows = preview(seen(CASE, importing=_state()))
    text = flat(rows)
    assert f"{len(ROWS) + 2} rows: {len(ROWS)} read, 2 left out, 3 already in another file" in text
    assert "Moved between own accounts: 6 rows, 30,000.00" in text
    assert "In another currency, left out: 1 row" in text
    assert "Borrowed money came in: 20,000.00. It is no income." in text
    assert "支出: printed 3 rows, 1.00; counted 20 rows, 63,400.00" in text
    assert "Without any takings, and not taken for the worst: 2026-07" in text
    made = actions(rows)
    assert "6 times, 3,780.00" in made["debt.京东白条"].label
    assert made["debt.京东白条"].hint == "not among your debts: Enter lists it"
    assert "30,500.00 month" in made["line.income.shop.takings"].label
    assert made["line.income.home.people"].hint == "left out"
    assert "guess" in made["party.张三"].hint


def test_left_out_rows_are_told_one_by_one() -> None:
    rows = preview(seen(CASE, importing=_state(), unfolded=frozenset({"import.skipped.0"})))
    assert "Row 7: There is no amount." in flat(rows)


def test_a_decision_shows_at_once() -> None:
    state = decided(_state(), "张三", (Belongs.SHOP, None), CASE, "en")
    made = actions(preview(seen(CASE, importing=state)))
    assert made["party.张三"].hint.endswith("takings of the shop")
    assert "line.income.home.people" not in made


def test_what_is_chosen_of_a_line_stands_there() -> None:
    choices = Choices(ways={"costs.shop.rent": Way.LEAVE}, amounts={"income.shop.takings": D("28000.00")})
    made = actions(preview(seen(CASE, importing=replace(_state(), choices=choices))))
    assert made["line.costs.shop.rent"].hint == "left out"
    assert "28,000.00" in made["line.income.shop.takings"].label


def test_a_party_that_is_a_creditor_is_said_to_be_one() -> None:
    rows = party(seen(CASE, importing=replace(_state(), party="老何粮油")))
    assert "This may be 老何粮油的货款, among your debts." in flat(rows)
    assert {"belongs.shop stock", "belongs.home elders", "belongs.debt", "belongs.own-account"} <= set(actions(rows))


def test_a_line_opens_its_months_and_their_rows() -> None:
    rows = line(seen(CASE, importing=opened(_state(), "costs.shop.rent")))
    (figure,) = [each.figure for each in rows if isinstance(each, r.FigureRow)]
    assert (figure.op, figure.value, [part.name for part in figure.parts]) == ("median", D("4500.00"), HALF_YEAR)
    assert figure.parts[0].parts[0].value == D("4500.00")
    assert "周先生" in figure.parts[0].parts[0].name


def _candidate(*names: str) -> Candidate:
    return Candidate(3, names, (tuple("x" * 40 for _ in names),), "s")


def test_columns_are_guessed_and_turned() -> None:
    roles = guessed_roles(("交易日期", "摘要", "收入金额", "支出金额", "余额", "对方户名"))
    assert roles == (Role.DATE, Role.ITEM, Role.IN, Role.OUT, Role.NOTHING, Role.PARTY)
    turned = next_role((Role.DATE, Role.NOTHING), 1)
    assert turned == (Role.DATE, Role.TIME)  # what another column holds is passed over
    assert mapping_of(("a", "b"), (Role.DATE, Role.TIME), charges_positive=False) is None
    mapping = mapping_of(("a", "b"), (Role.DATE, Role.AMOUNT), charges_positive=True)
    assert mapping is not None
    assert (mapping.date, mapping.amount, mapping.charges_positive) == ("a", "b", True)


@pytest.mark.parametrize("roles", [(Role.DATE, Role.AMOUNT, Role.NOTHING), (Role.NOTHING, Role.PARTY, Role.ID)])
def test_columns_say_what_is_still_open(roles: tuple[Role, ...]) -> None:
    unknown = Unknown(
        Path("/x/" + "长" * 60 + ".csv"), (_candidate("日", "额", "长" * 30), _candidate("a", "b")), 0, roles
    )
    rows = columns(seen(Case(), importing=ImportState(unknown=unknown)))
    assert ("read" in actions(rows)) is (Role.DATE in roles)
    assert_drawn(columns, Case(), importing=ImportState(unknown=unknown))


def test_a_day_that_can_be_read_in_two_ways_is_asked_about() -> None:
    candidate = Candidate(1, ("日", "额"), (("03/04/2026", "-1"),), "s")
    unknown = Unknown(Path("hk.csv"), (candidate,), 0, (Role.DATE, Role.AMOUNT))
    for order, said in (("dmy", "2026-04-03"), ("mdy", "2026-03-04")):
        state = ImportState(unknown=replace(unknown, order=order))
        rows = columns(seen(Case(), importing=state))
        (label,) = [each.label for each in rows if isinstance(each, r.ActionRow) and each.argument == "order"]
        assert said in label
        assert_drawn(columns, Case(), importing=state)


def test_the_password_page_has_one_line_for_it() -> None:
    state = ImportState(locked=Path("mail.zip"), problem=fault("import.password-needed", name="mail.zip"))
    (find,) = [each for each in statements(seen(Case(), importing=state)) if isinstance(each, r.FindRow)]
    assert (find.secret, find.command) == (True, "import-password")


@pytest.mark.parametrize(
    "state",
    [
        None,
        ImportState(),
        ImportState(running="长" * 80 + ".csv", done=123456),
        ImportState(locked=Path("mail.zip"), problem=fault("import.password-wrong", name="长" * 90)),
        ImportState(problem=fault("import.pdf", name="a.pdf")),
    ],
)
def test_choosing_is_drawn_in_every_state(state: ImportState | None) -> None:
    for case in (Case(), demo_case(TODAY)):
        folds = frozenset({"statements.asking", "statements.months", "statements.parties"})
        assert_drawn(statements, case, importing=state)
        assert_drawn(statements, case, importing=state, unfolded=folds)


def test_the_other_pages_are_drawn_with_and_without_an_import() -> None:
    for case in (CASE, demo_case(TODAY)):
        full = _state(case)
        folds = frozenset({"import.parties", "import.skipped.0"})
        for state in (None, ImportState(), full):
            assert_drawn(preview, case, importing=state)
            assert_drawn(preview, case, importing=state, unfolded=folds, hide=True)
            assert_drawn(party, case, importing=state)
            assert_drawn(line, case, importing=state)
            assert_drawn(columns, case, importing=state)
        assert full.proposal is not None
        for each in full.proposal.lines:
            assert_drawn(line, case, importing=opened(full, each.key))
        for somebody in full.proposal.parties:
            assert_drawn(party, case, importing=replace(full, party=somebody.name))


def test_hidden_amounts_are_nowhere_on_the_preview() -> None:
    state = replace(_state(), choices=Choices(parties={"小吴": (Belongs.SHOP, CostGroup.WAGES)}))
    text = flat(preview(seen(CASE, importing=state, hide=True)))
    assert "30,500" not in text
    assert "4,500" not in text
