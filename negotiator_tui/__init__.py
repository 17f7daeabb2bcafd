"""A terminal wizard for a borrower who cannot repay: understand, plan, gather, negotiate, follow up."""
