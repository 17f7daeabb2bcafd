"""Statements by keyboard: read in a thread, looked through, taken over and taken back."""

import asyncio
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

import pytest
from textual.events import Paste

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Belongs, CostGroup, Side
from negotiator_tui.case.lines import Income
from negotiator_tui.importers.applying import Choices
from negotiator_tui.storage.columns import known_columns
from negotiator_tui.text.fault import fault
from negotiator_tui.ui import import_reading
from negotiator_tui.ui import rows as r
from tests.importers.made import months
from tests.ui.harness import screen_text, type_text, wizard

D = Decimal
HEADER = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注"


def _rows() -> Iterator[str]:
    number = 0
    for month in months(2026, 5, 10):
        for day, kind, party, item, way, amount in (
            ("01", "其他", "顾客甲", "收钱码收款", "收入", "15000.00"),
            ("05", "转账红包", "周先生", "店面房租", "支出", "4500.00"),
            ("15", "转账红包", "小吴", "转账", "支出", "4200.00"),
            ("30", "其他", "顾客乙", "收钱码收款", "收入", "16000.00"),
        ):
            number += 1
            yield f"{month}-{day} 10:00:00,{kind},{party},/,{item},{way},{amount},余额,交易成功,N{number:04d}\t,,"


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "alipay.csv"
    lines = ("支付宝交易明细", "共24笔记录", "收入：12笔 186000.00元", "支出：12笔 1.00元", HEADER, *_rows())
    path.write_bytes("\r\n".join(lines).encode("gb18030"))
    return path


async def _choose(pilot: Any, path: Path) -> None:
    """Drop a file into the window, which pastes its path, and press Enter."""
    pilot.app.sheet.editor.post_message(Paste(str(path)))
    await pilot.pause()
    await pilot.press("enter")


async def _until(pilot: Any, page: str) -> None:
    for _ in range(400):
        await pilot.pause(0.02)
        if pilot.app.session.place.page == page and pilot.app.reading is None:
            return
    raise AssertionError(screen_text(pilot.app))


def _stand(app: Any, key: str) -> None:
    app.sheet.show(("action", key))
    assert r.key_of(app.sheet.row) == ("action", key), screen_text(app)


async def test_a_statement_is_read_looked_through_taken_over_and_taken_back(statement: Path) -> None:
    before = Case(income=(Income(id="i1", side=Side.SHOP, name="现金", amount=D(2000)),), ids={"income": 1})
    async with wizard(before, "statements", lang="en") as pilot:
        app = pilot.app
        await _choose(pilot, statement)
        await _until(pilot, "import")
        assert app.session.case == before  # nothing changes by looking
        assert "31,000.00" in screen_text(app)
        _stand(app, "party.小吴")
        await pilot.press("enter")
        assert app.session.place.page == "import-party"
        _stand(app, "belongs.shop wages")
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.place.page == "import"
        _stand(app, "apply")
        await pilot.press("enter")
        await pilot.pause()
        case = app.session.case
        assert [(line.name, line.amount) for line in case.income] == [
            ("现金", D("2000.00")),
            ("Takings by code", D("31000.00")),
        ]
        assert [(cost.group, cost.amount) for cost in case.costs] == [
            (CostGroup.RENT, D("4500.00")),
            (CostGroup.WAGES, D("4200.00")),
        ]
        assert [(party.name, party.belongs) for party in case.parties] == [("小吴", Belongs.SHOP)]
        assert case.budget.worst_takings == D("31000.00")
        assert app.session.importing is None
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.session.case.model_copy(update={"ids": before.ids}) == before
        assert len(app.session.history.past) == 0


async def test_a_line_is_changed_and_another_left_out(statement: Path) -> None:
    async with wizard(Case(), "statements", lang="en") as pilot:
        app = pilot.app
        await _choose(pilot, statement)
        await _until(pilot, "import")
        _stand(app, "line.income.shop.takings")
        await type_text(pilot, "⏎28000⏎")
        await pilot.pause()
        _stand(app, "line.costs.shop.rent")
        await pilot.press("enter")
        _stand(app, "way.leave")
        await pilot.press("enter")
        _stand(app, "apply")
        await pilot.press("enter")
        await pilot.pause()
        case = app.session.case
        assert [line.amount for line in case.income] == [D("28000.00"), None]
        assert CostGroup.RENT not in {cost.group for cost in case.costs}


