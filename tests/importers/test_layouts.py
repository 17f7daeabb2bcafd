"""Each layout read: sums, natures, refunds, months, in every encoding and container it comes in."""

from datetime import datetime

import pytest

from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.read import read_statement
from negotiator_tui.importers.transaction import Direction, Nature
from negotiator_tui.text.fault import Fault
from tests.importers import files
from tests.importers.files import counted, money, net, read, xlsx


def natures(text: str) -> list[str]:
    return [str(row.nature) for row in read(text).transactions]


def test_alipay_counts_refunds_once_and_closed_orders_never() -> None:
    file = read(files.ALIPAY, encoding="gb18030")
    assert file.layout == "alipay-app"
    assert file.rows == 10
    assert file.skipped == ()
    assert file.by_direction == {
        "支出": (6, money("465.50")), "收入": (1, money("1200.00")), "不计收支": (3, money("640.00"))
    }  # fmt: skip
    assert file.printed is not None
    assert file.printed.count == 10
    assert file.printed.by_direction == file.by_direction
    found = merged([file])
    # 15.50 + 200 - 40 + 70 + 30; the lamp was paid and came back, the table was never paid
    assert net(found) == ("1200.00", "275.50", "510.00")
    assert str(found.net.debt_service) == "510.00"
    assert {month: str(sums.expense) for month, sums in found.months.items()} == {
        "2026-05": "175.50",
        "2026-06": "100.00",
    }
    bowl, bowl_back, lamp, lamp_back, table = found.transactions[2:7]
    assert (bowl.refunded, bowl_back.nature, bowl_back.paired) == (money("40.00"), Nature.REFUND, True)
    assert (lamp.nature, lamp.refunded, lamp_back.paired) == (Nature.SPENDING, money("90.00"), True)
    assert table.nature is Nature.NEVER_PAID


def test_alipay_of_the_website_has_fees_refunds_and_states_in_columns() -> None:
    file = read(files.WEB, encoding="gb18030")
    assert file.layout == "alipay-web"
    assert [str(row.nature) for row in file.transactions] == ["spending", "never-paid", "income", "move"]
    assert file.transactions[0].at == datetime(2021, 3, 1, 0, 1)  # paid, not ordered
    assert file.printed is not None
    assert file.printed.by_direction["已支出"] == (1, money("300.00"))
    found = merged([file])
    assert net(found) == ("500.00", "250.00", "400.00")
    assert str(found.net.fees) == "3.00"


def test_wechat_notes_and_rows_of_one_refund_are_one_refund() -> None:
    found = counted(files.WECHAT)
    # 100 - 12 (row and note), 40 - 40 (note alone), 20; income without the refund
    assert net(found) == ("100.00", "108.00", "700.10")
    assert str(found.net.debt_service) == "600.00"
    assert str(found.net.fees) == "0.10"
    assert [str(row.refunded) for row in found.transactions[:3]] == ["12.00", "0.00", "40.00"]
    assert [row.paired for row in found.transactions[:2]] == [False, True]


def serial(text: str) -> float:
    return (datetime.fromisoformat(text) - datetime(1899, 12, 30)).total_seconds() / 86_400


def wechat_rows(*, plain: bool) -> list[list[object]]:
    import csv

    rows: list[list[object]] = [list(row) for row in csv.reader(files.WECHAT.splitlines())]
    if plain:  # as since March 2026: one line more above, numbers without ¥, days as numbers
        rows.insert(4, ["4. 本账单中所有时间均为UTC+08:00时间"])
        for row in rows[11:]:
            row[0], row[5] = serial(str(row[0])), float(str(row[5]).removeprefix("¥"))
    return rows


@pytest.mark.parametrize("plain", [False, True])
def test_wechat_as_a_book_old_and_new_says_the_same_as_csv(plain: bool) -> None:
    book = read(xlsx(wechat_rows(plain=plain)), "微信支付账单.xlsx")
    text = read(files.WECHAT)
    assert [(row.at, row.amount, row.id, row.party) for row in book.transactions] == [
        (row.at, row.amount, row.id, row.party) for row in text.transactions
    ]
    assert book.by_direction == text.by_direction


