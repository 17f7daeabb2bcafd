"""Opening files that other hands, editors and versions have been at: a sentence each, never a crash or a guess."""

import hashlib
import time
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.storage import casefile
from negotiator_tui.storage.casefile import LIMIT, Opened, parse_case, read_case
from negotiator_tui.storage.comments import has_own_comments
from negotiator_tui.storage.problems import broken_links, mended
from negotiator_tui.storage.writer import dump_case
from negotiator_tui.text.fault import Fault, sentence

from .cases import SMALL, large

GOOD = dump_case(SMALL)
TEXT = GOOD.decode()


def refused(data: bytes | str) -> Fault:
    result = parse_case(data.encode() if isinstance(data, str) else data, Path("case.toml"))
    assert isinstance(result, Fault), result
    assert sentence(result, "en")
    return result


def opened(data: bytes | str) -> Opened:
    result = parse_case(data.encode() if isinstance(data, str) else data, Path("case.toml"))
    assert isinstance(result, Opened), result
    return result


def test_a_case_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(GOOD)
    path.chmod(0o600)
    result = read_case(path)
    assert result == Opened(SMALL, path, hashlib.sha256(GOOD).hexdigest())
    assert path.read_bytes() == GOOD


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"  \n\t\n"])
def test_an_empty_file_says_so(data: bytes) -> None:
    assert refused(data).code == "storage.empty"


def test_a_mark_from_notepad_and_windows_line_ends_are_taken() -> None:
    assert opened(b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n")).case == SMALL


def test_a_file_cut_anywhere_is_refused_or_a_shorter_case() -> None:
    for end in range(0, len(GOOD), 37):
        result = parse_case(GOOD[:end], Path("case.toml"))
        assert isinstance(result, Fault | Opened)
        if isinstance(result, Opened):
            assert result.case != SMALL or GOOD[end:].strip() == b""


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("schema = 1\n[first]\ntakings = \n", "storage.toml", "3"),
        ("schema = 1\n[first]\ntakings = 1\ntakings = 2\n", "storage.toml", "4"),
        ("schema = 1\n[first]\n[first]\n", "storage.toml", "3"),
        ("schema = 1\n[[debts]\n", "storage.toml", "2"),
        ('schema = 1\n[borrower]\ntrade = "noodle\n', "storage.toml", "3"),
        ("schema = 1\n[first]\nday = 2025-02-30\n", "storage.toml", "3"),
        ("schema = 1\n[first]\ntakings = " + "9" * 5000 + "\n", "storage.toml", "3"),
        ('schema = 1\n[borrower]\ntrade = """noodle\n', "storage.toml-end", None),
        ("schema = 1\n[first]\ntakings", "storage.toml-end", None),
    ],
)
def test_damage_names_its_line(text: str, code: str, line: str | None) -> None:
    fault = refused(text)
    assert fault.code == code
    assert dict(fault.args).get("line") == line


@pytest.mark.parametrize("text", ["x = " + "[" * 2000, "a." * 3000 + "b = 1", "x = " + "{a=" * 3000])
def test_deep_nesting_is_refused(text: str) -> None:
    assert refused(text).code in {"storage.nested", "storage.toml-end", "storage.unknown-key", "storage.not-a-case"}


@pytest.mark.parametrize("text", ["[tool.ruff]\nx = 1\n", "# nothing but a remark\n", 'name = "x"\n'])
def test_another_programs_file_is_named_as_such(text: str) -> None:
    assert refused(text).code == "storage.not-a-case"


@pytest.mark.parametrize(
    "value",
    [
        "nan", "inf", "-inf", "1e400", "1e9999999",
        "1e-9999999", "1e99999999999999999999999", "12.345", "100000000.00", "-0.01",
        '"1_000"', '"120"', "true", "[1]", "2026-12-05", "123456789012345678901234567890.00", "0x5F5E1000",
    ],
)  # fmt: skip
def test_an_amount_that_is_none_is_refused_at_its_line_without_repeating_it(value: str) -> None:
    began = time.perf_counter()
    fault = refused(f"schema = 1\n[first]\nurgent = []\ntakings = {value}\n")
    assert time.perf_counter() - began < 0.5
    assert fault == Fault(
        "storage.bad-amount",
        (("line", "4"), ("where", "first, takings"), ("low", "0"), ("high", "0"), ("choices", "")),
    )


@pytest.mark.parametrize(
    ("value", "amount"),
    [("1.10", "1.10"), ("120", "120.00"), ("1e3", "1000.00"), ("-0.0", "0.00"), ("1_000", "1000.00")],
)
def test_an_amount_as_people_write_it_in_toml_is_exact(value: str, amount: str) -> None:
    case = opened(f"schema = 1\n[first]\ntakings = {value}\n").case
    assert str(case.first.takings) == amount


