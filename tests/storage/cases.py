"""Cases for tests: a small believable one, a large one, and any case at all."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from negotiator_tui.case.base import Table
from negotiator_tui.case.case import BELONGS, LISTS, PREFIXES, TABLES, Case, Place
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.first import First, WeekItem
from negotiator_tui.case.kinds import Channel, Every, OwedFor, Per, Shape, Side, Urgent
from negotiator_tui.case.lines import Cost, Income
from negotiator_tui.case.questions import Kind, Question, questions
from negotiator_tui.case.talks import Contact

SMALL = Case(
    first=First(urgent=(Urgent.SWEPT,), cash_at_hand=Decimal("-320.50"), takings=Decimal(28000)),
    week=(WeekItem(id="w1", name="进货", amount=Decimal("1860.00"), day=date(2026, 12, 7)),),
    debts=(
        Debt(
            id="d1",
            name="网商贷",
            shape=Shape.LOAN,
            outstanding=Decimal(120),
            rate=Decimal("0.045"),
            rate_per=Per.DAY,
            unknown=("year_days",),
            estimated=("outstanding",),
        ),
        Debt(id="d3", name="房租", shape=Shape.ARREARS, owed_for=OwedFor.RENT, monthly=Decimal("2600.5")),
    ),
    income=(Income(id="i1", side=Side.SHOP, name="堂食", amount=Decimal(21000), every=Every.MONTH, from_="2026-09"),),
    costs=(Cost(id="c1", side=Side.HOME, name="学费", amount=Decimal(900), months=(3, 9)),),
    contacts=(
        Contact(
            id="k1",
            debt="d1",
            at=datetime.fromisoformat("2026-12-04T16:20"),
            channel=Channel.PHONE,
            said="她说：“先还一半。”\r\n我说：现在不能。\x1b[2J # 不是注释",
        ),
    ),
    ids={"debts": 3},
    place=Place(page="debts", path=("debts", "d1", "rate")),
)


def large(contacts: int = 10_000) -> Case:
    """A case with a log of that many entries, some 350 bytes each, and 200 debts."""
    began = datetime.fromisoformat("2026-01-01T08:00")
    return Case(
        debts=tuple(
            Debt(id=f"d{n}", name=f"债务{n}", shape=Shape.LOAN, outstanding=Decimal(1000 + n)) for n in range(1, 201)
        ),
        contacts=tuple(
            Contact(
                id=f"k{n}",
                debt=f"d{n % 200 + 1}",
                at=began + timedelta(hours=n),
                channel=Channel.PHONE,
                who="客服，没有留名字",
                said="对方说已经记录，三个工作日内答复；没有说明能不能只还本金。" * 2,
                promised_amount=Decimal("1200.00"),
            )
            for n in range(1, contacts + 1)
        ),
    )


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_AMOUNT = st.decimals(0, Decimal("99999999.99"), places=2)
_MONTH = st.builds("{:04}-{:02}".format, st.integers(1990, 2100), st.integers(1, 12))


def _answer(question: Question) -> st.SearchStrategy[Any]:
    kinds: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.AMOUNT: _AMOUNT,
        Kind.RATE: st.decimals(0, 1000, places=8) | st.integers(0, 1000).map(Decimal),
        Kind.DATE: st.dates(date(1990, 1, 1), date(2100, 12, 31)),
        Kind.MONTH: _MONTH,
        Kind.MOMENT: st.datetimes(),
        Kind.MONTHS: st.lists(st.integers(1, 12), max_size=4).map(tuple),
        Kind.NUMBER: st.integers(max(question.low, 1), min(question.high, 28)),
        Kind.TEXT: _TEXT,
        Kind.LONG: _TEXT,
    }
    if question.kind is Kind.CHOICE:
        return st.sampled_from(question.options)
    if question.kind is Kind.CHOICES:
        return st.lists(st.sampled_from(question.options), max_size=3).map(tuple)
    return kinds[question.kind]


def _table(model: type[Table], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    asked = {each.name: _answer(each) for each in questions(model)}
    names = st.lists(st.sampled_from(sorted(asked)), max_size=3, unique=True).map(tuple)
    optional = {**asked, "unknown": names, "estimated": names}
    return st.fixed_dictionaries(fixed, optional=optional).map(lambda answers: model(**answers))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case: each table and list filled with anything its fields take, links into nothing included."""
    parts: dict[str, Any] = {name: draw(_table(model)) for name, model in TABLES.items()}
    for name in draw(st.lists(st.sampled_from(sorted(LISTS)), max_size=4, unique=True)):
        numbers = draw(st.lists(st.integers(1, 99_999), max_size=3, unique=True))
        links = {
            field: st.none() | st.integers(1, 9).map(lambda n, to=to: f"{PREFIXES[to]}{n}")
            for field, to in BELONGS.get(name, {}).items()
        }
        note = st.none() | _TEXT
        parts[name] = tuple(
            draw(_table(LISTS[name], id=st.just(f"{PREFIXES[name]}{n}"), note=note, **links)) for n in numbers
        )
    ids = draw(st.dictionaries(st.sampled_from(sorted(LISTS)), st.integers(0, 10**6), max_size=3))
    place = draw(st.builds(Place, page=_TEXT, path=st.lists(_TEXT, max_size=3).map(tuple)))
    return Case(**parts, ids=ids, place=place)
