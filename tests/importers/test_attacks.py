"""Files as careless hands and strange programs make them: read right, or refused soon and in one sentence."""

import io
import time
import zipfile

import pytest
import pyzipper

from negotiator_tui.importers import limits
from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.read import read_statement, unpacked
from negotiator_tui.importers.statement import StatementFile
from negotiator_tui.text.fault import Fault
from tests.importers.files import MEITUAN, WECHAT, net, read, xlsx, zipped


def _quickly(data: bytes) -> str:
    began = time.thread_time()
    result = read_statement(data, "账单.xls")
    assert time.thread_time() - began < 2
    assert isinstance(result, Fault), result
    return result.code


@pytest.mark.parametrize("junk", [b"<", b"<!--", b"<a ", b"</", b"<![CDATA[", b"&#x", b'<a b="'])
def test_a_page_whose_tags_never_end_is_given_up_soon(junk: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 1.0)
    assert _quickly(b"<table><tr><td>" + junk * (6_000_000 // len(junk))) in {"import.damaged", "import.too-slow"}


def _hollow() -> bytes:
    """A book with a third of a million rows, none of which holds anything."""
    rows = b"".join(b'<row r="%d"><c r="A%d"/></row>' % (number, number) for number in range(1, 333_333))
    source = zipfile.ZipFile(io.BytesIO(xlsx([["a"]])))
    parts = {name: source.read(name) for name in source.namelist()}
    return zipped(
        **parts | {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"}
    )


def test_a_book_without_any_row_can_be_stopped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    data, asked = _hollow(), []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 20

    result = read_statement(data, "空.xlsx", stop=stop)
    assert isinstance(result, Fault)
    assert result.code == "import.stopped"
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    result = read_statement(data, "空.xlsx")
    assert isinstance(result, Fault)
    assert result.code == "import.too-slow"


def test_what_a_mac_and_a_readme_add_to_a_zip_is_no_statement() -> None:
    data = zipped(
        **{"账单.csv": WECHAT.encode(), "__MACOSX/._账单.csv": b"\0\5\x16\7", "说明.txt": "请保管好".encode()}
    )
    assert unpacked(data, "账单.zip") == (("账单.csv", WECHAT.encode()),)
    assert len(read(data, "账单.zip").transactions) == 7
    alone = unpacked(zipped(**{"流水.txt": b"x"}), "流水.zip")
    assert alone == (("流水.txt", b"x"),)


def test_a_password_typed_with_full_width_figures_opens_the_file() -> None:
    out = io.BytesIO()
    with pyzipper.AESZipFile(out, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"204518")
        archive.writestr("a.csv", MEITUAN)
    file = read_statement(out.getvalue(), "a.zip", password="２０４５１８ ")
    assert isinstance(file, StatementFile)
    assert len(file.transactions) == 4


def test_a_word_for_the_direction_that_nobody_knows_is_no_income() -> None:
    text = "交易时间,交易金额,收付标志,对手户名,摘要说明\n"
    rows = "2026-08-28 12:00:00,{amount},{word},某甲,货款\n"
    said = [("进", "12.50"), ("出", "2.50"), ("甲方", "700.00"), ("甲方", "-30.00")]
    file = read(text + "".join(rows.format(word=word, amount=amount) for word, amount in said))
    assert net(merged([file])) == ("12.50", "32.50", "0.00")
    assert [(each.line, each.reason.code) for each in file.skipped] == [(4, "import.row-direction")]


def test_a_correction_in_red_lessens_spending_and_a_minus_before_all_that_goes_out_does_not() -> None:
    head = "交易日期,摘要,对方户名,借方发生额,贷方发生额,余额\n"
    red = read(head + "2026-05-15,货款,甲,200.00,,800.00\n2026-05-16,冲正,甲,-200.00,,1000.00\n")
    assert net(merged([red])) == ("0.00", "0.00", "0.00")
    minus = read(head + "2026-05-15,货款,甲,-200.00,,800.00\n2026-05-16,房租,乙,(50.00),,750.00\n")
    assert net(merged([minus])) == ("0.00", "250.00", "0.00")


def test_a_card_of_the_construction_bank() -> None:
    text = """\
,,,,,,
中国某某银行,,,,,,
 交易日, 入账日, 信用卡卡号, 类型, 入账币种, 入账金额,交易描述
20260924,20260925,'********1234,消费    ,人民币,23.10,"面馆, 分店"
,,,,,,
20260925,20260925,'********1234,存入,人民币,-500.00,手机银行 转账还款
20260926,20260926,'********1234,退货,人民币,-2.10,退款 面馆
"""
    file = read(text)
    assert file.layout == "ccb-credit"
    assert net(merged([file])) == ("0.00", "21.00", "500.00")


def test_the_website_of_alipay_without_the_state_of_an_order() -> None:
    file = read(
        "交易号,商家订单号,交易创建时间,付款时间,类型,交易对方,商品名称,金额（元）,收/支,备注\n"
        "11,A1,2026-01-02 10:05:00,2026-01-02 10:05:10,消费,早餐店,早餐,18.50,支出,\n"
        "12,A2,2026-01-03 08:10:00,2026-01-03 08:10:10,退款,早餐店,退款,8.50,收入,\n"
        "13,A3,2026/01/04 12:00:00,2026-01-04 12:00:05,转账,张三,转账,100.00,不计收支,\n"
    )
    assert file.layout == "alipay-web"
    assert net(merged([file])) == ("0.00", "10.00", "100.00")


def test_a_fund_that_is_sold_is_no_income() -> None:
    file = read(
        "交易时间,交易分类,交易对方,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号\n"
        "2026-05-03 08:01:00,投资理财,某某基金,某某基金-卖出至余额宝,收入,120.00,余额宝,交易成功,4\n"
    )
    assert net(merged([file])) == ("0.00", "0.00", "120.00")
