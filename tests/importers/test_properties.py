"""What holds for any bytes and any rows."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.importers.cells import amount_of, moment_of
from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.read import header_candidates, read_statement
from negotiator_tui.importers.statement import StatementFile
from negotiator_tui.importers.transaction import Nature
from negotiator_tui.text.fault import Fault, sentence
from tests.importers import files

STARTS = (b"", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"), b"<table>", b"\xff\xfe", b"\xef\xbb\xbf",
          files.WECHAT.encode()[:600], files.ALIPAY.encode("gb18030")[:900], files.xlsx([["交易时间"]])[:400])  # fmt: skip


def fine(result: StatementFile | Fault) -> None:
    if isinstance(result, Fault):
        assert sentence(result, "zh_Hans")
    else:
        assert result.rows == len(result.transactions) + len(result.skipped)


@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400), password=st.none() | st.text(max_size=5))
@settings(max_examples=200, deadline=None)
def test_no_bytes_make_it_raise(start: bytes, rest: bytes, password: str | None) -> None:
    fine(read_statement(start + rest, "a.csv", password=password))
    assert isinstance(header_candidates(start + rest, "a.csv", password=password), tuple | Fault)


WHOLE = (files.xlsx([files.WECHAT_HEADER.split(","), ["2026-05-01", "a", "b", "c", "支出", 3, "d", "e", "f", "g", "h"]]),
         files.zipped(**{"a.csv": files.WECHAT.encode()}), files.WECHAT.encode(), files.WEB.encode("gb18030"))  # fmt: skip


@given(whole=st.sampled_from(WHOLE), data=st.data())
@settings(max_examples=200, deadline=None)
def test_no_damage_makes_it_raise(whole: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(0, 40))
    fine(read_statement(whole[:place] + data.draw(st.binary(max_size=8)) + whole[place + cut :], "a.xlsx"))


CELL = st.text(st.characters(codec="utf-8"), max_size=12)
FEN = st.integers(0, 10_000_000)
DIRECTIONS = {"支出": "spent", "收入": "received", "不计收支": "neither"}


@st.composite
def rows(draw: st.DrawFn) -> list[tuple[str, int, str, str, str]]:
    """Direction, fen, party, status, id."""
    count = draw(st.integers(0, 12))
    return [
        (
            draw(st.sampled_from(sorted(DIRECTIONS))),
            draw(FEN),
            draw(st.sampled_from(("甲", "乙", "丙"))),
            draw(st.sampled_from(("交易成功", "交易关闭", "等待确认收货"))),
            f"N{draw(st.integers(0, 30))}",
        )
        for _ in range(count)
    ]


def text_of(drawn: list[tuple[str, int, str, str, str]]) -> str:
    head = "交易时间,交易分类,交易对方,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注"
    lines = [
        f"2026-05-{day:02d} 10:00:00,日用,{party},物,{way},{fen // 100}.{fen % 100:02d},余额,{status},{number},,"
        for day, (way, fen, party, status, number) in enumerate(drawn, start=1)
    ]
    return "\n".join([head, *lines])


@given(rows())
@settings(max_examples=100, deadline=None)
def test_parts_sum_to_the_whole(drawn: list[tuple[str, int, str, str, str]]) -> None:
    found = files.counted(text_of(drawn))
    for what, way in (("income", "收入"), ("expense", "支出"), ("neutral", "不计收支")):
        fen = sum(fen for each, fen, _, status, _ in drawn if each == way and status != "交易关闭")
        assert getattr(found.net, what) == Decimal(fen) / 100
        assert sum((getattr(month, what) for month in found.months.values()), Decimal(0)) == getattr(found.net, what)
    assert sum(count for count, _ in found.files[0].by_direction.values()) == len(drawn)
    assert sum(row.nature is Nature.NEVER_PAID for row in found.transactions) == sum(r[3] == "交易关闭" for r in drawn)


@given(rows(), st.integers(0, 12), st.integers(0, 12))
@settings(max_examples=100, deadline=None)
def test_any_overlap_of_exports_counts_every_row_once(
    drawn: list[tuple[str, int, str, str, str]], first: int, second: int
) -> None:
    head, *lines = text_of(drawn).splitlines()
    low, high = sorted((min(first, len(lines)), min(second, len(lines))))
    parts = ["\n".join([head, *lines[:high]]), "\n".join([head, *lines[low:]])]
    whole = files.counted(text_of(drawn))
    for order in (parts, parts[::-1]):
        found = files.counted(*order)
        assert found.net == whole.net
        assert sum(found.duplicates) == high - low
    assert merged([*whole.files, *whole.files]).net == whole.net


@given(st.one_of(CELL, st.floats(), st.integers(), st.decimals(), st.datetimes(), st.none(), st.booleans()))
@settings(max_examples=300, deadline=None)
def test_a_cell_is_an_amount_or_none(cell: object) -> None:
    found = amount_of(cell)  # type: ignore[arg-type]
    assert found is None or (found.value.as_tuple().exponent == -2 and abs(found.value) < 10**10)
    assert moment_of(cell) is None or 1990 <= moment_of(cell).year <= 2100  # type: ignore[arg-type, union-attr]


@given(st.integers(-(10**11), 10**11))
def test_printed_amounts_are_read_to_the_fen(fen: int) -> None:
    yuan = f"{abs(fen) // 100:,}.{abs(fen) % 100:02d}"
    for text in (yuan, f"¥{yuan}", f"￥{yuan}", f" {yuan}元 ", f"CNY {yuan}", yuan.replace(",", "，")):
        found = amount_of(text)
        assert found is not None
        assert found.value * 100 == abs(fen)
    for text in (f"-{yuan}", f"-¥{yuan}", f"¥-{yuan}", f"({yuan})", f"{yuan}-", f"－{yuan}"):
        found = amount_of(text)
        assert found is not None
        assert found.value * 100 == -abs(fen)
