"""What follows from a case: schedules, claims, rates, budget, cash and plans."""
