"""From a shop that loses money there is a way on, until somebody was spoken to."""

from decimal import Decimal
from typing import Any

from negotiator_tui.ui.pages.shop_loss import shop_loss
from tests.ui.pages.drawn import actions, case_of, seen

D = Decimal
LOSING: dict[str, Any] = {
    "income": [{"side": "shop", "name": "takings", "amount": D(1000), "every": "month"}],
    "costs": [{"side": "shop", "name": "rent", "amount": D(3000), "every": "month"}],
    "debts": [{"name": "bank", "shape": "loan", "overdue": "yes"}],
}


def test_the_way_on_is_the_first_message_and_goes_once_it_was_sent() -> None:
    onward = actions(shop_loss(seen(case_of(**LOSING))))["shop-loss.on"]
    assert onward.target is not None
    assert onward.target.page == "script"
    told = case_of(**LOSING, contacts=[{"debt": "d1", "caller": "me", "channel": "phone"}])
    assert "shop-loss.on" not in actions(shop_loss(seen(told)))
