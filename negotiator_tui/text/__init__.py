"""Foreign text made safe, translation, and amounts, rates and dates as people write them."""
