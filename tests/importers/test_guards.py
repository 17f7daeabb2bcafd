"""Files that are hostile, damaged, locked, too large or something else: one sentence each, and nothing is run or hung."""

import io
import time
import zipfile

import pytest
import pyzipper

from negotiator_tui.importers import limits
from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.read import read_statement, unpacked
from negotiator_tui.importers.statement import StatementFile
from negotiator_tui.text.fault import Fault, sentence
from tests.importers import files
from tests.importers.files import net, read, xlsx, zipped

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refused(data: bytes, name: str = "账单.csv", **options: object) -> str:
    """The code of the fault, whose sentence is one line and names the file."""
    result = read_statement(data, name, **options)  # type: ignore[arg-type]
    assert isinstance(result, Fault), result
    for lang in ("en", "zh_Hans"):
        said = sentence(result, lang)  # type: ignore[arg-type]
        assert "\n" not in said
        assert name in said or result.code == "import.mapping-short"
    return result.code


KINDS = {
    "empty": (b"", "import.empty"),
    "blank": (b"\r\n \t\0\0", "import.empty"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "import.pdf"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0", "import.kind-picture"),
    "rar": (b"Rar!\x1a\x07\x00", "import.kind-archive"),
    "rtf": (b"{\\rtf1 hello}", "import.kind-document"),
    "locked xlsx": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "import.book-locked"),
    "broken xls": (OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(2000), "import.damaged"),
    "locked xls": (
        b"\x09\x08\x10\0\0\x06\x05\0" + bytes(12) + b"\x2f\0\x06\0" + bytes(6) + b"\x0a\0\0\0",
        "import.book-locked",
    ),
    "word": (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "import.kind-document"),
    "noise": (bytes(range(256)) * 20, "import.kind-unknown"),
    "cut character": ("交易时间,金额\n早点".encode() + b"\xe6\xff", "import.encoding"),
    "broken zip": (b"PK\x03\x04" + bytes(100), "import.damaged"),
    "broken xlsx": (b"PK\x03\x04 xl/workbook.xml" + bytes(100), "import.damaged"),
    "unknown columns": ("甲,乙,丙\n1,2,3\n".encode(), "import.layout"),
    "a letter": ("您好，这是一封信。\n再见。\n".encode(), "import.layout"),
    "zip without": (zipped(**{"说明.docx": b"x"}), "import.zip-nothing"),
    "zip of pdf": (zipped(**{"流水.pdf": b"%PDF"}), "import.pdf"),
    "zip of two": (zipped(**{"a.csv": b"1", "b.csv": b"2"}), "import.zip-many"),
    "zip in zip": (zipped(**{"a.csv": zipped(**{"b.csv": b"x"})}), "import.kind-zip"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_other_kinds_of_files(kind: str) -> None:
    data, code = KINDS[kind]
    assert refused(data) == code


@pytest.mark.parametrize("cipher", [None, pyzipper.WZ_AES])
def test_a_zip_with_a_password(cipher: str | None) -> None:
    data = (
        locked(files.WECHAT.encode("utf-8-sig"), b"123456") if cipher is None else aes(files.WECHAT.encode(), b"123456")
    )
    assert refused(data, "微信支付账单.zip") == "import.password-needed"
    for wrong in ("654321", "密码", ""):
        assert refused(data, "微信支付账单.zip", password=wrong).startswith("import.password-")
    opened = read(data, "微信支付账单.zip", password=" 123456 ")
    assert net(merged([opened])) == ("100.00", "108.00", "700.10")


def aes(data: bytes, password: bytes) -> bytes:
    out = io.BytesIO()
    with pyzipper.AESZipFile(out, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(password)
        archive.writestr("微信支付账单(20260501-20260531).csv", data)
    return out.getvalue()


def locked(data: bytes, password: bytes) -> bytes:
    """A zip in the old cipher, which Python can read but not write (PKWARE APPNOTE 6.1)."""
    import zlib

    table = list(range(256))
    for n in range(256):
        for _ in range(8):
            table[n] = (table[n] >> 1) ^ (0xEDB88320 if table[n] & 1 else 0)
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(byte: int) -> None:
        keys[0] = (keys[0] >> 8) ^ table[(keys[0] ^ byte) & 0xFF]
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = (keys[2] >> 8) ^ table[(keys[2] ^ (keys[1] >> 24)) & 0xFF]

    for byte in password:
        update(byte)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    crc = zlib.crc32(data)
    cipher = bytearray()
    for byte in bytes(11) + bytes([crc >> 24]) + packed:
        mixed = (keys[2] | 2) & 0xFFFF
        cipher.append(byte ^ ((mixed * (mixed ^ 1)) >> 8) & 0xFF)
        update(byte)
    name = b"bill.csv"
    head = b"\x14\0\x01\0\x08\0\0\0\x21\0" + crc.to_bytes(4, "little") + len(cipher).to_bytes(4, "little")
    head += len(data).to_bytes(4, "little") + len(name).to_bytes(2, "little") + b"\0\0"
    first = b"PK\x03\x04" + head + name + bytes(cipher)
    entry = b"PK\x01\x02\x14\0" + head + bytes(2 + 2 + 2 + 4) + bytes(4) + name
    end = b"PK\x05\x06" + bytes(4) + b"\1\0\1\0" + len(entry).to_bytes(4, "little") + len(first).to_bytes(4, "little")
    return first + entry + end + b"\0\0"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(**{"a.csv": bytes(60_000_000)})
    started = time.perf_counter()
    assert refused(bomb) == "import.zip-bomb"
    assert time.perf_counter() - started < 0.5


def test_a_book_that_is_a_bomb() -> None:
    book = io.BytesIO(xlsx([["a"]]))
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", bytes(60_000_000))
    assert refused(book.getvalue(), "a.xlsx") == "import.zip-bomb"


def test_a_zip_whose_directory_lies_gives_no_more_than_the_limit() -> None:
    data = bytearray(zipped(**{"a.csv": bytes(9_000_000)}))
    size = (9_000_000).to_bytes(4, "little")
    while size in data:
        place = data.index(size)
        data[place : place + 4] = (1_000).to_bytes(4, "little")
    assert refused(bytes(data)) in {"import.damaged", "import.empty", "import.zip-bomb"}


def test_names_in_a_zip_are_plain() -> None:
    found = unpacked(zipped(**{"../../etc/账单\x1b[2J.csv": b"x", "c:\\a\\b.csv": b"y"}), "a.zip")
    assert isinstance(found, tuple)
    assert [name for name, _ in found] == ["账单\ufffd[2J.csv", "b.csv"]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("dtd", ['<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
                                 '<!DOCTYPE x SYSTEM "file:///etc/passwd">'])  # fmt: skip
def test_entities_in_a_book_are_refused(part: str, dtd: str) -> None:
    old = zipfile.ZipFile(io.BytesIO(xlsx([["交易时间", "金额"]])))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in {*old.namelist(), part}:
            data = old.read(name) if name in old.namelist() else b"<sst><si><t>x</t></si></sst>"
            if name == part:
                start = data.index(b"?>") + 2 if data.startswith(b"<?xml") else 0
                data = data[:start] + dtd.encode() + data[start:]
            archive.writestr(name, data)
    assert refused(out.getvalue(), "a.xlsx") == "import.book-unsafe"


def test_an_unclosed_quotation_mark_is_named_with_its_line() -> None:
    lines = files.JD.splitlines(keepends=True)
    lines[11] = lines[11].replace("京东平台商户", '"京东平台商户')
    for ends in ("\n", "\r\n"):
        result = read_statement("".join(lines).replace("\n", ends).encode(), "a.csv")
        assert isinstance(result, Fault)
        assert result.code == "import.quote"
        assert dict(result.args)["line"] == "12"


def test_a_field_of_a_million_characters_is_not_blamed_on_a_quotation_mark() -> None:
    assert refused(files.WECHAT.replace("水龙头,支出", "水" * 1_000_000 + ",支出").encode()) == "import.cell-long"


def test_a_line_break_inside_quotation_marks_is_text() -> None:
    file = read(files.WECHAT.replace("水龙头,支出", '"水龙头\n两个",支出'))
    assert file.transactions[0].item == "水龙头 两个"
    assert file.transactions[1].line == 13


def test_one_line_of_ten_megabytes() -> None:
    started = time.perf_counter()
    for data in (b"x" * 10_000_000, b"1," * 5_000_000, "金".encode() * 3_000_000, b'"' * 10_000_000):
        assert refused(data) in {"import.layout", "import.quote", "import.cell-long"}
    assert time.perf_counter() - started < 20


def test_size_rows_and_time_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(bytes(limits.LARGEST + 1)) == "import.too-big"
    monkeypatch.setattr("negotiator_tui.importers.read.ROWS", 5)
    assert refused(files.WECHAT.encode()) == "import.too-many-rows"
    monkeypatch.setattr(limits, "SECONDS", -1.0)
    assert refused(files.WECHAT.encode()) == "import.too-slow"


def test_it_stops_when_asked_and_tells_how_far_it_is() -> None:
    text = files.WECHAT + files.WECHAT.splitlines()[-1].join(["", "\n"]) * 3_000
    told: list[int] = []
    assert refused(text.encode(), stop=lambda: len(told) > 2, progress=told.append) == "import.stopped"
    assert told == [0, 0, 1000]


HOSTILE = ("=cmd|'/c calc'!A1", "[bold]x[/]", "[@click=app.quit]y[/]", "\x1b[2J\x1b]0;t\x07", "\u202e00.01", "{0}{name}", "%s",
           "../../etc/passwd", "\x00", "a" * 5_000)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_is_kept_as_text_cleaned_and_cut(text: str) -> None:
    file = read(files.WECHAT.replace("阿明建材", text))
    party = file.transactions[0].party
    assert len(party) <= 200
    assert not any(ord(character) < 32 or character in "\u202e\x7f" for character in party)
    if text.isprintable() and len(text) < 100:
        assert party == text


AMOUNTS = ("1e400", "nan", "Infinity", "1e9999999", "0x10", "1_000", "١٢٣", "12.345", "1,2,3", "--5", "99999999999999999999",
           "5元8", "=1+1", "")  # fmt: skip


@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_that_is_none_leaves_its_row_out_by_line_and_reason(amount: str) -> None:
    file = read(files.WECHAT.replace("支出,¥100.00", f'支出,"{amount}"'))
    code = "import.row-amount" if amount else "import.row-no-amount"
    assert [(each.line, each.reason.code) for each in file.skipped] == [(11, code)]
    assert file.rows == len(file.transactions) + len(file.skipped) == 7


DAYS = ("0000-01-01", "10000-01-01", "2026-02-30", "2026-W01-1", "1900-01-01", "2026-05-02 25:00:00", "60", "-1", "2958466",
        "1e10", "昨天", "03/04/2026")  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_a_day_that_is_none_leaves_its_row_out(day: str) -> None:
    file = read(files.WECHAT.replace("2026-05-02 12:00:00", day))
    assert [each.line for each in file.skipped] == [11]
    assert file.skipped[0].reason.code in {"import.row-date", "import.row-turned"}


def test_a_formula_without_its_value_is_no_nought() -> None:
    rows: list[list[object]] = [
        files.WECHAT_HEADER.split(","),
        ["2026-05-02 12:00:00", "商户消费", "店", "物", "支出", "=1+1", "零钱", "支付成功", "1", "2", "/"],
    ]
    file = read(xlsx(rows), "a.xlsx")
    assert [each.reason.code for each in file.skipped] == ["import.row-no-amount"]


def test_serial_numbers_in_a_day_column_of_a_book() -> None:
    row = ["商户消费", "店", "物", "支出", 3, "零钱", "支付成功", "1", "2", "/"]
    rows: list[list[object]] = [
        list(files.WECHAT_HEADER.split(",")),
        *([number, *row] for number in (0, -1, 60, 1e10, 46144.5)),
    ]
    file = read(xlsx(rows), "a.xlsx")
    assert [(each.at.isoformat(), str(each.amount)) for each in file.transactions] == [("2026-05-02T12:00:00", "3.00")]
    assert len(file.skipped) == 4


def test_a_file_without_transactions_is_read_and_told() -> None:
    file = read("\n".join(files.WECHAT.splitlines()[:10]))
    assert isinstance(file, StatementFile)
    assert (file.rows, [each.code for each in file.notices]) == (0, ["import.no-rows"])
