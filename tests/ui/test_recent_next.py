"""What is next in each case opened before stands on the start screen."""

from datetime import datetime
from pathlib import Path

from negotiator_tui.case.demo import demo_case
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.recents import Recent, remember
from negotiator_tui.storage.session import save_copy
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui.app import Negotiator
from tests.ui.harness import NOW, screen_text
from tests.ui.pages.drawn import case_of
from tests.ui.test_files import opened


async def test_the_start_screen_tells_the_next_thing_of_every_case_and_a_damaged_one_tells_none(tmp_path: Path) -> None:
    here = locations({"NEGOTIATOR_TUI_HOME": str(tmp_path / "home")})
    order = case_of(court=[{"kind": "payment-order", "received_on": NOW.date()}])
    cases = {"court.toml": order, "shop.toml": demo_case(NOW.date())}
    for name, case in cases.items():
        assert not isinstance(save_copy(case, tmp_path / name), Fault)
    (tmp_path / "damaged.toml").write_text("schema = [", encoding="utf-8")
    for name in (*cases, "damaged.toml", "gone.toml"):
        remember(here, Recent(tmp_path / name, "", datetime(2026, 11, 22, 9), "understand"))
    async with opened(tmp_path / "home", None) as pilot:
        app = pilot.app
        assert isinstance(app, Negotiator)
        app.around.look()
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = " ".join(screen_text(app).split())
        assert "Ask 花呗 before it is due: by your figures the" in text
        found = dict(app.session.shelf.nexts)
        assert {path.name: action.code if action else None for path, action in found.items()} == {
            "court.toml": "payment-order-due",
            "shop.toml": "before-due",
            "damaged.toml": None,
            "gone.toml": None,
        }
