"""What is masked in a text, and what has to stay."""

import pytest

from negotiator_tui.case.identity import Identity
from negotiator_tui.documents.masking import mask_of

MASK = mask_of(Identity(name="陈小梅", number="HT-2026-AB"), ["周大山"])


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("卡号 6222 0212 3456 7890 123", "卡号 ****0123"),
        ("6222-0212-3456-7890", "****7890"),
        ("a,6222021234567890,b", "a,****7890,b"),
        ("６２２２０２１２３４５６７８９０", "****7890"),
        ("身份证51010019800101123X。", "身份证****。"),
        ("旧证 510100800101123", "旧证 ****"),
        ("电话13800005678，", "电话****，"),
        ("138 0000 5678", "****"),
        ("+86 138-0000-5678", "****"),
        ("028-85551234", "****"),
        ("合同 WD20260077884417 号", "合同 ****4417 号"),
        ("138****5678", "****"),
        ("邮箱a.b@qq.com", "邮箱**@**"),
        ("户名：李四方", "户名：**"),
        ("微信昵称：[小梅面馆]", "微信昵称：[**]"),
        ("我是陈小梅，借给我的是周大山", "我是陈**，借给我的是周**"),
        ("号 HT-2026-AB", "号 **AB"),
    ],
)
def test_masked(text: str, masked: str) -> None:
    assert MASK(text) == masked
    assert MASK(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23 14:40:05",
        "2026-11-23 2026-11-24",
        "2026年11月23日，48,000.00 元",
        "99999999.99,48000.00,1234567",
        "尾号 4417，12368，95188，400-820-8820",
        "户名,账号,余额",
        "年利率 16.2%，共 40 期",
        "0" * 32 + "abcdef01" * 4,
    ],
)
def test_days_amounts_hotlines_headings_and_hashes_stay(text: str) -> None:
    assert MASK(text) == text