@pytest.mark.parametrize(
    ("item", "code", "where"),
    [
        ('shape = "mortgage"', "storage.bad-choice", "debts 2, shape"),
        ('rate = "4.5"', "storage.bad-rate", "debts 2, rate"),
        ("rate = 1001", "storage.bad-rate", "debts 2, rate"),
        ("next_due = 1850-01-01", "storage.bad-date", "debts 2, next_due"),
        ('agreed_until = "2026-13"', "storage.bad-month", "debts 2, agreed_until"),
        ("months_left = 601", "storage.bad-number", "debts 2, months_left"),
        ("name = 7", "storage.bad-text", "debts 2, name"),
        (f'name = "{"长" * 20_001}"', "storage.bad-text", "debts 2, name"),
        ('unknown = "rate"', "storage.bad-value", "debts 2, unknown"),
    ],
)
def test_a_value_that_does_not_fit_is_named_by_place_and_how_to_write_it(item: str, code: str, where: str) -> None:
    fault = refused(f'schema = 1\n[[debts]]\nid = "d1"\n\n[[debts]]\nid = "d2"\n{item}\n')
    assert fault.code == code
    assert dict(fault.args)["where"] == where
    assert dict(fault.args)["line"] == "7"
    assert "mortgage" not in sentence(fault, "en")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('schema = 1\ndebts = "none"\n', "debts"),
        ("schema = 1\n[debts]\nname = 1\n", "debts"),
        ('schema = 1\n[[debts]]\nid = "../x"\n', "debts 1, id"),
        ("schema = 1\nfirst = 3\n", "first"),
        ('schema = "one"\n[first]\n', "schema"),
        ("schema = 0\n", "schema"),
        ('schema = 1\n[ids]\ndebts = "many"\n', "ids, debts"),
    ],
)
def test_a_table_of_the_wrong_kind_is_named(text: str, where: str) -> None:
    assert dict(refused(text).args)["where"] == where


def test_what_pydantic_says_of_a_value_is_never_passed_on() -> None:
    secret = "6222 0210 0112 3456"
    fault = refused(f'schema = 1\n[first]\ntakings = "{secret}"\n')
    assert secret not in repr(fault)


@pytest.mark.parametrize(
    ("extra", "key"),
    [
        ("[astrology]\nsign = 1\n", "astrology"),
        ('[[debts]]\nid = "d9"\ncolour = "red"\n', "debts 3, colour"),
        ('[[pets]]\nid = "p1"\n', "pets"),
    ],
)
def test_an_unknown_key_opens_to_read_and_is_named(extra: str, key: str) -> None:
    result = opened(TEXT + extra)
    assert result.read_only is not None
    assert result.read_only.code == "storage.unknown-key"
    assert dict(result.read_only.args)["keys"] == key
    assert result.case.first == SMALL.first
    assert result.case.debts[:2] == SMALL.debts


def test_many_unknown_keys_are_summed_up() -> None:
    result = opened("schema = 1\n" + "".join(f'[[costs]]\nid = "c{n}"\nx{n} = 1\n' for n in range(1, 60)))
    assert result.read_only is not None
    assert dict(result.read_only.args)["keys"] == "costs 1, x1, costs 2, x2, costs 3, x3 …"
    assert len(result.case.costs) == 59


def test_a_newer_schema_opens_to_read_with_what_is_understood() -> None:
    text = TEXT.replace("schema = 1", "schema = 7").replace('shape = "loan"', 'shape = "barter"') + "[new]\nx = 1\n"
    result = opened(text)
    assert result.read_only is not None
    assert result.read_only.code == "storage.newer"
    assert dict(result.read_only.args)["schema"] == "7"
    assert result.case.debts[0].shape is None
    assert result.case.debts[0].outstanding == SMALL.debts[0].outstanding
    assert result.case.contacts == SMALL.contacts


def test_a_newer_schema_that_cannot_be_read_at_all() -> None:
    assert refused('schema = 2\n[[debts]]\nid = "9"\n').code == "storage.newer-unreadable"


def test_an_older_schema_is_migrated_and_its_original_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casefile, "SCHEMA", 2)
    monkeypatch.setitem(casefile.MIGRATIONS, 1, lambda raw: {**raw, "borrower": {"trade": raw["first"].pop("shop")}})
    result = opened('schema = 1\n[first]\nshop = "面馆"\n')
    assert result.case.borrower.trade == "面馆"
    assert result.case.schema_ == 2
    assert result.keep_original
    again = opened(dump_case(result.case))
    assert again.case == result.case
    assert not again.keep_original


