"""Several files counted together: every movement once, whatever each file knows of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from negotiator_tui.finance.months import month_text
from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.printed import period
from negotiator_tui.importers.statement import StatementFile
from negotiator_tui.importers.tally import rows_of
from negotiator_tui.importers.transaction import Nature, Transaction
from tests.importers import files
from tests.importers.files import counted, money, net, read
from tests.importers.made import imported, row

HEADER = "交易时间,交易分类,交易对方,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"


def alipay(*rows: str) -> str:
    return HEADER + "\n".join(rows)


@pytest.mark.parametrize("text", [files.ALIPAY, files.WEB, files.WECHAT, files.JD, files.MEITUAN, files.CMB_CREDIT,
                                  files.ICBC_DEBIT])  # fmt: skip
def test_the_same_file_twice_changes_nothing(text: str) -> None:
    once, twice = counted(text), counted(text, text)
    assert twice.net == once.net
    assert twice.months == once.months
    assert len(twice.transactions) == len(once.transactions)
    assert twice.duplicates == (0, len(once.transactions))


def test_overlapping_exports_count_the_shared_rows_once() -> None:
    lines = files.WECHAT.splitlines(keepends=True)
    first, second = "".join(lines[:14]), "".join(lines[:10] + lines[12:])
    found = counted(first, second)
    assert found.duplicates == (0, 2)
    assert found.net == counted(files.WECHAT).net


def test_two_equal_purchases_of_one_minute_stay_two() -> None:
    twice = alipay(*["2026-05-01 10:00:00,餐饮,早点铺,包子,支出,3.00,余额,交易成功,,,"] * 2)
    assert net(counted(twice))[1] == "6.00"
    assert net(counted(twice, twice))[1] == "6.00"


def test_an_export_saved_again_in_a_spreadsheet_is_still_known() -> None:
    whole = alipay("2026-05-01 10:00:42,餐饮,早点铺,包子,支出,3.00,余额,交易成功,2026050122001400123456789,,",
                   "2026-05-02 10:00:42,餐饮,早点铺,包子,支出,3.00,余额,交易成功,2026050222001400123456789,,")  # fmt: skip
    for spoiled in ("2.02605E+24", "2026050122001400000000000", ""):
        again = alipay(f"2026/5/1 10:00,餐饮,早点铺,包子,支出,3,余额,交易成功,{spoiled},,")
        found = counted(whole, again)
        assert found.duplicates == (0, 1)
        assert net(found)[1] == "6.00"


def test_the_later_export_knows_that_an_order_was_closed() -> None:
    before = alipay("2026-05-01 10:00:00,日用,灯具店,灯,支出,90.00,余额,等待发货,A1,M1,")
    after = alipay("2026-05-01 10:00:00,日用,灯具店,灯,不计收支,90.00,余额,交易关闭,A1,M1,",
                   "2026-05-03 10:00:00,退款,灯具店,退款-灯,不计收支,90.00,余额,退款成功,A1_R,M1,")  # fmt: skip
    for order in ((before, after), (after, before)):
        assert net(counted(*order)) == ("0.00", "0.00", "0.00")


def test_a_refund_in_a_later_file_belongs_to_its_purchase() -> None:
    bought = alipay("2026-05-30 10:00:00,日用,灯具店,灯,支出,90.00,余额,交易成功,A1,M1,")
    back = alipay("2026-06-02 10:00:00,退款,灯具店,退款-灯,不计收支,30.00,余额,退款成功,A1_R,M1,")
    found = counted(bought, back)
    purchase, refund = found.transactions
    assert (purchase.refunded, refund.paired) == (money("30.00"), True)
    assert [str(sums.expense) for sums in found.months.values()] == ["90.00", "-30.00"]


def test_a_refund_without_its_purchase_lessens_spending() -> None:
    found = counted(alipay("2026-06-02 10:00:00,退款,灯具店,退款-灯,不计收支,30.00,余额,退款成功,A1_R,M1,"))
    assert net(found) == ("0.00", "-30.00", "0.00")
    assert not found.transactions[0].paired


def test_refunds_never_exceed_what_was_paid() -> None:
    found = counted(alipay(
        "2026-05-01 10:00:00,日用,灯具店,灯,支出,90.00,余额,交易成功,A1,M1,",
        "2026-05-02 10:00:00,退款,灯具店,退款-灯,不计收支,60.00,余额,退款成功,A1_R1,M1,",
        "2026-05-03 10:00:00,退款,灯具店,退款-灯,不计收支,60.00,余额,退款成功,A1_R2,M1,",
    ))  # fmt: skip
    assert found.transactions[0].refunded == money("60.00")
    assert [row.paired for row in found.transactions] == [False, True, False]


def test_a_purchase_in_the_purse_and_on_the_card_it_was_paid_with_is_one() -> None:
    purse = alipay(
        "2026-05-01 10:00:00,日用,灯具店,灯,支出,90.00,某某银行信用卡(0001),交易成功,A1,M1,",
        "2026-05-02 10:00:00,日用,碗店,碗,支出,20.00,余额,交易成功,A2,M2,",
    )
    card = (
        "交易日期,入账日期,交易描述,卡末四位,交易币种,结算币种,交易金额,结算金额\n"
        "2026-05-01,2026-05-03,支付宝－灯具店,0001,人民币,人民币,90.00,90.00\n"
        "2026-05-02,2026-05-03,支付宝－碗店,0001,人民币,人民币,20.00,20.00\n"
        "2026-05-01,2026-05-03,灯具店门市,0001,人民币,人民币,90.00,90.00\n"
    )
    found = counted(purse, card)
    assert found.duplicates == (0, 1)  # the bowl was paid with the balance, the shop's own till is not the purse
    assert net(found)[1] == "220.00"


def test_a_shop_and_the_purse_that_paid_it() -> None:
    wechat = (
        files.WECHAT_HEADER
        + "\n2026-05-01 20:35:26,商户消费,美团平台商户,美团订单-2501,支出,¥20.00,零钱,支付成功,9,0_1,/\n"
    )
    found = counted(files.MEITUAN, wechat)
    assert found.duplicates == (0, 1)
    assert net(found)[1] == "90.00"


def test_only_spending_is_refunded_and_never_beyond_its_amount() -> None:
    for text in (files.ALIPAY, files.WEB, files.WECHAT, files.JD, files.MEITUAN):
        rows = merged([read(text)]).transactions
        assert any(row.refunded for row in rows)
        assert all(row.noted <= row.refunded <= row.amount for row in rows)
        assert not any(row.refunded for row in rows if row.nature is not Nature.SPENDING)


def test_a_noted_refund_under_another_name_is_still_one_refund() -> None:
    text = files.WECHAT_HEADER + (
        "\n2026-05-02 12:00:00,商户消费,平台商户,订单1,支出,¥40.00,零钱,已全额退款,1,m1,/"
        "\n2026-05-03 12:00:00,商户消费,平台商户,订单2,支出,¥60.00,零钱,已退款(￥30.00),2,m2,/"
        "\n2026-05-04 12:00:00,另一个名字-退款,另一个名字,订单,收入,¥40.00,零钱,已全额退款,3,r1,/"
        "\n2026-05-05 12:00:00,平台商户-退款,平台商户,订单2,收入,¥10.00,零钱,已退款(￥10.00),4,r2,/"
        "\n2026-05-06 12:00:00,平台商户-退款,平台商户,订单2,收入,¥20.00,零钱,已退款(￥20.00),5,r3,/"
    )
    found = counted(text)
    assert net(found) == ("0.00", "30.00", "0.00")
    assert [str(row.refunded) for row in found.transactions[:2]] == ["40.00", "30.00"]
    assert all(row.noted == 0 for row in found.transactions)


def _row(
    amount: str, number: str = "20260503220014567890", party: str = "街坊甲", day: str = "2026-05-03"
) -> Transaction:
    return row(day, amount, party, "收款", Nature.INCOME, id=number)


def test_a_payment_with_another_amount_in_another_file_counts_once() -> None:
    early = imported(_row("1200.00"), row("2026-05-09", "10.00", "菜场")).files[0]
    late = imported(_row("1180.00"), row("2026-06-09", "20.00", "菜场")).files[0]
    for order in ((early, late), (late, early)):
        found = merged(order)
        assert found.net.income == Decimal("1180.00"), "the file that reaches further counts"
        assert found.net.expense == Decimal("30.00")
        assert [(mine.amount, other.amount) for mine, other in found.changed] == [
            (Decimal("1180.00"), Decimal("1200.00"))
        ]


@pytest.mark.parametrize(
    "other",
    [
        _row("1180.00", number="20260503220014567891"),
        _row("1180.00", party="街坊乙"),
        _row("1180.00", day="2026-05-04"),
    ],
)
def test_another_payment_is_another_payment(other: Transaction) -> None:
    found = merged([imported(_row("1200.00")).files[0], imported(other).files[0]])
    assert (found.net.income, found.changed) == (Decimal("2380.00"), ())


def test_the_number_of_a_row_in_its_file_is_no_number_of_a_payment() -> None:
    found = merged([imported(_row("1200.00", number="1")).files[0], imported(_row("1180.00", number="1")).files[0]])
    assert (found.net.income, found.changed) == (Decimal("2380.00"), ())


def test_a_number_that_stands_twice_in_a_file_is_no_other_reading() -> None:
    parts = imported(_row("700.00"), _row("480.00")).files[0]
    found = merged([imported(_row("1200.00")).files[0], parts])
    assert (found.net.income, found.changed) == (Decimal("2380.00"), ())


def _covered(*files: StatementFile) -> list[str]:
    rows = rows_of(merged(files))
    assert rows is not None
    return [month_text(month) for month in rows.spans["alipay-app"].full]


def _file(first: str, last: str, period: tuple[date, date] | None = None) -> StatementFile:
    file = imported(row(first, "1.00", "a"), row(last, "2.00", "b")).files[0]
    return replace(file, period=period)


@pytest.mark.parametrize(
    ("files", "months"),
    [
        ([_file("2026-01-02", "2026-03-30")], ["2026-01", "2026-02", "2026-03"]),
        ([_file("2026-01-05", "2026-03-27")], ["2026-02"]),
        # Nobody knows what was taken in April and May.
        (
            [_file("2026-01-02", "2026-03-30"), _file("2026-06-02", "2026-07-30")],
            ["2026-01", "2026-02", "2026-03", "2026-06", "2026-07"],
        ),
        ([_file("2026-01-02", "2026-03-14"), _file("2026-03-10", "2026-04-29")], ["2026-01", "2026-02", "2026-03", "2026-04"]),
        # The file says what it is about: closed from the 12th on, and begun on the 3rd.
        ([_file("2026-01-04", "2026-03-11", (date(2026, 1, 3), date(2026, 3, 31)))], ["2026-02", "2026-03"]),
        ([_file("2026-01-02", "2026-03-30", (date(2026, 1, 1), date(2026, 3, 30)))], ["2026-01", "2026-02"]),
    ],
)  # fmt: skip
def test_which_months_are_covered_whole(files: list[StatementFile], months: list[str]) -> None:
    assert _covered(*files) == months


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["起始时间：[2026-05-01 00:00:00]    终止时间：[2026-06-30 23:59:59]"], (date(2026, 5, 1), date(2026, 6, 30))),
        (["起始日期:[2021-03-01 00:00:00]    终止日期:[2021-04-01 00:00:00]"], (date(2021, 3, 1), date(2021, 3, 31))),
        (["查询日期：20260101 至 20260630"], (date(2026, 1, 1), date(2026, 6, 30))),
        (["起止日期:2026-01-05 - 2026-03-09", "导出时间:[2026-03-02 09:00:00]"], (date(2026, 1, 5), date(2026, 3, 2))),
        (["起始日期:[2026-13-01] 终止日期:[2026-04-01]"], None),
        (["起始日期:[2026-05-01] 终止日期:[2026-04-01]"], None),
        (["交易时间,交易分类", "共10笔记录"], None),
    ],
)
def test_the_period_a_file_prints(lines: list[str], found: tuple[date, date] | None) -> None:
    assert period(lines) == found
