"""Nothing is missing from the catalogues, and nothing in them is out of date."""

import importlib.util
import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from opencc import OpenCC

from negotiator_tui.guide.content import NAMES, fill, texts
from negotiator_tui.text.language import Lang, singular, t

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("catalogue", ROOT / "scripts" / "catalogue.py")
catalogue = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(catalogue)


def test_everything_is_translated_and_in_step():
    assert catalogue.problems() == []


@pytest.mark.parametrize("lang", ["zh_Hans", "zh_Hant"])
def test_the_compiled_catalogue_says_what_the_other_does(lang):
    written = catalogue.read(catalogue.po_path(lang))[0]
    with catalogue.po_path(lang).with_suffix(".mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    assert {msgid: compiled.gettext(msgid) for msgid in written} == written
    assert {msgid: t(lang, msgid) for msgid in written} == written


def sentences(lang: Lang) -> list[str]:
    """Everything the program can say in Chinese: catalogue, guide and scenes."""
    guide = [text for name in NAMES for entry in texts(name, lang).values() for text in entry.values()]
    scenes = [path.read_text(encoding="utf-8") for path in (catalogue.ROOT / "guide" / lang / "scenes").glob("*.toml")]
    return [*catalogue.read(catalogue.po_path(lang))[0].values(), *guide, *scenes]


OTHER_WORDS = {
    "案件": "案卷",
    "档案": "案卷",
    "月检": "每月检查做",
    "月供": "每月要还的",
    "贵行": "贵方，放款的不一定是银行",
    "「": "“",
    "」": "”",
}


def test_one_word_for_one_thing_in_simplified_chinese():
    for text in sentences("zh_Hans"):
        for other, word in OTHER_WORDS.items():
            # 每月检查 is the page's own name and holds 月检.
            assert other not in text.replace("每月检查", ""), (text, word)


def test_the_borrower_is_addressed_as_a_neighbour_and_only_the_other_side_formally():
    said_to_them = ("您好", "请把您说的方案")  # how messages to a lender begin
    for text in catalogue.read(catalogue.po_path("zh_Hans"))[0].values():
        assert "您" not in re.sub("“[^”]*”", "", text) or text.startswith(said_to_them), text


def test_chinese_stands_together_and_with_its_own_marks():
    for text in catalogue.read(catalogue.po_path("zh_Hans"))[0].values():
        assert not re.search(r"[一-鿿] [一-鿿]", text), text
        assert not re.search(r"[一-鿿][,;:?!()]|[,;:?!()][一-鿿]", text), text


TAIWAN_KEEPS = set("台伙准干划")  # right as they stand in 電腦這台, 伙食, 批准, 不相干, 划算
WRONG = """
面館 一家面 麵前 前麵 後麵 上麵 下麵 對麵 書麵 頁麵 店麵 后 裏 纔 髮 隻能 隻有 隻是 隻看 隻付 回復 答復 恢複 復核 復印 重復
周轉 周末 每周 這周 下周 上周 按周 占用 占了 乾活 干活 乾擾 準許 標准 准備 准確 制作 複制 製度 強製 限製 聯係 聯系 關系 關繫
并入 並入 並進 併且 併列 劃算 計划 划走 曆史 來曆 日歷 病曆 家夥 明瞭 注銷 備注 盡量 向導 籤字 籤名 籤收 案捲 彆的 沖突 緩沖 托收 委托
遊 鬥 臺 檯 帳 折起來 面條 借口 憑借 慾 昇 兇 天后 月里 款里 數里
"""


def test_traditional_chinese_has_no_simplified_character_left():
    one = OpenCC("s2tw")
    left = {each for text in sentences("zh_Hant") for each in text if one.convert(each) != each}
    assert left <= TAIWAN_KEEPS


def test_traditional_chinese_has_the_right_one_of_two_characters():
    for text in sentences("zh_Hant"):
        for wrong in WRONG.split():
            assert wrong not in text, (wrong, text)


NUMBERS = ("count", "days", "months", "rows", "minutes", "read", "least", "asked", "times", "answered")
SEVERAL = re.compile(
    r"(?<![\w.,/-])1(?: (?:more|other|whole|later|earlier|smaller|unanswered|red|first))* (?!times the)[a-z]+s\b"
)
VERBS = re.compile(r"(?<![\w.,/-])1(?: [a-z]+){0,3} (?:are|have|were|lie|come|live)\b")
NO_PLURALS = {"is", "has", "was", "lies", "comes", "lives", "less", "this"}


@pytest.mark.parametrize("name", NUMBERS)
def test_english_counts_one_as_one(name):
    said = [msgid for msgid in catalogue.extracted() if f"{{{name}}}" in msgid]
    guide = [text for part in NAMES for entry in texts(part, "en").values() for text in entry.values()]
    for text in [*said, *(text for text in guide if f"{{{name}}}" in text)]:
        one = singular(text.replace(f"{{{name}}}", "1"))
        several = [each for each in SEVERAL.findall(one) if each.split()[-1] not in NO_PLURALS]
        assert not several, one
        assert not VERBS.search(one), one


def test_the_guide_counts_one_as_one_where_it_is_filled():
    assert fill("en", "{days} days ago, {count} red lines are open", {"days": "1", "count": "1"}) == (
        "1 day ago, 1 red line is open"
    )
    assert fill("en", "{count} red lines are open", {"count": "2"}) == "2 red lines are open"
