"""One harness for every task: a loader, a metric list and a card section, on texts no training touched."""

from training.evaluate.task import Section, Task, section

__all__ = ["Section", "Task", "section"]
