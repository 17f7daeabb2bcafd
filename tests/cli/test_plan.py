"""`plan` and `offer`: shape, figures of the noodle shop, and what cannot be worked out."""

from decimal import Decimal
from pathlib import Path

import pytest

from .conftest import TODAY, Run, refused

KEYS = {"debt", "name", "method", "months", "rate", "balance", "parked", "total_paid", "concession", "nominal_rate",
        "effective_rate", "fits", "holds", "remarks", "sentence", "contract"}  # fmt: skip


def test_plans_of_the_noodle_shop(run: Run, demo: Path) -> None:
    made = run("plan", str(demo), "--today", TODAY, "--json").json
    low, level = made["plans"]
    assert (low["chosen"], level["chosen"]) == (True, False)
    assert made["missing"] == []
    for plan in (low, level):
        (term,) = plan["terms"]
        assert term.keys() >= KEYS
        assert term["balance"] == "48000.00"
    assert low["terms"][0]["first_payment"] == "1000.00"
    assert low["terms"][0]["end"] == "2030-03-23"
    assert low["terms"][0]["concession"] == "68.00"  # the penalty of 67.68, in whole yuan
    assert "1,000" in low["terms"][0]["sentence"]
    contract = low["terms"][0]["contract"]
    assert (contract["instalment"], contract["months"]) == ("4359.63", 11)
    assert contract["overdue"] == "4427.31"  # 4,359.63 and 67.68 of penalty
    assert contract["total"] == "52383.24"  # eleven more of 4,359.63
    assert contract["holds"]["ok"] is False
    assert low["terms"][0]["fits"]["ok"] is True
    assert low["terms"][0]["holds"]["ok"] is True
    assert level["terms"][0]["holds"]["ok"] is False
    assert level["terms"][0]["holds"]["breaks_in"] == "2026-12"
    text = run("plan", str(demo), "--today", TODAY, "--lang", "en").out
    assert "Plan 先低后高 (chosen)" in text
    assert "1,000.00  2026-12-23" in text


def test_nothing_is_called_affordable_while_an_answer_is_missing(run: Run, demo: Path) -> None:
    text = demo.read_text(encoding="utf-8")
    demo.write_text(text.replace("outstanding = 21000.00\n", ""), encoding="utf-8")
    made = run("plan", str(demo), "--today", TODAY, "--json").json
    assert made["missing"] == ["debts.d2.outstanding"]
    for plan in made["plans"]:
        assert plan["terms"][0]["fits"] is plan["terms"][0]["holds"] is None
    text = run("plan", str(demo), "--today", TODAY, "--lang", "en").out
    assert "cannot be told yet" in text
    assert "debts.d2.outstanding" in text


