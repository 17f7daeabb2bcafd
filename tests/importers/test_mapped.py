"""Layouts nobody has described: headers that may be one, and reading by what the borrower says of them."""

from dataclasses import replace

import pytest

from negotiator_tui.importers.columns import Role, remembered, turned_day
from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.read import header_candidates, read_statement
from negotiator_tui.importers.statement import Candidate, Mapping
from negotiator_tui.text.fault import Fault, fault
from tests.importers.files import net, read, xlsx

SHEET = """\
王记面馆流水,,,,
制表：小满,,,,
哪天,什么,和谁,多少钱,单号
2026-05-01,买菜,菜场,-120.50,a1
2026-05-02,卖面,街坊,300,a2
2026-05-03,坏行,,不知道,a3
"""
SIGNED = Mapping(date="哪天", amount="多少钱", party="和谁", item="什么", id="单号")


def candidates(data: bytes) -> tuple[Candidate, ...]:
    found = header_candidates(data, "a.csv")
    assert isinstance(found, tuple)
    return found


def test_the_header_is_offered_first_with_rows_to_look_at() -> None:
    first = candidates(SHEET.encode())[0]
    assert (first.line, first.names) == (3, ("哪天", "什么", "和谁", "多少钱", "单号"))
    assert first.sample[0] == ("2026-05-01", "买菜", "菜场", "-120.50", "a1")


def test_the_signature_is_that_of_the_names_alone() -> None:
    other = SHEET.replace("制表：小满,,,,\n", "").replace("2026-05-01", "2027-01-31").replace(",", "\t")
    assert candidates(SHEET.encode())[0].signature == candidates(other.encode("gb18030"))[0].signature
    assert candidates(SHEET.encode())[0].signature != candidates(SHEET.replace("单号", "编号").encode())[0].signature


def test_amounts_with_a_sign() -> None:
    file = read(SHEET, mapping=SIGNED)
    assert file.layout == "mapped"
    assert net(merged([file])) == ("300.00", "120.50", "0.00")
    bought = file.transactions[0]
    assert (bought.party, bought.item, bought.id) == ("菜场", "买菜", "a1")
    assert [(each.line, each.reason.code) for each in file.skipped] == [(6, "import.row-amount")]


@pytest.mark.parametrize(
    ("text", "mapping", "expected"),
    [
        ("日子,进,出,事\n2026-5-1,,20,a\n2026-5-2,30,,b\n", Mapping(date="日子", money_in="进", money_out="出"), ("30.00", "20.00")),
        ("日子,方向,钱\n2026-5-1,支出,20\n2026-5-2,收入,30\n", Mapping(date="日子", amount="钱", direction="方向"), ("30.00", "20.00")),
        ("日子,钱,事\n2026-5-1,20,面馆\n2026-5-2,-5,退货\n", Mapping(date="日子", amount="钱", item="事", charges_positive=True),
         ("0.00", "15.00")),
    ],
)  # fmt: skip
def test_other_ways_of_writing_directions(text: str, mapping: Mapping, expected: tuple[str, str]) -> None:
    assert net(merged([read(text, mapping=mapping)]))[:2] == expected


def test_day_and_month_are_told_apart_by_the_file_or_by_the_borrower_never_guessed() -> None:
    mapping = Mapping(date="day", amount="sum")
    clear = "day,what,sum\n03/04/2026,a,-1\n25/04/2026,b,-2\n"
    assert [row.at.date().isoformat() for row in read(clear, mapping=mapping).transactions] == [
        "2026-04-03",
        "2026-04-25",
    ]
    unclear = "day,what,sum\n03/04/2026,a,-1\n05/04/2026,b,-2\n"
    refused = read_statement(unclear.encode(), "a.csv", mapping=mapping)
    assert refused == fault("import.day-order", name="a.csv", text="03/04/2026")
    contradicted = read(clear, mapping=Mapping(date="day", amount="sum", order="mdy"))
    assert [row.at.date().isoformat() for row in contradicted.transactions] == ["2026-04-03", "2026-04-25"]
    said = read(unclear, mapping=Mapping(date="day", amount="sum", order="mdy"))
    assert [row.at.date().isoformat() for row in said.transactions] == ["2026-03-04", "2026-05-04"]


def test_a_mapping_for_another_file_is_told_so() -> None:
    for mapping, code in (
        (Mapping(date="哪天", amount="价格"), "import.mapping"),
        (Mapping(date="哪天"), "import.mapping-short"),
    ):
        result = read_statement(SHEET.encode(), "a.csv", mapping=mapping)
        assert isinstance(result, Fault)
        assert result.code == code


def test_books_have_candidates_too() -> None:
    book = xlsx([["甲", "乙", "丙"], ["2026-05-01", "x", 3]], 另一页=[["a"]])
    assert candidates(book)[0].names == ("甲", "乙", "丙")


def test_what_was_said_of_a_header_is_found_by_its_names_and_taken_only_where_it_makes_sense() -> None:
    header = Candidate(1, ("day", "sum"), (), "right")
    kept = {"right": {"date": "day", "amount": "sum", "charges_positive": True, "order": "mdy"}}
    assert remembered([header], kept.get) == Mapping("day", amount="sum", charges_positive=True, order="mdy")
    assert remembered([replace(header, signature="other")], kept.get) is None
    for odd in ({"date": ""}, {"date": "day", "foreign": "x"}, {"date": True, "amount": "sum"}):
        assert remembered([header], {"right": odd}.get) is None
    assert remembered([header], {"right": {"date": "day", "order": "ymd"}}.get) == Mapping("day")


def test_a_day_that_can_be_read_in_two_ways_is_shown_only_where_the_others_do_not_tell() -> None:
    header = Candidate(1, ("day", "sum"), (("03/04/2026", "1"), ("05/04/2026", "2")), "s")
    roles = (Role.DATE, Role.AMOUNT)
    assert turned_day(header, roles) == "03/04/2026"
    assert turned_day(header, (Role.NOTHING, Role.AMOUNT)) == ""
    assert turned_day(replace(header, sample=(("25/04/2026", "1"), ("05/04/2026", "2"))), roles) == ""
    assert turned_day(replace(header, sample=(("2026-04-05", "1"),)), roles) == ""
