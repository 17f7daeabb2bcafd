"""The day goes on while the program is open."""

from datetime import datetime, timedelta

from negotiator_tui.case.court import Court
from negotiator_tui.ui.app import Negotiator
from tests.ui.harness import NOW, screen_text, type_text, wizard
from tests.ui.pages.drawn import case_of


async def test_after_midnight_a_page_counts_its_days_anew_and_what_is_typed_stays() -> None:
    case = case_of(court=[{"kind": "payment-order", "received_on": NOW.date()}])
    assert isinstance(case.court[0], Court)
    async with wizard(case, "item", ("court", "j1", "reference"), lang="en") as pilot:
        app = pilot.app
        assert isinstance(app, Negotiator)
        await type_text(pilot, "AB12")
        assert "15 days left" in screen_text(app)
        clock: list[datetime] = [NOW + timedelta(days=1)]
        app.session.now = lambda: clock[0]
        app.minute()
        await pilot.pause()
        assert "14 days left" in screen_text(app)
        assert app.sheet.editor.value == "AB12"