def test_a_book_as_excel_writes_it() -> None:
    """Shared texts, some in pieces or with a reading aid, prefixed names, cells left out or without a place."""
    texts = [*files.WECHAT_HEADER.split(","), "商户消费", "支出", "支付成功", "菜贩", "零钱"]
    shared = "".join(f"<x:si><x:t>{text}</x:t></x:si>" for text in texts[:-2])
    shared += "<x:si><x:r><x:t>菜</x:t></x:r><x:r><x:t>贩</x:t></x:r><x:rPh><x:t>cai</x:t></x:rPh></x:si>"
    shared += "<x:si><x:t>零钱</x:t></x:si>"
    space = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    head = "".join(f'<x:c t="s"><x:v>{place}</x:v></x:c>' for place in range(11))
    row = (
        '<x:c r="A4"><x:v>46144.5</x:v></x:c><x:c r="B4" t="s"><x:v>11</x:v></x:c><x:c r="C4" t="s"><x:v>14</x:v></x:c>'
        '<x:c r="E4" t="s"><x:v>12</x:v></x:c><x:c r="F4"><x:f>1+1</x:f><x:v>28.160000000000004</x:v></x:c>'
        '<x:c r="G4" t="s"><x:v>15</x:v></x:c><x:c r="H4" t="s"><x:v>13</x:v></x:c><x:c r="I4" t="str"><x:v>42</x:v></x:c>'
    )
    book = files.zipped(**{
        "xl/workbook.xml": f'<x:workbook {space} xmlns:r="r"><x:sheets><x:sheet name="a" r:id="i"/></x:sheets></x:workbook>'
        .encode(),
        "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="i" Target="worksheets/one.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<x:sst {space}>{shared}</x:sst>".encode(),
        "xl/worksheets/one.xml": f'<x:worksheet {space}><x:sheetData><x:row r="2">{head}</x:row><x:row r="4">{row}</x:row>'
        "</x:sheetData></x:worksheet>".encode(),
    })  # fmt: skip
    (found,) = read(book, "a.xlsx").transactions
    assert (found.line, found.at, str(found.amount)) == (4, datetime(2026, 5, 2, 12), "28.16")
    assert (found.party, found.account, found.id, found.item) == ("菜贩", "零钱", "42", "")


def test_a_sheet_that_repeats_another_is_not_counted_twice() -> None:
    book = read(xlsx(wechat_rows(plain=False), 另一页=wechat_rows(plain=True)), "a.xlsx")
    assert book.rows == 7


def test_jd_notes_refunds_in_the_amount_and_repeats_them_as_rows() -> None:
    file = read(files.JD)
    assert file.layout == "jd"
    found = merged([file])
    assert net(found) == ("0.00", "150.00", "180.00")  # 120 - 20 + 50; 20 + 80 + 80 as JD itself puts them
    assert [str(row.refunded) for row in found.transactions] == ["20.00", "0.00", "80.00", "0.00", "0.00"]


def test_a_refund_of_jd_after_the_first_export_is_found_in_the_second() -> None:
    before = "\n".join(
        line for line in files.JD.replace("120.00(已退款20.00)", "120.00").splitlines() if "退款-" not in line
    )
    after = files.JD.splitlines()[7] + "\n" + files.JD.splitlines()[9]
    assert net(counted(before, after))[1] == "150.00"


def test_meituan_counts_what_was_paid_and_not_what_is_repaid() -> None:
    file = read(files.MEITUAN)
    assert file.layout == "meituan"
    assert file.by_direction == {"支出": (3, money("158.12")), "收入": (1, money("20.00"))}
    found = merged([file])
    assert net(found) == ("0.00", "90.00", "48.12")
    assert str(found.net.debt_service) == "48.12"


def test_a_card_prints_charges_as_positive_and_leaves_out_the_year() -> None:
    file = read(files.CMB_CREDIT)
    assert file.layout == "cmb-credit"
    assert [row.at.date().isoformat() for row in file.transactions] == ["2025-12-29", "2026-01-02", "2026-01-05"]
    assert natures(files.CMB_CREDIT) == ["move", "spending", "refund"]
    assert file.by_direction == {"negative": (2, money("508.00")), "positive": (1, money("38.00"))}
    assert net(merged([file])) == ("0.00", "30.00", "500.00")


def test_a_bank_account_and_its_footer() -> None:
    file = read(files.ICBC_DEBIT)
    assert file.layout == "icbc-debit"
    assert [str(row.nature) for row in file.transactions] == ["spending", "debt-service", "move", "refund"]
    assert [(each.line, each.reason.code) for each in file.skipped] == [(11, "import.row-footer")]
    assert file.rows == 5
    assert net(merged([file])) == ("0.00", "1000.00", "5300.00")
    assert file.transactions[0].balance == money("8800.00")


