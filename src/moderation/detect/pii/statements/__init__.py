"""Clauses that need meaning: records, sensitive matters, children, solicitation."""
