"""Telephone numbers: runs of digits, numbering plans, who is called, numbers in parts."""