BANKS = {
    "abc-debit": (
        ("交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日 志 号,交易渠道,交易附言\n"
        "20260501,093000,转存,+100.00,100.00,甲,1,电子商务,\n20260502,,消费,-30.00,70.00,乙,2,电子商务,\n"),
        [("2026-05-01 09:30", "100.00", "income"), ("2026-05-02 00:00", "30.00", "spending")],
    ),
    "boc-credit": (
        ("中国银行信用卡账单(2026年05月)\n交易日,银行记账日,卡号后四位,交易描述,存入,支出,币种\n"
        "2026-05-01,2026-05-02,0006,财付通-面馆CHN,,50.00,CNY\n2026-05-03,2026-05-03,0006,林小满,200.00,,CNY\n"
        "2026-05-04,2026-05-05,0006,网银在线CHN,10.00,,CNY\n"),
        [("2026-05-01 00:00", "50.00", "spending"), ("2026-05-03 00:00", "200.00", "move"),
         ("2026-05-04 00:00", "10.00", "refund")],
    ),
    "boc-debit": (
        ("记账日期,记账时间,币别,金额,余额,交易名称,渠道,网点名称,附言,对方账户名,对方卡号/账号,对方开户行\n"
        '2026-05-01,08:00:01,人民币,"-1,000.50","2,000.00",网上快捷支付,银企对接,-----,支付宝-甲,支付宝-甲,Z1,-----\n'),
        [("2026-05-01 08:00", "1000.50", "spending")],
    ),
    "bocom-credit": (
        ("交易日期,记账日期,交易说明,交易币种/金额,入账币种/金额\n"
        "2026-05-01,2026-05-01,消费 面馆,JPY 1000.00,CNY 49.85\n2026-05-02,2026-05-02,退货 面馆,CNY 3.00,CNY 3.00\n"
        "2026-05-03,2026-05-03,信用卡还款 跨行自助还款,CNY13.50,CNY 13.50\n"),
        [("2026-05-01 00:00", "49.85", "spending"), ("2026-05-02 00:00", "3.00", "refund"),
         ("2026-05-03 00:00", "13.50", "move")],
    ),
    "bocom-debit": (
        ("序号,交易日期,交易时间,交易类型,借贷,交易金额,余额,对方账号,对方户名,交易地点,摘要\n"
        "1,2026-05-01,00:00:00,存款利息,贷 Cr,1.23,10.00,1,银行,批处理,\n"
        "2,2026-05-02,13:15:12,信用卡转账还款,借 Dr,3.21,6.79,2,林小满,其他,\n"),
        [("2026-05-01 00:00", "1.23", "income"), ("2026-05-02 13:15", "3.21", "debt-service")],
    ),
    "cmb-debit": (
        ("记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n"
        '2026-05-01,CNY,"1,234.00","1,271.66",代发工资,某公司 1,\n2026-05-02,CNY,-3.00,81.22,快捷支付,抖音 2,\n'),
        [("2026-05-01 00:00", "1234.00", "income"), ("2026-05-02 00:00", "3.00", "spending")],
    ),
    "icbc-credit": (
        ("交易日期,记账日期,摘要,交易场所,交易国家或地区简称,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),"
        "记账金额(支出),记账币种,余额,对方户名\n"
        '2026-05-01 \t,2026-05-02 \t,消费 \t,面馆 \t,CHN \t," \t","1.00 \t",美元 \t," \t","7.10 \t",人民币 \t,"-7.10 \t"," \t",\n'),
        [("2026-05-01 00:00", "7.10", "spending")],
    ),
    "hsbc-hk-debit": (
        ("Date,Description,Billing amount,Billing currency,Balance,Balance currency\n"
        '24/03/2026,POS PURCHASE,"-1.00"\t,CNY,"3,612.17"\t,CNY\n'),
        [("2026-03-24 00:00", "1.00", "spending")],
    ),
    "hsbc-hk-credit": (
        ("Transaction date,Post date,Description,Billing amount,Billing currency,Transaction status,Merchant name,"
        "Country / region,Area / district,Credit / Debit\n"
        '09/04/2026,10/04/2026,SALES: NOODLES,"-18.00"\t,CNY,POSTED,NOODLES,CHINA,CHN,DEBIT\n'
        '10/04/2026,10/04/2026,PAYMENT - THANK YOU,"3,266.16"\t,CNY,POSTED,,,,CREDIT\n'),
        [("2026-04-09 00:00", "18.00", "spending"), ("2026-04-10 00:00", "3266.16", "move")],
    ),
    "ccb-debit": (
        ("中国建设银行个人活期账户全部交易明细\n卡号/账号：,6200\n\n"
        "记账日,交易日期,交易时间,支出,收入,账户余额,币种,摘要,对方账号,对方户名,交易地点\n"
        "20260501,20260501,08:05:01,25.50,0.00,100.00,人民币元,消费,1,面馆,\n"
        "20260502,20260502,09:00:00,0.00,300.00,400.00,人民币元,转账存入,2,街坊甲,\n"
        "以上数据仅供参考，具体内容请以柜台为准。\n"),
        [("2026-05-01 08:05", "25.50", "spending"), ("2026-05-02 09:00", "300.00", "income")],
    ),
    "spdb-debit": (
        ("账号,6200,账户类型,借记卡\n顺序号,交易日期,交易类型,存入金额,取出金额,余额,交易对手名称,交易对手账号,附言\n"
        "1,2026/05/03  14:06:51,网上支付-支付宝,,3.88,10.00,某公司,1,\n"),
        [("2026-05-03 14:06", "3.88", "spending")],
    ),
    "citic-credit": (
        ("本期账单明细(人民币)\n交易日期,入账日期,交易描述,卡末四位,交易币种,结算币种,交易金额,结算金额\n"
        "2026-05-01,2026-05-02,支付宝－面馆,0007,人民币,人民币,5.90,5.90\n"
        "2026-05-03,2026-05-03,财付通还款,0007,人民币,人民币,-1.21,-1.21\n"),
        [("2026-05-01 00:00", "5.90", "spending"), ("2026-05-03 00:00", "1.21", "move")],
    ),
    "bank": (
        ("某某农商银行\n交易时间,借方发生额,贷方发生额,余额,对方户名,摘要\n2026-05-01 10:00:00,20.00,,80.00,甲,消费\n"
        "2026-05-02 10:00:00,,30.00,110.00,乙,货款\n合计,20.00,30.00,,,\n"),
        [("2026-05-01 10:00", "20.00", "spending"), ("2026-05-02 10:00", "30.00", "income")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", BANKS)
def test_banks(layout: str) -> None:
    text, expected = BANKS[layout]
    file = read(text)
    assert file.layout == layout
    assert [
        (row.at.isoformat(" ", "minutes"), str(row.amount), str(row.nature)) for row in file.transactions
    ] == expected


def test_signs_that_are_not_told_are_asked_for() -> None:
    head = "交易时间,交易类型,交易方名称,交易金额,账户余额\n"
    signed = read(head + "2026-05-01 10:00:00,消费,甲,-5.00,95.00\n2026-05-02 10:00:00,工资,乙,+100.00,195.00\n")
    assert (signed.layout, [str(row.nature) for row in signed.transactions]) == ("bank", ["spending", "income"])
    unsigned = read_statement((head + "2026-05-01 10:00:00,消费,甲,5.00,95.00\n").encode(), "a.csv")
    assert isinstance(unsigned, Fault)
    assert unsigned.code == "import.layout"


def test_a_farmers_bank_card_with_its_currency_in_the_cell() -> None:
    text = "交易日期,入账日期,卡号末四位,交易摘要,交易地点,交易金额/币种,入账金额/币种(支出为-)\n"
    text += "2026-05-01,2026-05-02,0008,消费,面馆,15.90/CNY,-15.90/CNY\n2026-05-03,2026-05-03,0008,还款,,80.00/CNY,80.00/CNY\n"
    file = read(text)
    assert (file.layout, net(merged([file]))) == ("abc-credit", ("0.00", "15.90", "80.00"))


def test_marks_that_keep_a_spreadsheet_from_changing_figures() -> None:
    text = BANKS["spdb-debit"][0].replace("2026/05/03  14:06:51", '="2026/05/03 14:06:51"').replace(",3.88,", ",'3.88,")
    (row,) = read(text).transactions
    assert (row.at, str(row.amount)) == (datetime(2026, 5, 3, 14, 6, 51), "3.88")


def test_own_pockets_are_no_spending_even_where_a_purse_says_so() -> None:
    row = "2026-05-09 10:00:00,零钱提现,零钱提现,零钱提现,支出,¥500.00,某某银行储蓄卡,支付成功,W1,,/\n"
    assert net(counted(files.WECHAT + row)) == ("100.00", "108.00", "1200.10")
    failed = row.replace("支付成功", "提现失败")
    assert net(counted(files.WECHAT + failed)) == ("100.00", "108.00", "700.10")


def test_lines_around_the_table_of_a_bank() -> None:
    text = (
        '"# 招商银行交易记录"\n"# 导出时间: [            2026-05-22 23:52:22]"\n"# 币    种: [        人民币]"\n\n'
        '"交易日期","交易时间","收入","支出","余额","交易类型","交易备注"\n'
        '"\t20260501","\t12:00:00","","10.00","90.00","消费","\t午饭"\n\n"# 收入合计: 0 笔，共 0.00 元"\n'
        '"# 支出合计: 1 笔，共 10.00 元"\n'
    )
    file = read(text, encoding="gb18030")
    assert (file.layout, len(file.transactions)) == ("cmb-debit", 1)
    assert {each.reason.code for each in file.skipped} == {"import.row-footer"}


def test_an_old_book_and_one_that_is_html() -> None:
    html = "<html><meta charset='gb2312'><table>" + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split(",")) + "</tr>"
        for line in BANKS["ccb-debit"][0].splitlines()
    ) + "</table></html>"  # fmt: skip
    file = read(html, "建行.xls", "gb18030")
    assert (file.layout, len(file.transactions)) == ("ccb-debit", 2)


def test_excel_of_2003_as_xml() -> None:
    rows = [line.split(",") for line in BANKS["spdb-debit"][0].splitlines()]
    cells = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in rows
    )
    text = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>{cells}</Table>'
        "</Worksheet></Workbook>"
    )
    assert read(text, "a.xls").layout == "spdb-debit"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end(encoding: str, ends: str) -> None:
    file = read(files.WECHAT.replace("\n", ends), encoding=encoding)
    assert file.by_direction == read(files.WECHAT).by_direction
    assert [row.line for row in file.transactions] == list(range(11, 18))


