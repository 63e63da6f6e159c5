"""`python -m training.evaluate TASK`: prints one task's tables; writes nothing."""

from __future__ import annotations

import argparse
from importlib import import_module

from training.card import report
from training.evaluate.task import Task, section

TASKS = ("causes", "conduct", "detect")


def main() -> None:
    """Measure the task that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=main.__doc__)
    parser.add_argument("task", choices=(*TASKS, "pii"))
    chosen = parser.parse_args()
    if chosen.task == "pii":
        from training.evaluate import pii

        print(f"# {pii.TITLE}", "", *pii.lines(), sep="\n")
        return
    task: Task = import_module(f"training.evaluate.{chosen.task}").TASK
    print(f"# {task.title}", "", *report(section(task, task.load())), sep="\n")


if __name__ == "__main__":
    main()