def _locked(path: Path, content: bytes, password: str) -> Path:
    import pyzipper

    with pyzipper.AESZipFile(path, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(password.encode())
        archive.writestr("alipay.csv", content)
    return path


async def test_a_password_is_asked_for_shown_as_dots_and_kept_nowhere(statement: Path, tmp_path: Path) -> None:
    path = _locked(tmp_path / "mail.zip", statement.read_bytes(), "385917")
    async with wizard(Case(), "statements", lang="en") as pilot:
        app = pilot.app
        await _choose(pilot, path)
        await _until(pilot, "statements")
        for _ in range(100):
            await pilot.pause(0.02)
            if app.session.importing.locked:
                break
        await type_text(pilot, "111111⏎")
        for _ in range(100):
            await pilot.pause(0.02)
            if app.session.importing.problem and app.session.importing.problem.code == "import.password-wrong":
                break
        await type_text(pilot, "385917")
        await pilot.pause()
        assert "385917" not in screen_text(app)
        assert not app.session.drafts
        await pilot.press("enter")
        await _until(pilot, "import")
        assert app.session.importing.password == ""
        assert app.session.find == ""
        assert "385917" not in repr(app.session.importing)


async def test_esc_stops_reading(statement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(data: bytes, name: str, **more: Any) -> Any:
        while not more["stop"]():
            more["progress"](1234)
            sleep(0.01)
        return fault("import.stopped", name=name)

    monkeypatch.setattr(import_reading, "read_statement", slow)
    async with wizard(Case(), "statements", lang="en") as pilot:
        app = pilot.app
        app.perform("import-file", str(statement))
        for _ in range(100):
            await pilot.pause(0.02)
            if "1,234 rows so far" in screen_text(app):
                break
        else:
            raise AssertionError(screen_text(app))
        await pilot.press("escape")
        await pilot.pause()
        assert app.reading is None
        assert not app.session.importing.running
        assert app.session.place.page == "statements"


async def test_unknown_columns_are_said_once(tmp_path: Path) -> None:
    path = tmp_path / "shopbank.csv"
    lines = [
        "Booked,What for,Whom,Yuan",
        *(f"2026-{n:02d}-{d},goods,Mill,-{n}00.00" for n in range(5, 11) for d in ("01", "30")),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    async with wizard(Case(), "statements", lang="en") as pilot:
        app = pilot.app
        app.files.here = importing_home(tmp_path)
        await _choose(pilot, path)
        await _until(pilot, "columns")
        state = app.session.importing.unknown
        for name, role in (("Booked", "date"), ("Yuan", "amount"), ("Whom", "party")):
            place = state.candidate.names.index(name)
            for _ in range(12):
                if app.session.importing.unknown.roles[place].value == role:
                    break
                app.perform("import-column", str(place))
        await pilot.pause()
        _stand(app, "read")
        await pilot.press("enter")
        await _until(pilot, "import")
        assert len(app.session.importing.rows.transactions) == 12
        assert known_columns(app.files.here, state.candidate.signature)["amount"] == "Yuan"
        app.perform("import-forget")
        app.session.place = r.Target("statements")
        app.show_page()
        await _choose(pilot, path)
        await _until(pilot, "import")


def importing_home(tmp_path: Path) -> Any:
    """Folders for settings below a temporary one."""
    from negotiator_tui.storage.locations import locations

    return locations({"NEGOTIATOR_TUI_HOME": str(tmp_path / "home")})


async def test_what_cannot_be_read_is_said_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    async with wizard(Case(), "statements", lang="en") as pilot:
        app = pilot.app
        await _choose(pilot, path)
        for _ in range(100):
            await pilot.pause(0.02)
            if app.session.importing.problem:
                break
        assert "photo.csv" in screen_text(app)
        assert app.session.case == Case()


async def test_the_screen_lives_while_many_rows_are_read(tmp_path: Path) -> None:
    """The event loop turns on while a thread reads: no pause comes near the time the reading takes."""
    path = tmp_path / "long.csv"
    many = [line.replace("N0", f"M{n}-0") for n in range(400) for line in _rows()]
    path.write_bytes("\n".join((HEADER, *many)).encode("gb18030"))
    pauses = []

    async def beat() -> None:
        last = perf_counter()
        while True:
            await asyncio.sleep(0.005)
            pauses.append(perf_counter() - last)
            last = perf_counter()

    async with wizard(Case(), "statements", lang="en") as pilot:
        beating = asyncio.create_task(beat())
        pilot.app.perform("import-file", str(path))
        await _until(pilot, "import")
        beating.cancel()
        assert len(pilot.app.session.importing.rows.transactions) == len(many)
    assert len(pauses) > 20
    assert max(pauses) < 0.5


async def test_enter_hit_many_times_neither_stops_reading_nor_takes_anything_over(statement: Path) -> None:
    async with wizard(Case(), "statements", lang="en") as pilot:
        app = pilot.app
        await _choose(pilot, statement)
        for _ in range(30):
            await pilot.press("enter")
            await pilot.pause(0.02)
        assert app.session.importing.imported is not None
        assert app.session.importing.choices == Choices()
        assert app.session.case == Case()
        assert len(app.session.history.past) == 0
