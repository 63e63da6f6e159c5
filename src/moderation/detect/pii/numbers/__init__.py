"""Identifiers: orders, cards, accounts, government numbers, their check digits and what they are called."""
