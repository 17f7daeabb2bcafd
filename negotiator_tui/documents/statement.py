"""The financial statement: one page of what comes in and goes out; the debts only where the lender asked for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import CostGroup, OwedFor, Shape, YesNo
from negotiator_tui.case.labels import label
from negotiator_tui.case.lines import Cost
from negotiator_tui.documents.citing import Citing
from negotiator_tui.documents.document import Block, Document, Heading, Paragraph, Signature, Table
from negotiator_tui.documents.making import Figured, Kind, Made, Needed, Request, figured
from negotiator_tui.documents.means import Means, means_of, open_answers, takings_paths
from negotiator_tui.documents.templates import say, word
from negotiator_tui.documents.wording import day_text, money
from negotiator_tui.finance.budget import budget_of, first_due_of
from negotiator_tui.finance.claim import balance_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.language import t

PART = "statement"
_WIDTHS = (30, 20, 20, 30)
_RIGHT = frozenset({1, 2})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the statement, in fen; None where nothing is known."""

    name: str
    usual: int | None
    bad: int | None
    about: bool
    ground: str
    sums: bool = False


def statement(request: Request) -> Made | Needed:
    """Income and spending of a usual and of a bad month."""
    case, today = request.case, request.today
    means = means_of(case, first_due_of(case, today), today, debts=False)
    if means is None:
        missing = open_answers(budget_of(case, today), debts=False)
        return Needed(fault("documents.nothing"), missing or (("income",),))
    citing = Citing(case)
    blocks = tuple(_blocks(request, means, citing))
    title = say(PART, "title-debts" if request.with_debts else "title")
    remarks: tuple[Fault, ...] = (fault("documents.debts-listed"),) if request.with_debts else ()
    return Made(Kind.STATEMENT, Document(title, blocks), tuple(_figures(means)), remarks)


def _figures(means: Means) -> Iterator[Figured]:
    for name, figure in (
        ("usual", means.usual.shop_income),
        ("bad", means.bad.shop_income),
        ("for-debts", means.bad.for_debts),
    ):
        if figure.value is not None:
            yield figured(name, figure.value, about=figure.estimated)


def _blocks(request: Request, means: Means, citing: Citing) -> Iterator[Block]:
    case = request.case
    yield Paragraph(
        say(
            PART,
            "who",
            name=request.identity.name,
            trade=case.borrower.trade or None,
            day=day_text(request.today),
        ),
        indent=False,
    )
    yield _table(
        (
            *_part("shop", _shop(case, means, citing)),
            *_part("home", _home(case, means, citing)),
            *_part("left", _left(means)),
        )
    )
    if request.with_debts:
        yield Heading(say(PART, "debts-title"))
        yield _debts(case, means, citing)
    yield Paragraph(_remark(means), indent=False, small=True)
    listed = citing.line()
    if listed:
        yield Paragraph(word("exhibits", listed=listed), indent=False, small=True)
    yield Signature(word("declarant", name=request.identity.name), day_text(request.today))