@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_other_separators(delimiter: str) -> None:
    text = files.CMB_CREDIT.replace(",", delimiter)
    assert len(read(text).transactions) == 3


def test_columns_in_another_order_and_the_header_on_the_first_line() -> None:
    text = "收/支,交易对方,对方账号,商品说明,收/付款方式,金额,交易状态,交易分类,交易订单号,商家订单号,交易时间,\n"
    text += "收入,某公司,,工资,,500.00,交易成功,收入,1\t,P1\t,2026-05-31 13:03:39 ,\n"
    row = read(text).transactions[0]
    assert (row.party, row.amount, row.direction, row.id) == ("某公司", money("500.00"), Direction.INCOME, "1")


def test_a_direction_nobody_knows_is_neither_income_nor_spending() -> None:
    found = counted(files.ALIPAY.replace("支出   ,15.50", "转出   ,15.50"))
    assert net(found) == ("1200.00", "260.00", "525.50")


def test_other_currencies_are_listed_and_not_counted() -> None:
    file = read(BANKS["boc-credit"][0] + "2026-05-06,2026-05-07,0006,STEAM USA,,3.72,USD\n")
    assert file.currencies == ("CNY", "USD")
    assert [each.code for each in file.notices] == ["import.currencies"]
    assert file.by_direction["negative"] == (2, money("53.72"))
    found = merged([file])
    assert str(found.net.expense) == "40.00"
    assert str(found.other["USD"].expense) == "3.72"


