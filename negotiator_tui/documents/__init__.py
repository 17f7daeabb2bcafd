"""A case as documents: letters, tables and outlines for a lender, a mediator or a court."""
