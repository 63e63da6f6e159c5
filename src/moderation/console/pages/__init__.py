"""The pages, by role and noun. Each parses, asks the desk, and draws; nothing here decides anything."""