def _part(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a part with something in them, under its name; nothing where none has."""
    shown = [row for row in rows if row.usual or row.bad]
    if shown:
        yield Row(say(PART, f"{name}-title"), None, None, about=False, ground="", sums=True)
        yield from shown


def _table(shown: tuple[Row, ...]) -> Table:
    head = tuple(say(PART, f"head-{name}") for name in ("item", "usual", "bad", "ground"))
    cells = tuple((row.name, _cell(row.usual, row), _cell(row.bad, row), row.ground) for row in shown)
    strong = frozenset(number for number, row in enumerate(shown) if row.sums)
    return Table(head, cells, _WIDTHS, _RIGHT, strong)


def _cell(fen: int | None, row: Row) -> str:
    return "" if fen is None else money(yuan(fen), about=row.about)


def _shop(case: Case, means: Means, citing: Citing) -> Iterator[Row]:
    usual, bad = means.usual, means.bad
    ground = citing.ground(*takings_paths(case), ("budget", "worst_takings"))
    yield _row("takings", usual.shop_income, bad.shop_income, ground)
    yield from _costs(case, usual.shop_costs, bad.shop_costs, citing, "rough-shop")
    yield _row("shop-costs", usual.shop_costs, bad.shop_costs, "", sums=True)
    tax_usual, tax_bad = _tax(usual.shop), _tax(bad.shop)
    if tax_usual is not None and tax_bad is not None:
        yield _row("tax", tax_usual, tax_bad, word("own-word"))
    yield _row("shop-left", usual.shop, bad.shop, "", sums=True)


def _tax(shop: Figure) -> Figure | None:
    """The tax taken off what the shop leaves, where there is one."""
    return shop.parts[1] if shop.op == "minus" and shop.parts and shop.parts[0].op == "minus" else None


def _home(case: Case, means: Means, citing: Citing) -> Iterator[Row]:
    usual, bad = means.usual, means.bad
    lines = [("income", each.id) for each in case.income if each.side == "home"]
    yield _row("home-income", usual.home_income, bad.home_income, citing.ground(*lines))
    yield from _costs(case, usual.home_costs, bad.home_costs, citing, "rough-home")
    yield _row("home-costs", usual.home_costs, bad.home_costs, "", sums=True)


def _left(means: Means) -> Iterator[Row]:
    usual, bad = means.usual, means.bad
    yield _row("surplus", usual.surplus, bad.surplus, "")
    yield _row("keep", usual.keep, bad.keep, "")
    yield _row("for-debts", usual.for_debts, bad.for_debts, "", sums=True)
    arranged = means.arranged()
    if arranged:
        yield Row(say(PART, "arranged"), arranged, arranged, about=False, ground="")


def _row(name: str, usual: Figure, bad: Figure, ground: str, *, sums: bool = False) -> Row:
    return Row(say(PART, name), usual.fen, bad.fen, usual.estimated or bad.estimated, ground, sums)


def _costs(case: Case, usual: Figure, bad: Figure, citing: Citing, rough: str) -> Iterator[Row]:
    """Costs by kind, in the order of the kinds: lines of one kind in different seasons are one row."""
    by_kind: dict[CostGroup | None, list[tuple[Figure, Figure]]] = {}
    for one, other in zip(usual.parts, bad.parts, strict=True):
        line = _line(case, one)
        kind = (line.group or CostGroup.OTHER) if line is not None else None
        by_kind.setdefault(kind, []).append((one, other))
    for kind in (*CostGroup, None):
        pairs = by_kind.get(kind, [])
        if not pairs:
            continue
        name = say(PART, rough) if kind is None else t("zh_Hans", label(kind))
        paths: list[Path] = [one.source[:2] for one, _ in pairs if one.source and (one.fen or 0)]
        yield Row(
            name,
            sum(one.fen or 0 for one, _ in pairs),
            sum(other.fen or 0 for _, other in pairs),
            any((one.estimated and one.fen) or (other.estimated and other.fen) for one, other in pairs),
            citing.ground(*paths),
        )


def _line(case: Case, figure: Figure) -> Cost | None:
    if figure.source is None or figure.source[0] != "costs":
        return None
    found = find(case, "costs", figure.source[1])
    return found if isinstance(found, Cost) else None


def _debts(case: Case, means: Means, citing: Citing) -> Table:
    head = tuple(say(PART, f"head-{name}") for name in ("debt", "owed", "overdue", "due", "ground"))
    rows, total, whole = [], 0, True
    dues = {each.debt.id: each for each in means.budget.dues}
    for debt in case.debts:
        balance = balance_of(debt)
        total += 0 if balance is None else int(balance * 100)
        whole = whole and balance is not None
        due = dues[debt.id].in_month(means.budget.first) if debt.id in dues else 0
        rows.append(
            (
                creditor(debt),
                say(PART, "unknown") if balance is None else money(balance, about="outstanding" in debt.estimated),
                say(PART, {YesNo.YES: "yes", YesNo.NO: "no", None: "unknown"}[debt.overdue]),
                money(yuan(due)) if due else "",
                citing.ground(("debts", debt.id, "outstanding")),
            )
        )
    rows.append((say(PART, "total"), money(yuan(total), about=not whole), "", "", ""))
    return Table(head, tuple(rows), (28, 18, 14, 18, 22), frozenset({1, 3}), frozenset({len(rows) - 1}))


def creditor(debt: Debt) -> str:
    """An institution by its name; people and firms only by what is owed to them: their names are not for a lender."""
    if debt.shape in {Shape.LOAN, Shape.CARD, Shape.BILL, None}:
        return debt.lender or debt.name or say(PART, "unknown")
    if debt.shape is Shape.ARREARS:
        kinds = {
            OwedFor.RENT: "rent",
            OwedFor.SUPPLIER: "supplier",
            OwedFor.WAGES: "wages",
            OwedFor.TAX: "tax",
            OwedFor.SOCIAL: "social",
            OwedFor.UTILITIES: "utilities",
        }
        return say(PART, f"lender-{kinds.get(debt.owed_for, 'other') if debt.owed_for else 'other'}")
    return say(PART, f"lender-{debt.shape}")


def _remark(means: Means) -> str:
    usual, bad = means.usual.shop_income, means.bad.shop_income
    parts = []
    if usual.value and bad.value is not None:
        about = money(usual.value, about=usual.estimated)
        leanest = money(bad.value, about=bad.estimated)
        parts.append(say(PART, "months", usual=about, takings=leanest, bad=leanest))
    if means.guessed and usual.value:
        parts.append(say(PART, "guessed"))
    if any(each.estimated for each in (means.usual.surplus, means.bad.surplus)):
        parts.append(say(PART, "estimated"))
    return "".join((*parts, say(PART, "truth")))
