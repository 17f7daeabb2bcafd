"""Text typed where nothing can be written, and text that is too long: neither is lost nor cut."""

from textual import events

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added
from negotiator_tui.case.kinds import Shape
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui.document import Document
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.session import Session
from negotiator_tui.ui.sheet_typed import HELD
from tests.ui.harness import NOW, screen_text, type_text, wizard

SAID = ("contacts", "k1", "said")


def _case_with_debt(**answers: object) -> Case:
    made = added(Case(), "debts", name="网商贷", **answers)
    assert not isinstance(made, Fault)
    return made[0]


def _case_with_call(said: str) -> Case:
    made = added(Case(), "contacts", at=NOW, said=said)
    assert not isinstance(made, Fault)
    return made[0]


async def _stand(pilot, key: tuple[str, ...]) -> None:
    pilot.app.sheet.show(key)
    await pilot.pause()


async def test_what_is_pasted_on_a_long_answer_comes_into_it_with_its_lines() -> None:
    async with wizard(_case_with_call("先记一笔"), "item", SAID) as pilot:
        await _stand(pilot, SAID)
        pilot.app.sheet.editor.post_message(events.Paste("一\r\n二\x1b[2J"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+v", "escape")
        await pilot.pause()
        assert pilot.app.session.case.contacts[0].said == "先记一笔一\n二�[2J"
        assert HELD not in pilot.app.session.drafts
        assert not pilot.app.sheet.editor.held


async def test_what_was_typed_where_nothing_can_be_written_is_there_again_in_its_own_case_only() -> None:
    async with wizard(_case_with_debt(shape=Shape.LOAN), "item", ("debts", "d1")) as pilot:
        app = pilot.app
        await _stand(pilot, ("action", "more.debts.d1"))
        await type_text(pilot, "浙江网商银行")
        await pilot.pause()
        again = Session(app.session.case, "zh_Hans", app.session.now)
        again.standing, again.drafts = app.session.standing, dict(app.session.drafts)
        app.use(Session(Case(), "zh_Hans", app.session.now), Document())
        assert app.sheet.editor.held == ""
        kept = dict(again.drafts)
        app.use(again, Document())
        await pilot.pause()
        assert "「浙江网商银行」上次打在" in screen_text(app)
        await _stand(pilot, ("debts", "d1", "lender"))
        await pilot.press("escape")
        assert (again.place.page, again.drafts) == ("item", {})
        again.drafts.update(kept)
        app.use(again, Document())
        await _stand(pilot, ("debts", "d1", "lender"))
        await pilot.press("ctrl+v", "enter")
        assert app.session.case.debts[0].lender == "浙江网商银行"
        assert HELD not in app.session.drafts


async def test_a_long_text_beyond_its_limit_is_refused_and_stays() -> None:
    async with wizard(_case_with_call("先记一笔"), "item", SAID) as pilot:
        pilot.app.long_text(SAID)
        await pilot.pause()
        pilot.app.focused.post_message(events.Paste("长" * 20_001))
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "20,005" in screen_text(pilot.app)
        assert pilot.app.session.drafts[SAID].raw == "先记一笔" + "长" * 20_001
        assert pilot.app.session.case.contacts[0].said == "先记一笔"


async def test_a_half_typed_name_on_the_line_that_begins_items_is_there_again_until_another_page() -> None:
    async with wizard(Case(), "debts") as pilot:
        app = pilot.app
        await _stand(pilot, ("debts", ""))
        await type_text(pilot, "浙江网商")
        again = Session(app.session.case, "zh_Hans", app.session.now)
        again.standing, again.drafts = app.session.standing, dict(app.session.drafts)
        app.use(again, Document())
        await pilot.pause()
        assert app.sheet.editor.value == "浙江网商"
        app.open(Target("shop"))
        app.open(Target("debts"))
        await pilot.pause()
        assert app.sheet.editor.value == ""
        assert not app.session.drafts
