"""The made-up case's first message to the lender, as it was kept: nobody can be recognised in it."""

import hashlib
from datetime import date, timedelta

from negotiator_tui.case.demo_parts import numbered
from negotiator_tui.case.materials import Sent

SENT_DAYS = 20
"""Days before today it was sent."""
_NAME, _MASKED = "陈小梅", "陈**"


def sent(today: date) -> tuple[Sent, ...]:
    """What was handed over so far: one message in the lender's app, without a figure."""
    on = today - timedelta(days=SENT_DAYS)
    return numbered(
        "sent",
        Sent(
            id="s0",
            what="第一条信：要明细、要编号，没有报数字",
            debt="d1",
            on=on,
            made_on=on,
            sha256=hashlib.sha256(_message(_NAME, on).encode()).hexdigest(),
            text=_message(_MASKED, on),
        ),
    )


def _message(name: str, on: date) -> str:
    answer = on + timedelta(days=15)
    return (
        f"您好，我是{name}，贷款合同号尾号 4417。店门前修路以后，中午的客人少了三成，这一期没能按时还上，"
        f"我一直想还。我正在理收支，{answer.month}月{answer.day}日之前把我做得到的安排发给您。\n"
        "想先请您告诉我两件事：\n"
        "1. 现在一共欠多少，本金、利息、罚息、费用分开列；\n"
        "2. 协商还款怎么登记，受理编号是多少。\n"
        "麻烦用文字回我，谢谢。\n"
        f"{on.year}年{on.month}月{on.day}日\n"
    )