def test_money_lent_is_neither_income_nor_repayment() -> None:
    for way in ("收入", "不计收支"):
        row = f"2026-06-03 10:00:00 ,信用借还 ,网商贷,/,网商贷放款,{way},5000.00,余额,交易成功,2026060301\t,\t,,\n"
        found = counted(files.ALIPAY + row)
        assert net(found) == ("1200.00", "275.50", "5510.00")
        assert str(found.net.debt_service) == "510.00"


REPAID = (
    "花呗主动还款-2026年05月账单", "花呗自动还款", "借呗还款", "网商贷-提前还款", "信用卡还款", "微粒贷还款", "美团月付还款", "白条还款",
    "京东金条按时还款", "抖音月付-自动还款", "贷款本息代扣", "还款至招联消费金融",
)  # fmt: skip
BOUGHT = (
    "还原奶",
    "信用卡套",
    "分期付款买的手机",
    "环球旅行",
    "话费充值",
    "菜场",
    "贷款计算器书",
    "退还押金条",
    "月付租金",
)


@pytest.mark.parametrize("item", [*REPAID, *BOUGHT])
def test_repayments_are_told_from_purchases(item: str) -> None:
    text = "交易时间,交易分类,交易对方,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"
    (row,) = read(f"{text}2026-05-01 10:00:00,其他,某某,{item},支出,1.00,余额,交易成功,1,2,\n").transactions
    assert row.nature is (Nature.DEBT_SERVICE if item in REPAID else Nature.SPENDING)


def test_a_line_of_numbers_alone_is_told_as_left_out() -> None:
    rows = [*wechat_rows(plain=True), [None, None, None, None, None, 832.1]]
    assert [each.line for each in read(xlsx(rows), "a.xlsx").skipped] == [len(rows)]