def test_entries_without_an_id_are_given_one() -> None:
    result = opened(
        'schema = 1\n[[costs]]\nname = "a"\n[[costs]]\nid = "c4"\n[[costs]]\nname = "b"\n[ids]\ncosts = 6\n'
    )
    assert [cost.id for cost in result.case.costs] == ["c7", "c4", "c8"]
    assert [(notice.code, dict(notice.args)["count"]) for notice in result.notices] == [("storage.ids-given", "2")]


def test_ids_twice_and_links_into_nothing_are_listed_and_can_be_mended() -> None:
    result = opened(
        'schema = 1\n[[debts]]\nid = "d1"\nname = "a"\n[[debts]]\nid = "d1"\nname = "b"\n'
        '[[contacts]]\nid = "k1"\ndebt = "d9"\nwho = "x"\n'
    )
    assert [(problem.code, dict(problem.args)) for problem in result.problems] == [
        ("storage.duplicate-id", {"where": "debts 2", "id": "d1"}),
        ("storage.dangling", {"where": "contacts 1, debt", "id": "d9"}),
    ]
    case = mended(result.case)
    assert [(debt.id, debt.name) for debt in case.debts] == [("d1", "a"), ("d2", "b")]
    assert (case.contacts[0].debt, case.contacts[0].who) == (None, "x")
    assert case.ids == {"debts": 2}
    assert broken_links(case) == ()
    assert mended(case) is case or mended(case) == case


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (TEXT, False),
        ("", False),
        ("a = 1 # mine\n", True),
        ("# mine\na = 1\n", True),
        ("a = 1\n   # mine", True),
        ("#: ours\na = 1\n", False),
        ('a = "x # y"\n', False),
        ("a = 'x # y'\n", False),
        ('a = "x \\" # y"\n', False),
        ('a = """x\n# y"""\n', False),
        ("a = '''x\n# y'''\n", False),
        ('a = """x\\""" # y\n"""\n', False),
        ('a = """x""""\n# mine "x"\n', True),
        ("a = 'C:\\'\n# mine\n", True),
        ('a = """x""" # mine\n', True),
        ('"a # b" = 1\n', False),
    ],
)
def test_whose_comments_they_are(text: str, own: bool) -> None:
    assert has_own_comments(text) is own


def test_own_comments_make_the_original_worth_keeping() -> None:
    assert opened(TEXT + "# 下周再问一次\n").keep_original
    assert not opened(TEXT).keep_original


def test_too_big_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    with path.open("wb") as stream:
        stream.truncate(LIMIT + 1)
    began = time.perf_counter()
    result = read_case(path)
    assert time.perf_counter() - began < 0.05
    assert isinstance(result, Fault)
    assert result.code == "storage.too-big"


def test_a_file_others_can_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(GOOD)
    path.chmod(0o644)
    result = read_case(path)
    assert isinstance(result, Opened)
    assert [notice.code for notice in result.notices] == ["storage.others-can-read"]
    path.chmod(0o600)
    tmp_path.chmod(0o777)
    result = read_case(path)
    assert isinstance(result, Opened)
    assert [notice.code for notice in result.notices] == ["storage.open-folder"]


def test_a_file_of_another_user_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(GOOD)
    path.chmod(0o600)
    owner = path.stat().st_uid
    monkeypatch.setattr("os.geteuid", lambda: owner + 1)
    result = read_case(path)
    assert isinstance(result, Opened)
    assert [notice.code for notice in result.notices] == ["storage.other-owner"]


def test_a_file_that_cannot_be_written_opens_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(GOOD)
    monkeypatch.setattr("os.access", lambda asked, mode: Path(asked) != tmp_path)
    result = read_case(path)
    assert isinstance(result, Opened)
    assert result.read_only is not None
    assert result.read_only.code == "storage.cannot-write"


def test_a_case_with_ten_thousand_contacts_opens_in_little_more_than_its_toml_takes(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    case: Case = large()
    path.write_bytes(dump_case(case))
    text = path.read_text(encoding="utf-8")
    began = time.process_time()
    tomllib.loads(text, parse_float=Decimal)
    bare = time.process_time() - began
    began = time.process_time()
    result = read_case(path)
    assert time.process_time() - began < 2 * bare
    assert isinstance(result, Opened)
    assert result.case == case


def test_a_schema_is_a_number() -> None:
    found = parse_case(b"schema = true\n", Path("case.toml"))
    assert isinstance(found, Fault)
    assert found.code == "storage.not-a-case"