def test_terms_that_cannot_be_worked_out_say_why(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(
        "schema = 1\n[[debts]]\nid = 'd1'\nname = 'x'\nshape = 'loan'\noutstanding = 100\n"
        "[[plans]]\nid = 'p1'\nname = 'y'\n[[plans]]\nid = 'p2'\nname = 'empty'\n"
        "[[terms]]\nid = 't1'\nplan = 'p1'\ndebt = 'd1'\nmonths = 3\n[[terms]]\nid = 't2'\nplan = 'p1'\n",
        encoding="utf-8",
    )
    plans = run("plan", str(path), "--json").json["plans"]
    assert [set(term) for term in plans[0]["terms"]] == [{"id", "debt", "name", "problem"}]  # t2 is for no debt
    assert plans[1]["terms"] == []
    assert plans[0]["terms"][0]["problem"] in run("plan", str(path)).out


def test_a_case_without_a_plan_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    run("new", str(path))
    assert run("plan", str(path), "--json").json["plans"] == []
    assert run("plan", str(path), "--lang", "en").out.startswith("There is no plan in this case yet.")


def test_an_offer(run: Run, demo: Path) -> None:
    offer = ("offer", str(demo), "--today", TODAY, "--lang", "en", "--debt", "d1", "--months", "24")
    made = run(*offer, "--json").json
    assert list(made) == [
        "fits", "holds", "breaks_in", "short_by", "nominal_rate", "effective_rate", "total_paid", "concession",
        "clauses", "reasons",
    ]  # fmt: skip
    # 2,403.74 against 2,002.04, the loan's part of December's money.
    assert (made["fits"], made["holds"], made["breaks_in"], made["short_by"]) == (False, False, "2026-12", "401.70")
    assert (made["total_paid"], made["concession"]) == ("57689.72", "0.00")
    assert list(made["clauses"])[:4] == ["red_payee", "red_signers", "red_late", "red_fees"]
    assert set(made["clauses"].values()) == {None}
    by_day = run(*offer, "--rate", "0.03", "--per", "day", "--json").json
    assert int(by_day["concession"].removesuffix(".00")) > 0
    dear = run(*offer, "--fee-upfront", "2000", "--json").json
    assert any("2,000.00" in reason for reason in dear["reasons"])
    wrong = run(*offer, "--instalment", "2500", "--total", "70000", "--json").json
    assert any("24 instalments of 2,500.00 are 60,000.00" in reason for reason in wrong["reasons"])
    assert "9,000" not in run(*offer).out


def test_an_offer_within_the_line_holds(run: Run, demo: Path) -> None:
    offer = ("offer", str(demo), "--today", TODAY, "--lang", "en", "--debt", "d1", "--months", "40")
    low = ("--method", "low-then-high", "--low", "1000", "--low-months", "12", "--penalty-waived", "67.68")
    made = run(*offer, *low, "--json").json
    assert (made["fits"], made["holds"], made["breaks_in"], made["short_by"]) == (True, True, None, "0.00")
    assert made["concession"] == "68.00"
    assert made["reasons"][0] == "It can be carried in every month, in a bad one too."


def test_an_offer_that_is_written_down(run: Run, demo: Path) -> None:
    text = demo.read_text(encoding="utf-8")
    offer = """
[[offers]]
id = "o7"
debt = "d1"
months = 24
red_payee = "present"
red_late = "missing"
"""
    demo.write_text(text + offer, encoding="utf-8")
    made = run("offer", str(demo), "--today", TODAY, "--lang", "en", "--offer", "o7", "--json").json
    assert made["clauses"]["red_payee"] == "present"
    assert made["clauses"]["red_late"] == "missing"
    assert "1 of the four red lines are crossed: do not say yes to this wording." in made["reasons"]
    refused(run("offer", str(demo), "--offer", "o99"), "o99", "o7")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--debt", "d77", "--months", "12"), ["d77", "d1, d2, d3, d4, d5"]),
        (("--debt", "d1", "--months", "0"), ["--months"]),
        (("--debt", "d1", "--months", "601"), ["--months"]),
        (("--debt", "d1", "--months", "12", "--rate", "nan"), ["--rate"]),
        (("--debt", "d1", "--months", "12", "--rate", "-3"), ["--rate"]),
        (("--debt", "d1", "--months", "12", "--method", "kind"), ["--method"]),
        (("--debt", "d1", "--months", "12", "--paid-now", "-3"), ["--paid-now"]),
        (("--debt", "d1", "--months", "12", "--grace", "12"), ["12"]),
        (("--debt", "d2", "--months", "12"), []),
        (("--debt", "d1"), ["--months"]),
        (("--months", "3"), ["--debt"]),
    ],
)
def test_an_offer_that_cannot_be_worked_out_is_one_sentence(
    options: tuple[str, ...], words: list[str], run: Run, demo: Path
) -> None:
    refused(run("offer", str(demo), *options), *words)


def test_an_offer_with_too_low_an_instalment_names_its_last_payment(run: Run, demo: Path) -> None:
    offer = ("offer", str(demo), "--today", TODAY, "--lang", "en", "--debt", "d1", "--months", "36", "--rate", "0")
    made = run(*offer, "--instalment", "900", "--penalty-waived", "99999")
    found = run(*offer, "--instalment", "900", "--penalty-waived", "99999", "--json").json
    # 48,000.00 and what of interest is left over: all but thirty-five times 900.00 is due with the last one.
    last = Decimal(found["total_paid"]) - 35 * 900
    assert last > 16_500
    assert (found["fits"], found["holds"]) == (False, False)
    assert f"all that is left is due at once, {last:,}" in made.out
    assert f"It is no smaller ask: the last payment of {last:,} is in the sum" in made.out
