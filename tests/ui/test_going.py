"""Where Esc leads back to."""

from tests.ui.harness import type_text, wizard


async def test_escape_from_a_page_that_was_gone_to_leads_to_the_page_before() -> None:
    async with wizard(page="debts") as pilot:
        await pilot.press("ctrl+g")
        await type_text(pilot, "shop⏎")
        assert pilot.app.session.place.page == "shop"
        await type_text(pilot, "⎋")
        assert pilot.app.session.place.page == "debts"


async def test_escape_on_the_page_to_go_from_leads_to_the_page_before() -> None:
    async with wizard(page="debts") as pilot:
        await pilot.press("ctrl+g", "escape")
        assert pilot.app.session.place.page == "debts"
