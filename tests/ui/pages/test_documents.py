"""The page of documents: choosing one, what is missing, who signs, reading it back, what was made."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.edit import added
from negotiator_tui.case.identity import Identity, keeping
from negotiator_tui.documents.making import Kind
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.documents import documents
from negotiator_tui.ui.pages.exports import EXPORTS
from negotiator_tui.ui.pages.sent import extras
from negotiator_tui.ui.signing import Signing

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, flat, headings, seen

WHO = Signing(Identity(name="陈小梅", phone="13800005678"), {"d1": "WD20260077884417"})
DEMO = demo_case(TODAY)


def _open(kind: Kind, *more: str) -> dict[str, Any]:
    return {"unfolded": frozenset({f"document:1:{kind}", *more})}


def test_the_menu_names_every_document_and_what_was_made() -> None:
    rows = documents(seen(DEMO))
    found = [key.removeprefix("document.") for key in actions(rows) if key.startswith("document.")]
    assert found == [*Kind, *EXPORTS]
    assert headings(rows) == ["Papers to hand over", "Tables, calendar, papers", "Made so far"]
    made = [row for row in rows if isinstance(row, r.ItemRow)]
    assert [row.target.path for row in made] == [("sent", "s1")]
    assert headings(documents(seen(Case()))) == ["Papers to hand over", "Tables, calendar, papers"]


def test_a_letter_is_shown_as_it_will_stand_on_paper_and_read_back() -> None:
    rows = documents(seen(DEMO, signing=WHO, **_open(Kind.LETTER)))
    assert headings(rows) == [
        "Letter with the request",
        "As it will stand on paper",
        "What they will see in it",
        "Take it along",
    ]
    text = flat(rows)
    assert "65,571.15" in text
    assert "陈小梅" in text
    assert actions(rows)["document.copy"].argument.startswith("协商还款申请书")
    assert "WD20260077884417" in actions(rows)["document.copy"].argument


def test_hidden_amounts_are_hidden_on_the_screen_but_not_in_what_is_copied() -> None:
    rows = documents(seen(DEMO, hide=True, **_open(Kind.LETTER)))
    assert "65,571.15" not in flat(rows)
    assert "65,571.15" in actions(rows)["document.copy"].argument
    schedule = documents(seen(DEMO, hide=True, **_open(Kind.SCHEDULE)))
    assert "1,913.25" not in flat(schedule)


def test_the_number_of_one_contract_does_not_go_into_a_letter_about_another() -> None:
    rows = documents(seen(DEMO, signing=WHO, **_open(Kind.BREAKDOWN, "document-debt:1:d2")))
    assert "2907" in flat(rows)
    assert "WD20260077884417" not in flat(rows)


def test_what_is_missing_is_named_with_the_way_there() -> None:
    case = case_of(
        debts=[
            {
                "name": "网商贷",
                "shape": "loan",
                "outstanding": D(100),
                "lender": "某银行",
                "rate": D("1"),
                "rate_per": "month",
            }
        ],
    )
    rows = documents(seen(case, **_open(Kind.LETTER)))
    assert "Still missing: Last four digits" in flat(rows)
    assert actions(rows)["open.debts.d1.contract_tail"].target == r.Target("item", ("debts", "d1", "contract_tail"))
    assert "document.copy" not in actions(rows)


@pytest.mark.parametrize(("kind", "page"), [(Kind.OBJECTION, "court"), (Kind.COMPLAINT, "log")])
def test_an_empty_list_leads_to_its_page(kind: Kind, page: str) -> None:
    case = DEMO.model_copy(update={"contacts": (), "court": ()})
    targets = {row.target.page for row in actions(documents(seen(case, **_open(kind)))).values() if row.target}
    assert page in targets


@pytest.mark.parametrize("kind", [Kind.LETTER, Kind.STATEMENT, Kind.HARDSHIP, Kind.BREAKDOWN])
def test_an_empty_case_is_told_where_to_begin(kind: Kind) -> None:
    ways = [row for row in actions(documents(seen(Case(), **_open(kind)))).values() if row.target]
    assert ways


def test_debts_are_listed_in_the_statement_only_after_a_choice() -> None:
    plain = documents(seen(DEMO, **_open(Kind.STATEMENT)))
    assert "锦里银行" not in flat(plain)
    listed = documents(seen(DEMO, **_open(Kind.STATEMENT, "document-debts:1:yes")))
    assert "锦里银行" in flat(listed)
    assert "only where the lender asked" in flat(listed)


def test_who_signs_is_asked_and_said_to_be_kept_nowhere() -> None:
    rows = documents(seen(DEMO, signing=WHO, **_open(Kind.LETTER, "documents.identity")))
    asked = {row.path: row.value for row in rows if isinstance(row, r.AskRow)}
    assert asked["identity", "d1", "name"] == "陈小梅"
    assert asked["identity", "d1", "number"] == "WD20260077884417"
    assert "Not saved" in flat(rows)
    assert "identity.keep" in actions(rows)
    kept = documents(seen(keeping(DEMO, WHO.who), **_open(Kind.LETTER, "documents.identity")))
    assert "identity.drop" in actions(kept)
    assert "陈小梅" in flat(kept)


def test_what_was_made_shows_its_figures_and_text() -> None:
    case, sent = added(
        DEMO, "sent", what="a", made_on=TODAY, file="a.docx", sha256="ab" * 32, figures=("合计 1.00",), text="x\ny"
    )
    item = next(each for each in case.sent if each.id == sent)
    rows = extras(seen(case), item)
    for part in ("a.docx", "ab" * 32, "合计 1.00"):
        assert part in flat(rows).replace(" ", "") or part in flat(rows)
    assert actions(rows)["sent.today"].argument == f"sent-today {sent}"


@pytest.mark.parametrize("kind", Kind)
def test_the_demo_can_be_drawn(kind: Kind) -> None:
    assert_drawn(documents, DEMO, signing=WHO, **_open(kind, "documents.identity", "document-debts:1:yes"))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "income", "costs", "plans", "terms", "court", "sent")))
def test_any_case_can_be_drawn(case: Case) -> None:
    for kind in (None, Kind.LETTER, Kind.STATEMENT, Kind.OBJECTION):
        assert_drawn(documents, case, **(_open(kind) if kind else {}))
    for what in EXPORTS:
        assert_drawn(documents, case, unfolded=frozenset({f"document:1:{what}", "documents.identity"}))


def _export(what: str, *more: str) -> dict[str, Any]:
    return {"unfolded": frozenset({f"document:1:{what}", *more})}


def test_the_calendar_is_shown_without_names_until_they_are_wanted() -> None:
    quiet = flat(documents(seen(DEMO, **_export("calendar"))))
    assert "2026-12-11 Pay 650.00 yuan" in quiet
    assert "老何粮油" not in quiet
    assert "老何粮油" in flat(documents(seen(DEMO, **_export("calendar", "calendar-names:1:yes"))))
    assert "650.00" not in flat(documents(seen(DEMO, hide=True, **_export("calendar"))))
    assert actions(documents(seen(DEMO, **_export("calendar"))))["save.calendar"].command == "export-save"


def test_the_bundle_shows_what_goes_along_for_all_or_one_debt() -> None:
    rows = documents(seen(DEMO, **_export("bundle")))
    assert "bundle.e13" in actions(rows)
    assert "for all debts" in flat(rows) or "about all debts" in flat(rows)
    one = actions(documents(seen(DEMO, **_export("bundle", "bundle-debt:1:d1"))))
    assert "bundle.e13" not in one
    assert {"save.bundle", "save.redacted", "identity"} <= set(one)


def test_a_redacted_bundle_asks_for_the_name_to_mask() -> None:
    assert "No name was typed" in flat(documents(seen(DEMO, **_export("bundle"))))
    assert "No name was typed" not in flat(documents(seen(DEMO, signing=WHO, **_export("bundle"))))


def test_without_days_contacts_or_papers_the_way_there_is_shown() -> None:
    for what, page in (("calendar", "debts"), ("log", "log"), ("bundle", "materials")):
        rows = documents(seen(Case(), **_export(what)))
        assert page in {row.target.page for row in actions(rows).values() if row.target}
        assert not [key for key in actions(rows) if key.startswith("save.")]


def test_the_schedule_is_offered_as_a_table_too() -> None:
    assert {"save.schedule.xlsx", "save.schedule.csv"} <= set(actions(documents(seen(DEMO, **_open(Kind.SCHEDULE)))))
    assert "save.schedule.xlsx" not in actions(documents(seen(DEMO, **_open(Kind.LETTER))))


@pytest.mark.parametrize("what", EXPORTS)
def test_the_demo_can_be_drawn_with_every_choice(what: str) -> None:
    more = _export(what, "documents.identity", "calendar-names:1:yes", "bundle-debt:1:d1", "bundle-letters:1:yes")
    assert_drawn(documents, DEMO, signing=WHO, **more)
